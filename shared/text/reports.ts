import type { ReportChartView } from '../contract/operations/reports.ts'
import { HOUR, type Instant, toMillis } from '../domain/instant.ts'
import { HORIZON_WEEKS, LEAST_CASES, LEAST_WEEKS } from '../domain/reports/forecast.ts'
import { type Overview, type PhaseSpread, TURNAROUND_BINS } from '../domain/reports/overview.ts'
import { durationText } from './times.ts'

/** A question that reports answer: in words, as a table for people and for spreadsheets, and as a chart. */
export interface ReportSection {
  readonly title: string
  readonly headline: string
  readonly counted: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly ReportCell[])[]
  readonly chart: ReportChartView | null
}

interface ReportColumn {
  readonly title: string
  /** Head of the column in a CSV file, with its unit. */
  readonly csv: string
  readonly numeric: boolean
}

export interface ReportCell {
  readonly text: string
  /** The same for a spreadsheet: hours as a number, no words. */
  readonly plain: string
}

/** A phase by the names that people know. */
export interface PhaseName {
  readonly procedure: string
  readonly phase: string
}

export interface PhaseCount {
  readonly name: PhaseName
  readonly open: number
  readonly onHold: number
}

export interface OverdueCount {
  readonly wait: string
  readonly count: number
  readonly since: Instant
}

type NamedSpread = PhaseSpread & { readonly name: PhaseName }

const TEXT: Omit<ReportColumn, 'title' | 'csv'> = { numeric: false }
const NUMBER: Omit<ReportColumn, 'title' | 'csv'> = { numeric: true }
const column = (title: string, kind = TEXT, csv = title): ReportColumn => ({ title, csv, ...kind })
const PROCEDURE = column('Procedure')
const PHASE = column('Phase')
const HALF = column('Half within', NUMBER, 'p50 (hours)')
const NINE = column('Nine of ten within', NUMBER, 'p90 (hours)')

const word = (text: string): ReportCell => ({ text, plain: text })
const number = (n: number): ReportCell => ({ text: n.toLocaleString('en-GB'), plain: String(n) })
const length = (millis: number | null): ReportCell =>
  millis === null ? { text: 'too few', plain: '' } : { text: durationText(millis), plain: hoursOf(millis) }
const hoursOf = (millis: number) => String(Math.round((millis / HOUR) * 10) / 10)
const daysOf = (millis: number | null) => Math.round(((millis ?? 0) / (24 * HOUR)) * 100) / 100
const several = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** Names of phases beside a chart: with their procedure only where there is more than one. */
function chartLabels(names: readonly PhaseName[]): readonly string[] {
  const isOne = new Set(names.map((n) => n.procedure)).size <= 1
  return names.map((n) => (isOne ? n.phase : `${n.phase} (${n.procedure})`))
}

export function phasesSection(counts: readonly PhaseCount[]): ReportSection {
  const [open, onHold] = [sum(counts.map((c) => c.open)), sum(counts.map((c) => c.onHold))]
  const labels = chartLabels(counts.map((c) => c.name))
  return {
    title: 'By phase',
    headline:
      open + onHold === 0 ? 'No case is open.' : `${several(open, 'case is', 'cases are')} open, ${onHold} on hold.`,
    counted: 'Cases as they stand now, whatever the range: in the phase of their first step that is not settled.',
    columns: [PROCEDURE, PHASE, column('Open', NUMBER), column('On hold', NUMBER)],
    rows: counts.map((c) => [word(c.name.procedure), word(c.name.phase), number(c.open), number(c.onHold)]),
    chart: charted(counts.length, {
      unit: 'cases',
      lies: true,
      stacked: true,
      series: [
        { name: 'Open', tone: 'first' },
        { name: 'On hold', tone: 'second' },
      ],
      points: counts.map((c, n) => ({ label: labels[n] ?? '', values: [c.open, c.onHold] })),
    }),
  }
}

export function phaseTimesSection(spreads: readonly NamedSpread[]): ReportSection {
  const slowest = spreads.toSorted((a, b) => (b.p90 ?? 0) - (a.p90 ?? 0))[0]
  return {
    title: 'Time in a phase',
    headline:
      slowest === undefined || slowest.p90 === null
        ? 'No case has left a phase in this time.'
        : `“${slowest.name.phase}” takes longest: nine of ten cases leave it within ${durationText(slowest.p90)}.`,
    counted:
      'Phases that cases left in the range, from the end of the phase before (the first: from the opening of the case) to its last step. Time on hold counts. Percentiles are nearest-rank: a length that occurred.',
    columns: [PROCEDURE, PHASE, column('Cases', NUMBER), HALF, NINE],
    rows: spreads.map((s) => [
      word(s.name.procedure),
      word(s.name.phase),
      number(s.count),
      length(s.p50),
      length(s.p90),
    ]),
    chart: spreadChart(spreads),
  }
}

