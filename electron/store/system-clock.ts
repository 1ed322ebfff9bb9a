import type { Clock } from '../services/ports.ts'

/** The time and the zone of this machine. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
}
