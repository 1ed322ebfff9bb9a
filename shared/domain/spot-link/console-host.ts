import { type Refusal, refuse } from '../refusal.ts'
import { isRegion, type Partition, partitionOf, type Region } from '../values/region.ts'
import { shown } from '../values/typed-text.ts'

/** A host of the AWS console: its partition, and the region where the name carries one. */
export interface ConsoleHost {
  readonly partition: Partition
  readonly region: Region | null
}

/** The console's domain in each partition; a region may stand before it. */
export const CONSOLE_DOMAINS: Readonly<Record<Partition, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
}

const PARTITIONS: readonly Partition[] = ['aws', 'aws-cn', 'aws-us-gov']

/** What company mail makes of a link, so that it reports the click first. */
const MAIL_WRAPPERS =
  /(?:^|\.)(?:safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com)|linkprotect\.cudasvc\.com|mimecast(?:protect)?\.com)$/

/** Reads the host of a link. Only exact console hosts pass; everything else is refused by what it resembles. */
export function readConsoleHost(host: string): ConsoleHost | Refusal {
  for (const partition of PARTITIONS) {
    const domain = CONSOLE_DOMAINS[partition]
    if (host === domain) return { partition, region: null }
    if (!host.endsWith(`.${domain}`)) continue
    const before = host.slice(0, -domain.length - 1)
    if (isRegion(before) && partitionOf(before) === partition) return { partition, region: before }
    // The console adds account and session to its host once somebody has signed in to several accounts.
    if (/^\d{12}-[a-z0-9]+\.[a-z0-9-]+$/.test(before)) return refuse('spot-link.session-host', { host: shown(host) })
  }
  return refuseHost(host)
}

function refuseHost(host: string): Refusal {
  if (!/^[a-z0-9.-]+$/.test(host)) return refuse('spot-link.odd-host', { host: shown(host) })
  if (/(?:^|\.)xn--/.test(host)) return refuse('spot-link.unicode-host', { host: shown(host) })
  if (MAIL_WRAPPERS.test(host)) return refuse('spot-link.mail-wrapper', { host: shown(host) })
  if (/aws|amazon/.test(host)) return refuse('spot-link.look-alike-host', { host: shown(host) })
  return refuse('spot-link.other-host', { host: shown(host) })
}
