import { z } from 'zod'
import { InstantText, ShortText } from '../../domain/records/base.ts'
import { query } from '../operation.ts'

const Sentence = z.string().max(2_000)

/** Which cases, and how far back. */
const Asked = {
  /** Days before now; absent or null: everything there is. */
  days: z.int().min(1).max(10_000).nullable().optional(),
  procedure: ShortText.nullable().optional(),
  owner: ShortText.nullable().optional(),
}

export const REPORT_SECTIONS = ['phases', 'phase-times', 'overdue', 'turnaround', 'first-time', 'forecast'] as const
const SectionId = z.enum(REPORT_SECTIONS)

/** A chart of bars: the values of its series at each point, in one unit. */
const ChartView = z.strictObject({
  unit: z.enum(['cases', 'waits', 'days', 'attempts']),
  /** Bars lie where the labels are long, and stand where they are an order. */
  lies: z.boolean(),
  stacked: z.boolean(),
  series: z.array(z.strictObject({ name: ShortText, tone: z.enum(['first', 'second', 'ok', 'warn', 'bad']) })),
  points: z.array(z.strictObject({ label: ShortText, values: z.array(z.number()) })),
})
export type ReportChartView = z.infer<typeof ChartView>

const SectionView = z.strictObject({
  id: SectionId,
  title: ShortText,
  /** The answer in words. */
  headline: Sentence,
  /** How it is counted. */
  counted: Sentence,
  columns: z.array(z.strictObject({ title: ShortText, numeric: z.boolean() })),
  rows: z.array(z.array(z.string().max(300))),
  /** Null where there is nothing to draw. */
  chart: ChartView.nullable(),
})
export type ReportSectionView = z.infer<typeof SectionView>

const ReportView = z.strictObject({
  now: InstantText,
  /** “30 days up to 21 Nov 2026, 10:00 (Berlin)”. */
  range: ShortText,
  /** What can be chosen. */
  procedures: z.array(z.strictObject({ id: ShortText, title: ShortText })),
  owners: z.array(ShortText),
  sections: z.array(SectionView),
})
export type ReportView = z.infer<typeof ReportView>

export const reportOperations = {
  /** How the work goes: six questions, each answered in words, as a table and as a chart. */
  'report.overview': query(z.strictObject(Asked), ReportView),
  /** The table of one question as a CSV file, lengths of time in hours; of all of them, one below the other, without a section. */
  'report.csv': query(
    z.strictObject({ ...Asked, section: SectionId.optional() }),
    z.strictObject({ name: ShortText, csv: z.string() }),
  ),
}