export function overdueSection(counts: readonly OverdueCount[], now: Instant): ReportSection {
  const longest = counts.map((c) => toMillis(now) - toMillis(c.since)).reduce((most, ms) => Math.max(most, ms), 0)
  const total = sum(counts.map((c) => c.count))
  return {
    title: 'Overdue',
    headline:
      total === 0
        ? 'Nothing is overdue.'
        : `${several(total, 'wait is', 'waits are')} overdue, the longest for ${durationText(longest)}.`,
    counted: 'Waits past their due time and grace now, whatever the range, those that were put off included.',
    columns: [column('Wait'), column('Overdue', NUMBER), column('Longest', NUMBER, 'longest (hours)')],
    rows: counts.map((c) => [word(c.wait), number(c.count), length(toMillis(now) - toMillis(c.since))]),
    chart: charted(counts.length, {
      unit: 'waits',
      lies: true,
      stacked: false,
      series: [{ name: 'Overdue', tone: 'bad' }],
      points: counts.map((c) => ({ label: c.wait, values: [c.count] })),
    }),
  }
}

export function turnaroundSection(t: Overview['turnaround']): ReportSection {
  const labels = [
    ...TURNAROUND_BINS.map((hours, n) => `${TURNAROUND_BINS[n - 1] ?? 0} to ${hours} h`),
    `over ${TURNAROUND_BINS.at(-1)} h`,
  ]
  const isLate = (n: number) => n >= TURNAROUND_BINS.indexOf(72) + 1
  return {
    title: 'Spot’s turnaround',
    headline:
      t.p50 === null || t.p90 === null
        ? 'Spot has judged no submission in this time.'
        : `Half of ${several(t.count, 'answer')} came within ${durationText(t.p50)}, nine of ten within ${durationText(t.p90)}; ${t.late} later than expected.`,
    counted:
      'Attempts that Spot answered or returned in the range, from the sending. Late is more than the hours expected when it was sent (72 without a setting), with what the case was on hold.',
    columns: [column('Taken'), column('Attempts', NUMBER)],
    rows:
      t.count === 0
        ? []
        : [
            ...labels.map((label, n) => [word(label), number(t.bins[n] ?? 0)]),
            [word('Half within'), length(t.p50)],
            [word('Nine of ten within'), length(t.p90)],
            [word('Within the time expected'), number(t.within)],
            [word('Later than expected'), number(t.late)],
          ],
    chart: charted(t.count, {
      unit: 'attempts',
      lies: false,
      stacked: true,
      series: [
        { name: 'Within 72 h', tone: 'ok' },
        { name: 'Over 72 h', tone: 'warn' },
      ],
      points: labels.map((label, n) => ({ label, values: isLate(n) ? [0, t.bins[n] ?? 0] : [t.bins[n] ?? 0, 0] })),
    }),
  }
}

export function firstTimeSection(f: Overview['firstTime']): ReportSection {
  const share = (right: number, judged: number) => (judged === 0 ? '' : `${Math.round((100 * right) / judged)} %`)
  return {
    title: 'Right the first time',
    headline:
      f.judged === 0
        ? 'Spot has judged no first submission in this time.'
        : `${f.right} of ${several(f.judged, 'first submission')} got a link without a correction (${share(f.right, f.judged)}).`,
    counted:
      'The first attempt of a case that Spot judged, by the month (UTC) in which it did. Attempts that were withdrawn before are passed over.',
    columns: [column('Month'), column('First submissions', NUMBER), column('Right', NUMBER), column('Share', NUMBER)],
    rows: f.months.map((m) => [word(m.month), number(m.judged), number(m.right), word(share(m.right, m.judged))]),
    chart: charted(f.months.length, {
      unit: 'cases',
      lies: false,
      stacked: true,
      series: [
        { name: 'Right', tone: 'ok' },
        { name: 'Returned', tone: 'warn' },
      ],
      points: f.months.map((m) => ({ label: m.month, values: [m.right, m.judged - m.right] })),
    }),
  }
}

export function forecastSection(forecast: Overview['forecast'], remaining: readonly NamedSpread[]): ReportSection {
  const { basis } = forecast
  const known = remaining.filter((r) => r.p50 !== null)
  return {
    title: 'Forecast',
    headline: forecast.isKnown
      ? `In the next ${HORIZON_WEEKS} weeks ${forecast.low} to ${forecast.high} cases will be done, half of the time no more than ${forecast.mid}, if they are like the ${basis.weeks} weeks before.`
      : `Too little history for a number: ${several(basis.weeks, 'week')} with ${several(basis.cases, 'case')} done. It takes ${LEAST_WEEKS} weeks and ${LEAST_CASES} cases.`,
    counted: `From your own cases of the last ${basis.weeks} weeks, whatever the range: what every ${HORIZON_WEEKS} weeks in a row brought (the two numbers leave out the lowest and the highest tenth), and for done cases the time from the beginning of a phase to the end. Nothing is known of what is different this time.`,
    columns: [PROCEDURE, column('From the beginning of'), column('Done cases', NUMBER), HALF, NINE],
    rows: remaining.map((r) => [
      word(r.name.procedure),
      word(r.name.phase),
      number(r.count),
      length(r.p50),
      length(r.p90),
    ]),
    chart: spreadChart(known),
  }
}

function spreadChart(spreads: readonly NamedSpread[]): ReportChartView | null {
  const labels = chartLabels(spreads.map((s) => s.name))
  return charted(spreads.length, {
    unit: 'days',
    lies: true,
    stacked: false,
    series: [
      { name: 'Half within', tone: 'first' },
      { name: 'Nine of ten within', tone: 'second' },
    ],
    points: spreads.map((s, n) => ({ label: labels[n] ?? '', values: [daysOf(s.p50), daysOf(s.p90)] })),
  })
}

function charted(count: number, chart: ReportChartView): ReportChartView | null {
  return count === 0 ? null : chart
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
