import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ExportReport, ExportRow } from '../../../shared/contract/operations/exports.ts'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { count } from '../../format/plural.ts'
import { caseHref } from '../../state/route.ts'
import { CopyChip } from '../../ui/copy-chip.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { TakeOut } from '../submission/take-out.tsx'
import styles from './exchange.module.css'
import { useExportMany } from './export-many-state.ts'

const text = exchangeText.many

/** What an export of many has come to: where it lies, and what was refused and why, each a click away. */
export function ExportSummary({ report }: { readonly report: ExportReport }) {
  const { written, refused, total, isCancelled, folder, index, rows } = report
  const isOurs = useExportMany((s) => s.isOurs)
  const refusals = rows.filter(isRefused)
  const counted = count(written, 'bundle')
  const n = (number: number) => number.toLocaleString('en-GB')
  return (
    <div className={styles.stack}>
      <p className={styles.verdict} data-tone={refused === 0 ? 'ok' : 'bad'}>
        {refused === 0 ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
        <span>
          {refused === 0 ? text.all(counted) : text.result(counted, n(refused))}
          {'. '}
          {isCancelled && text.cancelled(n(rows.length), n(total))}
        </span>
      </p>
      {index !== null && (
        <div className={styles.actions}>
          <CopyChip label={text.where} value={folder} place="export many" />
          <CopyChip label={text.index} value={index} place="export many" />
          {isOurs && <TakeOut path={index} />}
        </div>
      )}
      {refusals.length > 0 && (
        <>
          <h3>{text.refused}</h3>
          <p className={styles.quiet}>{text.refusedHint}</p>
          <VirtualTable
            label={text.refused}
            rows={refusals}
            widths="4.5rem minmax(0, 1fr) minmax(0, 2.5fr)"
            columns={[
              {
                key: 'case',
                title: text.heads.case,
                cell: (row) => (row.ref === null ? row.case : <a href={caseHref(row.ref, 'submission')}>{row.ref}</a>),
              },
              { key: 'customer', title: text.heads.customer, cell: (row) => row.customer ?? '' },
              {
                key: 'why',
                title: text.heads.why,
                cell: (row) => (
                  <>
                    {row.error.message} <span className={styles.quiet}>{row.error.remedy}</span>
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </div>
  )
}

function isRefused(row: ExportRow): row is ExportRow & { readonly error: NonNullable<ExportRow['error']> } {
  return row.error !== null
}
