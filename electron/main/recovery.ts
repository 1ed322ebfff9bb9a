import type { WebContents } from 'electron'
import type { Log } from '../services/ports.ts'

const MINUTE = 60_000
/** A page that fails this often within a minute would fail for ever. */
const PATIENCE = 3

/**
 * Brings the page back when its process has ended: nothing is lost with it, because everything is kept in this one.
 * @param now milliseconds that only go forward
 * @param giveUp called instead of another try once the page fails again and again
 */
export function recoverPage(
  contents: Pick<WebContents, 'on' | 'reload'>,
  log: Log,
  now: () => number,
  giveUp: () => void,
): void {
  let failures: number[] = []
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('page.gone', { reason, exitCode })
    if (reason === 'clean-exit') return
    failures = [...failures.filter((at) => now() - at < MINUTE), now()]
    if (failures.length < PATIENCE) contents.reload()
    else giveUp()
  })
}
