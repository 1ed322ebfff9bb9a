import { addMillis, HOUR, type Instant, toMillis } from './instant.ts'
import { fromWallTime, toWallTime } from './wall-time.ts'

export type SnoozeId = 'hour' | 'three-hours' | 'tomorrow' | 'monday' | 'week'

export interface SnoozeChoice {
  readonly id: SnoozeId
  readonly until: Instant
}

/** When a working day begins, as what was put off to a day comes back. */
const MORNING = '09:00'

/**
 * Until when a reminder is usually put off, soonest first: hours from now, and mornings of the zone. Monday is left out
 * where it is tomorrow, the week where it says the same as Monday.
 */
export function snoozeChoices(now: Instant, zone: string): readonly SnoozeChoice[] {
  const day = weekday(now, zone)
  const toMonday = (8 - day) % 7 || 7
  const choices: readonly (SnoozeChoice | null)[] = [
    { id: 'hour', until: addMillis(now, HOUR) },
    { id: 'three-hours', until: addMillis(now, 3 * HOUR) },
    morning('tomorrow', now, 1, zone),
    toMonday === 1 ? null : morning('monday', now, toMonday, zone),
    toMonday === 7 ? null : morning('week', now, 7, zone),
  ]
  return choices.filter((c) => c !== null).toSorted((a, b) => toMillis(a.until) - toMillis(b.until))
}

/** Nine in the morning, so many days on; null where the zone's clocks leave that hour out. */
function morning(id: SnoozeId, now: Instant, days: number, zone: string): SnoozeChoice | null {
  const today = Date.parse(`${toWallTime(now, zone).slice(0, 10)}T00:00:00.000Z`)
  const date = new Date(today + days * 24 * HOUR).toISOString().slice(0, 10)
  const until = fromWallTime(`${date}T${MORNING}`, zone)
  return until === null ? null : { id, until }
}

/** 1 for Monday to 7 for Sunday. */
function weekday(now: Instant, zone: string): number {
  return new Date(`${toWallTime(now, zone).slice(0, 10)}T00:00:00.000Z`).getUTCDay() || 7
}
