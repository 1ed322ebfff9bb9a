import { addMillis, HOUR, type Instant } from '../../shared/domain/instant.ts'

/** How often one account is looked at. */
export interface Pace {
  /** Milliseconds between two looks, before chance is added. */
  readonly millis: number
  readonly nextAt: Instant
}

const MINUTE = 60_000
/** A report is delivered within a day, and a stack is made within minutes: what is worth waiting for between two looks. */
const SHORTEST = { waiting: 10 * MINUTE, making: MINUTE } as const
const LONGEST = { waiting: HOUR, making: 10 * MINUTE, failing: 4 * HOUR } as const
const GROWTH = { quiet: 1.5, failing: 2 } as const

/** An account that has not been looked at yet. */
export const STEADY: Pace = { millis: SHORTEST.waiting, nextAt: '1970-01-01T00:00:00.000Z' }

/**
 * When to look at an account again: soon while something is being made, ever more rarely while nothing changes, and
 * much more rarely while AWS cannot be asked (throttled, offline, a sign-in that ran out).
 * @param chance at least 0, below 1: spreads the looks by up to a fifth either way
 */
export function paceAfter(
  before: Pace,
  seen: { readonly changed: boolean; readonly failed: boolean; readonly isMaking: boolean },
  now: Instant,
  chance: number,
): Pace {
  const millis = nextMillis(before.millis, seen)
  return { millis, nextAt: addMillis(now, Math.round(millis * (0.8 + 0.4 * chance))) }
}

function nextMillis(
  before: number,
  { changed, failed, isMaking }: { readonly changed: boolean; readonly failed: boolean; readonly isMaking: boolean },
): number {
  const kind = isMaking ? 'making' : 'waiting'
  if (failed) return Math.min(LONGEST.failing, Math.max(before, SHORTEST[kind]) * GROWTH.failing)
  if (changed) return SHORTEST[kind]
  return Math.min(LONGEST[kind], Math.max(before, SHORTEST[kind]) * GROWTH.quiet)
}
