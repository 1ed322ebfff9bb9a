import { Download } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { ReportSectionView } from '../../../shared/contract/operations/reports.ts'
import { reportsText as text } from '../../../shared/text/ui/reports.ts'
import { client } from '../../client/index.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section } from '../../ui/page.tsx'
import { saveText } from '../../ui/save-bytes.ts'
import { chartRoom } from './chart-height.ts'
import styles from './report-section.module.css'

/** The chart library is large, and nobody needs it to begin the day. */
const ReportChart = lazy(() => import('./report-chart.tsx'))

interface ReportSectionProps {
  readonly section: ReportSectionView
  readonly asked: InputOf<'report.overview'>
}

/** One question: the answer in words, the chart with the table beside it, how it is counted, and the table as a file. */
export function ReportSection({ section, asked }: ReportSectionProps) {
  const { title, headline, counted, columns, rows, chart } = section
  return (
    <Section title={title} hint={headline} actions={<SaveTable section={section} asked={asked} />}>
      {rows.length > 0 && (
        <div className={styles.answer}>
          {chart && (
            <div style={{ minHeight: chartRoom(chart) }}>
              <Suspense fallback={null}>
                <ReportChart chart={chart} />
              </Suspense>
            </div>
          )}
          {/* Scrolls in itself where it is too wide, so the keyboard has to be able to get in. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls */}
          <section className={styles.table} aria-label={text.tableOf(title)} tabIndex={0}>
            <DataTable
              label={title}
              columns={columns.map((column, n) => ({
                key: column.title,
                title: column.title,
                cell: (row: readonly string[]) => row[n],
                heads: n === (columns[1]?.numeric === false ? 1 : 0),
                end: column.numeric,
              }))}
              rows={rows}
              rowKey={(row) => row.join(' ')}
            />
          </section>
        </div>
      )}
      <Disclosure summary={text.counted}>
        <p className={styles.counted}>{counted}</p>
      </Disclosure>
    </Section>
  )
}

function SaveTable({ section, asked }: ReportSectionProps) {
  const { run, busy } = useSubmit()
  const save = () =>
    void run(async () => {
      try {
        const { name, csv } = await client.send('report.csv', { ...asked, section: section.id })
        saveText(name, csv, 'text/csv')
      } catch (thrown) {
        toast.failed(thrown)
      }
    })
  return (
    <Button
      variant="quiet"
      icon={<Download aria-hidden />}
      busy={busy}
      aria-label={text.csvOf(section.title)}
      onClick={save}
      className={styles.save}
    >
      {text.csv}
    </Button>
  )
}
