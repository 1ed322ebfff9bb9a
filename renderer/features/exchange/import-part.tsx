import { CircleCheck, Undo2, X } from 'lucide-react'
import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { count } from '../../format/plural.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ANY_FILE } from '../../ui/use-pasted.ts'
import styles from './exchange.module.css'
import { ImportColumns } from './import-columns.tsx'
import { ImportCounts, ImportReportView } from './import-report-view.tsx'
import { useImport } from './import-state.ts'
import { JobProgress } from './job-progress.tsx'

const text = exchangeText.import

const FIRST: readonly string[] = ['import.column-missing', 'import.field-twice', 'intake.unanswered']

/** Takes in a customer list: what it would do is seen first, then all of it is taken or nothing. */
export function ImportPart() {
  const { file, report, error, busy, job, take, run, clear } = useImport()
  const isDone = report?.applied === true
  return (
    <Section title={text.title} hint={text.lead}>
      <div className={styles.stack}>
        {isDone ? (
          <Done report={report} />
        ) : (
          <>
            {file === null || error !== null ? null : (
              <p className={styles.file}>
                <span className={styles.name}>{file.name}</span>
                {report && <span className={styles.quiet}>{form(report)}</span>}
              </p>
            )}
            <div className={styles.narrow}>
              <FileDrop
                label={file === null ? text.pick : text.another}
                hint={text.drop}
                accept=".csv,.tsv,.txt,text/csv"
                busy={busy !== null}
                paste={ANY_FILE}
                onFile={(picked) => void take(picked)}
              />
            </div>
            <Problem error={error} className={styles.narrow} />
            {busy === 'plan' && report === null && (
              <p role="status" className={styles.quiet}>
                {text.reading}
              </p>
            )}
            {report && <Problem error={firstProblem(report)} className={styles.narrow} />}
            {report && <ImportColumns report={report} />}
            {report && firstProblem(report) === null && <ImportReportView report={report} />}
            {busy === 'run' && job !== null && <JobProgress job={job} title={text.running} />}
            {report?.ok && busy !== 'run' && (
              <div className={styles.actions}>
                {changes(report) > 0 && (
                  <Button variant="primary" busy={busy !== null} onClick={() => void run()}>
                    {text.take(count(report.counts.rows, 'row'))}
                  </Button>
                )}
                <Button variant="quiet" icon={<X aria-hidden />} onClick={clear}>
                  Put the file away
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Section>
  )
}

function Done({ report }: { readonly report: ImportReport }) {
  const { isUndone, undo, clear } = useImport()
  const { counts, sequence, name } = report
  return (
    <>
      <div role="status">
        <p className={styles.verdict} data-tone="ok">
          <CircleCheck aria-hidden />
          <span>
            {isUndone ? text.undone : `${text.done}: ${name}. `}
            {!isUndone && text.doneWith(count(counts.added, 'customer'), String(counts.changed))}
          </span>
        </p>
      </div>
      {!isUndone && <ImportCounts report={report} />}
      <div className={styles.actions}>
        <Button variant="primary" onClick={clear}>
          {text.next}
        </Button>
        <ButtonLink href="#/customers">{text.toCustomers}</ButtonLink>
        {counts.casesOpened > 0 && <ButtonLink href="#/cases">{text.toCases}</ButtonLink>}
        {sequence !== null && !isUndone && (
          <Button icon={<Undo2 aria-hidden />} onClick={() => void undo(sequence)}>
            {text.undo}
          </Button>
        )}
      </div>
    </>
  )
}

/** Rows, encoding and separator, as the file was read. */
function form({ counts, encoding, delimiter }: ImportReport): string {
  return text.rows(count(counts.rows, 'row'), encoding, text.delimiters[delimiter])
}

/** What comes before the rows: columns that do not do, a question that cases cannot be opened without. */
function firstProblem({ problems }: ImportReport): ImportReport['problems'][number] | null {
  return problems.find(({ code }) => FIRST.includes(code)) ?? null
}

/** How much there is to take. */
function changes({ counts }: ImportReport): number {
  return counts.added + counts.changed + counts.payersAdded + counts.payersChanged + counts.casesOpened
}
