import { CircleCheck, Undo2, X } from 'lucide-react'
import type { HandoverReport } from '../../../shared/contract/operations/handovers.ts'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { count } from '../../format/plural.ts'
import { caseHref } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './exchange.module.css'
import { HandoverConflicts } from './handover-conflicts.tsx'
import { useHandover } from './handover-state.ts'

const text = exchangeText.handover

/** Takes over what a colleague handed over: seen first, chosen where both sides differ, and nothing lost. */
export function HandoverPart() {
  const { file, report, choices, error, busy, take, run, clear } = useHandover()
  const isOpen = report?.conflicts.some(({ id }) => choices[id] === undefined) ?? false
  const isSame = report !== null && isNothing(report)
  return (
    <Section title={text.title} hint={text.lead}>
      <div className={styles.stack}>
        {report?.applied ? (
          <TakenOver report={report} />
        ) : (
          <>
            <div className={styles.narrow}>
              <FileDrop
                label={file === null ? text.pick : exchangeText.import.another}
                hint={text.drop}
                accept=".casebook"
                busy={busy}
                onFile={(picked) => void take(picked)}
              />
            </div>
            {busy && report === null && (
              <p role="status" className={styles.quiet}>
                {text.reading}
              </p>
            )}
            {report && <Plan report={report} />}
            <Problem error={error} className={styles.narrow} />
            {report && (
              <div className={styles.actions}>
                {!isSame && (
                  <Button variant="primary" busy={busy} disabled={isOpen} onClick={() => void run()}>
                    {text.take}
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

function Plan({ report }: { readonly report: HandoverReport }) {
  return (
    <>
      <h3>{text.from(report.company)}</h3>
      {isNothing(report) && (
        <p role="status" className={styles.verdict} data-tone="ok">
          <CircleCheck aria-hidden />
          <span>{text.same}</span>
        </p>
      )}
      <CaseTable report={report} />
      <p className={styles.quiet}>
        {text.people(count(report.customers.length, 'customer'), count(report.payers.length, 'payer'))}
      </p>
      <FindingList findings={report.findings} />
      <HandoverConflicts conflicts={report.conflicts} />
    </>
  )
}

function TakenOver({ report }: { readonly report: HandoverReport }) {
  const { isUndone, undo, clear } = useHandover()
  const { sequence } = report
  return (
    <>
      <div role="status">
        <p className={styles.verdict} data-tone="ok">
          <CircleCheck aria-hidden />
          <span>{isUndone ? text.undone : `${text.done}. ${text.doneHint}`}</span>
        </p>
      </div>
      {!isUndone && <CaseTable report={report} />}
      <div className={styles.actions}>
        <Button variant="primary" onClick={clear}>
          {text.next}
        </Button>
        {sequence !== null && !isUndone && (
          <Button icon={<Undo2 aria-hidden />} onClick={() => void undo(sequence)}>
            {text.undo}
          </Button>
        )}
      </div>
    </>
  )
}

function CaseTable({ report }: { readonly report: HandoverReport }) {
  if (report.cases.length === 0) return null
  return (
    <DataTable
      label={text.title}
      rows={report.cases}
      rowKey={(row) => row.ref}
      columns={[
        { key: 'ref', title: text.heads.case, heads: true, tight: true, cell: (row) => row.ref },
        {
          key: 'as',
          title: text.heads.here,
          tight: true,
          // Before it is taken over, a new case is not there to be opened.
          cell: (row) => (row.what === 'new' && !report.applied ? row.as : <a href={caseHref(row.as)}>{row.as}</a>),
        },
        { key: 'customer', title: text.heads.customer, cell: (row) => row.customer },
        { key: 'what', title: text.heads.what, cell: (row) => text.outcomes[row.what] },
      ]}
    />
  )
}

/** Nothing of it is new, and nothing differs. */
function isNothing({ cases, customers, payers, conflicts }: HandoverReport): boolean {
  return conflicts.length === 0 && [...cases, ...customers, ...payers].every(({ what }) => what === 'same')
}
