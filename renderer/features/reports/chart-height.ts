import type { ReportChartView } from '../../../shared/contract/operations/reports.ts'

/** Room of one lying bar, of the axis and legend below the bars, and of the line that names the unit. */
const BAR = 34
const BELOW = 64
const UNIT = 20
const STANDING = 240

/** How high the drawing of a chart is, in CSS pixels. */
export function chartHeight({ lies, points, series, stacked }: ReportChartView): number {
  const bar = stacked || series.length === 1 ? BAR : BAR * 1.4
  return lies ? Math.round(points.length * bar) + BELOW : STANDING
}

/** The room to keep for it before it is there. */
export function chartRoom(chart: ReportChartView): number {
  return chartHeight(chart) + UNIT
}
