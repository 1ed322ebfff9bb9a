import { Bar, BarChart, CartesianGrid, Legend, XAxis, YAxis } from 'recharts'
import type { ReportChartView } from '../../../shared/contract/operations/reports.ts'
import { reportsText as text } from '../../../shared/text/ui/reports.ts'
import { chartHeight } from './chart-height.ts'
import styles from './report-chart.module.css'
import { useWidth } from './use-width.ts'

/** Room for the labels beside lying bars, at most. */
const LABELS = 190

/**
 * A chart of bars. It repeats what the table beside it says, so it is left out for those who hear the page; colours are
 * tokens, told apart by the legend and the order of the bars too.
 */
export default function ReportChart({ chart }: { readonly chart: ReportChartView }) {
  const [frame, width] = useWidth()
  const { lies, series, points, stacked, unit } = chart
  const rows = points.map((point) => ({
    label: point.label,
    ...Object.fromEntries(series.map((one, n) => [one.name, point.values[n] ?? 0])),
  }))
  const height = chartHeight(chart)
  const labels = { dataKey: 'label', type: 'category', tickLine: false, interval: 0 } as const
  const values = { type: 'number', tickLine: false, allowDecimals: unit === 'days' } as const
  return (
    <div ref={frame} className={styles.chart} aria-hidden>
      {/* The width is known a moment later; the room is kept. */}
      <div style={{ height }}>
        {width > 0 && (
          <BarChart
            data={rows}
            layout={lies ? 'vertical' : 'horizontal'}
            width={width}
            height={height}
            margin={{ top: 4, right: 20, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            barCategoryGap="24%"
          >
            <CartesianGrid horizontal={!lies} vertical={lies} />
            {lies ? <XAxis {...values} height={24} /> : <XAxis {...labels} height={24} />}
            {lies ? <YAxis {...labels} width={Math.min(LABELS, width * 0.42)} /> : <YAxis {...values} width={44} />}
            {series.map((one) => (
              <Bar
                key={one.name}
                dataKey={one.name}
                className={styles[one.tone] ?? ''}
                maxBarSize={22}
                isAnimationActive={false}
                {...(stacked ? { stackId: 'all' } : {})}
              />
            ))}
            {series.length > 1 && (
              <Legend
                verticalAlign="bottom"
                height={28}
                content={() => (
                  <ul className={styles.legend}>
                    {series.map((one) => (
                      <li key={one.name} className={styles[one.tone]}>
                        <span className={styles.swatch} />
                        {one.name}
                      </li>
                    ))}
                  </ul>
                )}
              />
            )}
          </BarChart>
        )}
      </div>
      <p className={styles.unit}>{text.units[unit]}</p>
    </div>
  )
}
