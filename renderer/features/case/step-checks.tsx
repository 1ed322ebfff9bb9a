import type { CaseView, CheckView, StepView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { dateTime } from '../../format/zoned.ts'
import { useZone } from '../../state/session.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import { CheckButton, looksFirst } from './check-button.tsx'
import styles from './step-checks.module.css'
import { CHECK_LOOKS } from './step-status.tsx'

/** What AWS says: expected against actual, with cause, way out, time and the identity that looked. */
export function StepChecks({ view, step }: { readonly view: CaseView; readonly step: StepView }) {
  // A step that looks first has the button as its main one, below.
  const unsettled = view.state === 'open' && step.status !== 'done' && step.status !== 'not-applicable'
  return (
    <section className={styles.checks} aria-label="Checks">
      <div className={styles.head}>
        <h3 className={styles.title}>Checks</h3>
        {view.state !== 'abandoned' && !(looksFirst(step) && unsettled) && <CheckButton step={step} />}
      </div>
      <div className={styles.list} aria-live="polite">
        {step.checks.map((check) => (
          <Check key={check.id} check={check} />
        ))}
      </div>
    </section>
  )
}

function Check({ check }: { readonly check: CheckView }) {
  const zone = useZone()
  return (
    <div className={styles.check}>
      <p className={styles.name}>
        <span>{check.title}</span>
        {check.outcome === null ? (
          <span className={styles.when}>{caseText.checks.never}</span>
        ) : (
          <Outcome outcome={check.outcome} />
        )}
        {check.at !== null && <span className={styles.when}>{dateTime(check.at, zone)}</span>}
      </p>
      {check.lines.length > 0 && (
        <DataTable
          label={check.title}
          rows={check.lines}
          rowKey={(line) => line.label}
          columns={[
            { key: 'what', title: 'What', heads: true, cell: (line) => line.label },
            { key: 'expected', title: 'Expected', cell: (line) => <AccountId id={line.expected} /> },
            { key: 'actual', title: 'Actual', cell: (line) => <AccountId id={line.actual} /> },
            { key: 'outcome', title: 'Result', cell: (line) => <Outcome outcome={line.outcome} /> },
          ]}
        />
      )}
      <FindingList findings={check.findings} />
      {check.identity !== null && (
        <p className={styles.identity}>
          Seen as <AccountId id={check.identity.accountId} /> <code>{check.identity.arn}</code> at{' '}
          {check.identity.endpoint}
          {check.identity.simulated && ', simulated'}
        </p>
      )}
    </div>
  )
}

function Outcome({ outcome }: { readonly outcome: keyof typeof CHECK_LOOKS }) {
  const look = CHECK_LOOKS[outcome]
  return (
    <StatusPill tone={look.tone} icon={look.icon}>
      {look.word}
    </StatusPill>
  )
}
