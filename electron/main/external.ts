import type { Shell } from 'electron'
import { externalLink } from '../../shared/domain/external-hosts.ts'
import { isRefusal } from '../../shared/domain/refusal.ts'
import type { Log } from '../services/ports.ts'

/** Opens links in the default browser, where they lead to a listed host. Others go to the log and nowhere else. */
export function createExternal(shell: Pick<Shell, 'openExternal'>, log: Log): (link: string) => void {
  return (link) => {
    const address = externalLink(link)
    if (isRefusal(address)) {
      log.error('external.refused', { host: address.params.host })
      return
    }
    shell.openExternal(address).catch((error: unknown) => log.error('external.failed', { error: String(error) }))
  }
}
