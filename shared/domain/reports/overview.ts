import { HOUR, type Instant, toMillis } from '../instant.ts'
import type { CaseEvents, Judged } from './events.ts'
import { FORECAST_WEEKS, type Forecast, forecastOf, LEAST_CASES } from './forecast.ts'
import { percentile } from './percentile.ts'

/** Hours in which Spot's answers are sorted; the third ends where the documents say an answer is due (004, step 2). */
export const TURNAROUND_BINS = [24, 48, 72, 96, 120] as const

export interface Spread {
  readonly count: number
  /** Milliseconds; null where nothing was counted. */
  readonly p50: number | null
  readonly p90: number | null
}

export interface PhaseSpread extends Spread {
  readonly procedureId: string
  readonly phase: string
}

export interface Turnaround extends Spread {
  /** Within what was expected when it was sent, holds included. */
  readonly within: number
  readonly late: number
  /** Answers up to 24 h, 48 h … and above the last. */
  readonly bins: readonly number[]
}

export interface FirstTime {
  readonly judged: number
  readonly right: number
  /** By the UTC month in which Spot judged the first attempt, `2026-11`, oldest first. */
  readonly months: readonly { readonly month: string; readonly judged: number; readonly right: number }[]
}

export interface Overview {
  readonly phases: readonly PhaseSpread[]
  readonly turnaround: Turnaround
  readonly firstTime: FirstTime
  readonly forecast: Forecast
  /** From the beginning of a phase to the end of its case, over the forecast's weeks; null percentiles below ten cases. */
  readonly remaining: readonly PhaseSpread[]
}

/**
 * What has happened in the range that ends now. @param from its beginning; null for everything there is. The forecast
 * looks at its own weeks, whatever the range.
 */
export function overviewOf(cases: readonly CaseEvents[], from: Instant | null, now: Instant): Overview {
  const isIn = (at: Instant) => (from === null || at >= from) && at <= now
  const judged = cases.flatMap((c) => c.judged.filter((j) => isIn(j.endedAt)))
  return {
    phases: phaseSpreads(
      cases,
      (c) => c.spans.filter((span) => isIn(span.endedAt)),
      (span) => toMillis(span.endedAt) - toMillis(span.beganAt),
    ),
    turnaround: turnaroundOf(judged),
    firstTime: firstTimeOf(cases.flatMap((c) => (c.first && isIn(c.first.endedAt) ? [c.first] : []))),
    forecast: forecastOf(
      cases.map((c) => c.openedAt),
      cases.flatMap((c) => c.finishedAt ?? []),
      now,
    ),
    remaining: remainingOf(cases, now),
  }
}

function spreadOf(values: readonly number[]): Spread {
  return { count: values.length, p50: percentile(values, 50), p90: percentile(values, 90) }
}

function phaseSpreads(
  cases: readonly CaseEvents[],
  spans: (c: CaseEvents) => CaseEvents['spans'],
  length: (span: CaseEvents['spans'][number], c: CaseEvents) => number,
): readonly PhaseSpread[] {
  const lengths = new Map<string, { procedureId: string; phase: string; values: number[] }>()
  for (const c of cases) {
    for (const span of spans(c)) {
      const key = `${c.procedureId} ${span.phase}`
      const of = lengths.get(key) ?? { procedureId: c.procedureId, phase: span.phase, values: [] }
      of.values.push(length(span, c))
      lengths.set(key, of)
    }
  }
  return [...lengths.values()].map(({ values, ...of }) => ({ ...of, ...spreadOf(values) }))
}

function turnaroundOf(judged: readonly Judged[]): Turnaround {
  const late = judged.filter((j) => j.expectedMs !== null && j.ms > j.expectedMs).length
  const known = judged.filter((j) => j.expectedMs !== null).length
  const edges = [...TURNAROUND_BINS.map((hours) => hours * HOUR), Number.POSITIVE_INFINITY]
  return {
    ...spreadOf(judged.map((j) => j.ms)),
    within: known - late,
    late,
    bins: edges.map((edge, n) => judged.filter((j) => j.ms <= edge && (n === 0 || j.ms > (edges[n - 1] ?? 0))).length),
  }
}

function firstTimeOf(first: readonly Judged[]): FirstTime {
  const months = new Map<string, { judged: number; right: number }>()
  for (const { endedAt, isRight } of first) {
    const of = months.get(endedAt.slice(0, 7)) ?? { judged: 0, right: 0 }
    months.set(endedAt.slice(0, 7), { judged: of.judged + 1, right: of.right + (isRight ? 1 : 0) })
  }
  return {
    judged: first.length,
    right: first.filter((j) => j.isRight).length,
    months: [...months].toSorted(([a], [b]) => a.localeCompare(b)).map(([month, of]) => ({ month, ...of })),
  }
}

function remainingOf(cases: readonly CaseEvents[], now: Instant): readonly PhaseSpread[] {
  const earliest = toMillis(now) - FORECAST_WEEKS * 7 * 24 * HOUR
  const finished = cases.filter((c) => c.finishedAt !== null && toMillis(c.finishedAt) >= earliest)
  const spreads = phaseSpreads(
    finished,
    (c) => c.spans,
    (span, c) => Math.max(0, toMillis(c.finishedAt ?? span.endedAt) - toMillis(span.beganAt)),
  )
  return spreads.map((of) => (of.count < LEAST_CASES ? { ...of, p50: null, p90: null } : of))
}
