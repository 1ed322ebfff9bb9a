import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { count } from '../../format/plural.ts'
import { FindingList } from '../../ui/finding-list.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import styles from './exchange.module.css'
import table from './import-report-view.module.css'

const text = exchangeText.import

/** What taking the list would do: counts, what stands against it, what is worth a look, and each change. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { counts, problems, notes, changes } = report
  const isSame = counts.added + counts.changed + counts.payersAdded + counts.payersChanged + counts.casesOpened === 0
  const verdict = report.ok ? (isSame ? text.same : text.dryOk) : text.notOk(count(counts.problems, 'cell'))
  const allChanges = counts.added + counts.changed
  return (
    <>
      <div className={styles.stack}>
        <h3>{text.dry}</h3>
        <p role="status" className={styles.verdict} data-tone={report.ok ? 'ok' : 'bad'}>
          {report.ok ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
          <span>{verdict}</span>
        </p>
        <ImportCounts report={report} />
      </div>
      {problems.length > 0 && (
        <div className={table.part}>
          <h3>{text.problems}</h3>
          <p className={styles.quiet}>
            {text.problemsHint} {partOf(problems.length, counts.problems)}
          </p>
          <VirtualTable
            label={text.problems}
            rows={problems}
            widths="3.5rem minmax(0, 1fr) minmax(0, 1fr) minmax(0, 3fr)"
            columns={[
              { key: 'line', title: text.problemHeads.line, cell: (p) => p.line },
              { key: 'column', title: text.problemHeads.column, cell: (p) => p.column ?? '' },
              { key: 'value', title: text.problemHeads.value, cell: (p) => <code>{p.value}</code> },
              {
                key: 'why',
                title: text.problemHeads.why,
                cell: (p) => (
                  <>
                    <span className={table.message}>{p.message}</span> {p.remedy}
                    {p.offer !== null && ` ${text.offered(p.offer)}`}
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
      {notes.length > 0 && (
        <div className={table.part}>
          <h3>{text.notes}</h3>
          <VirtualTable
            label={text.notes}
            rows={notes}
            widths="5rem minmax(0, 1fr)"
            columns={[
              { key: 'line', title: text.problemHeads.line, cell: (n) => (n.line === null ? '' : n.line) },
              { key: 'note', title: text.problemHeads.why, cell: (n) => <FindingList findings={[n.finding]} /> },
            ]}
          />
        </div>
      )}
      {changes.length > 0 && report.ok && (
        <div className={table.part}>
          <h3>{text.changes}</h3>
          {changes.length < allChanges && <p className={styles.quiet}>{partOf(changes.length, allChanges)}</p>}
          <VirtualTable
            label={text.changes}
            rows={changes}
            widths="3.5rem minmax(0, 1fr) minmax(0, 2fr)"
            columns={[
              { key: 'line', title: text.changeHeads.line, cell: (c) => c.line },
              { key: 'customer', title: text.changeHeads.customer, cell: (c) => c.customer },
              {
                key: 'what',
                title: text.changeHeads.what,
                cell: (c) =>
                  c.what === 'added'
                    ? text.added
                    : c.fields.map((f) => <div key={f.head}>{text.field(f.head, f.before, f.after)}</div>),
              },
            ]}
          />
        </div>
      )}
    </>
  )
}

const SHOWN = [
  'added',
  'changed',
  'unchanged',
  'repeated',
  'payersAdded',
  'payersChanged',
  'casesOpened',
  'casesRefused',
] as const
/** Told always; the others where there are any. */
const ALWAYS: readonly string[] = ['added', 'changed', 'unchanged']

export function ImportCounts({ report: { counts } }: { readonly report: ImportReport }) {
  return (
    <dl className={styles.counts}>
      {SHOWN.filter((name) => counts[name] > 0 || ALWAYS.includes(name)).map((name) => (
        <div key={name}>
          <dt>{text.counts[name]}</dt>
          <dd>{counts[name].toLocaleString('en-GB')}</dd>
        </div>
      ))}
    </dl>
  )
}

function partOf(shown: number, all: number): string {
  return shown < all ? text.firstOf(shown.toLocaleString('en-GB'), all.toLocaleString('en-GB')) : ''
}
