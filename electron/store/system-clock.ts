import type { Clock } from '../services/ports.ts'

/** Milliseconds for which the zone is taken to be the one just read. To ask for it takes longer than a change of a case. */
const ZONE_HOLDS = 1_000

let zone = ''
let readAt = Number.NEGATIVE_INFINITY

/** The time and the zone of this machine. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  zone() {
    const now = performance.now()
    if (now - readAt > ZONE_HOLDS) {
      zone = Intl.DateTimeFormat().resolvedOptions().timeZone
      readAt = now
    }
    return zone
  },
}
