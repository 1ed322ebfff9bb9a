import { HOUR, type Instant, toMillis } from '../instant.ts'
import { percentile } from './percentile.ts'

const WEEK = 7 * 24 * HOUR
/** Weeks of history that are looked at: half a year is recent enough to speak of the people at work now. */
export const FORECAST_WEEKS = 26
/** Weeks ahead that are spoken of. */
export const HORIZON_WEEKS = 4
/** Less history than this is no ground for a number. */
export const LEAST_WEEKS = 8
export const LEAST_CASES = 10

export interface Basis {
  /** Whole weeks before now since the first case was opened, 26 at most. */
  readonly weeks: number
  /** Cases done in these weeks. */
  readonly cases: number
}

export type Forecast = { readonly basis: Basis } & (
  | { readonly isKnown: false }
  /** Cases done in four weeks: in one of ten spans of history it was less than `low` or as much, in nine of ten no more than `high`. */
  | {
      readonly isKnown: true
      readonly low: number
      readonly mid: number
      readonly high: number
      readonly spans: number
    }
)

/**
 * How many cases will be done in the next four weeks, if these weeks are like those before: the percentiles of what was
 * done in every span of four consecutive weeks of the history. No model, no trend; with too little history no number.
 * @param openedAt of all cases in question; @param finishedAt of those that are done
 */
export function forecastOf(openedAt: readonly Instant[], finishedAt: readonly Instant[], now: Instant): Forecast {
  const end = toMillis(now)
  const first = openedAt.reduce((least, at) => Math.min(least, toMillis(at)), end)
  const weeks = Math.min(FORECAST_WEEKS, Math.floor((end - first) / WEEK))
  const done = Array.from({ length: weeks }, () => 0)
  for (const at of finishedAt) {
    const week = Math.floor((end - toMillis(at)) / WEEK)
    if (week >= 0 && week < weeks) done[week] = (done[week] ?? 0) + 1
  }
  const cases = done.reduce((sum, n) => sum + n, 0)
  const basis = { weeks, cases }
  if (weeks < LEAST_WEEKS || cases < LEAST_CASES) return { basis, isKnown: false }
  const spans = done.slice(HORIZON_WEEKS - 1).map((_, n) => sum(done.slice(n, n + HORIZON_WEEKS)))
  const [low, mid, high] = [percentile(spans, 10), percentile(spans, 50), percentile(spans, 90)]
  if (low === null || mid === null || high === null) return { basis, isKnown: false }
  return { basis, isKnown: true, low, mid, high, spans: spans.length }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
