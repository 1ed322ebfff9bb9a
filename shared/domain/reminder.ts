import { type Instant, toMillis } from './instant.ts'
import type { QuietHours } from './records/settings.ts'
import type { Wait } from './records/wait.ts'
import { waitStateName } from './wait/wait-state.ts'

export type ReminderLevel = 'due' | 'overdue'

/** What is told first of a wait. */
export const FIRST_LEVEL: ReminderLevel = 'due'

/** After it no reminder of a wait comes, unless it is put off. */
export const LAST_LEVEL: ReminderLevel = 'overdue'

/** What is remembered of a wait: which reminders were given out, and until when it was put off. */
export interface Reminded {
  readonly levels: readonly string[]
  readonly snoozedUntil: Instant | null
}

export interface Reminder {
  readonly level: ReminderLevel
  /** Under which it is recorded: a wait that was put off is reminded of once more. */
  readonly key: string
}

/**
 * What a wait has to be reminded of now; null for nothing. Once when it is due and once when it is overdue; the first is
 * left out where the second is true already. A suspect clock reminds of nothing.
 */
export function reminderOf(wait: Wait, reminded: Reminded, now: Instant): Reminder | null {
  const state = waitStateName(wait, toMillis(now))
  if (state !== 'ready' && state !== 'overdue') return null
  const { snoozedUntil, levels } = reminded
  if (snoozedUntil !== null && toMillis(now) < toMillis(snoozedUntil)) return null
  const level = state === 'ready' ? 'due' : 'overdue'
  const key = snoozedUntil === null ? level : `${level} after ${snoozedUntil}`
  return levels.includes(key) ? null : { level, key }
}

/** Whether nobody is reminded now: local times of day, from the first minute up to but without the last. */
export function isQuiet(hours: QuietHours | null, now: Instant, zone: string): boolean {
  if (hours === null || hours.from === hours.to) return false
  const time = timeOfDay(now, zone)
  const { from, to } = hours
  return from < to ? time >= from && time < to : time >= from || time < to
}

/** `07:05`, as a clock in the zone shows it; an unknown zone is read as UTC. */
function timeOfDay(now: Instant, zone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(toMillis(now))
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(toMillis(now))
  }
}
