import type { CaseView, CheckView, StepView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { dateTime } from '../../format/zoned.ts'
import { useZone } from '../../state/session.ts'
import { CheckOutcome } from '../checks/check-outcome.tsx'
import { CheckResult } from '../checks/check-result.tsx'
import { CheckButton, looksFirst } from './check-button.tsx'
import styles from './step-checks.module.css'

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
          <Check key={check.id} check={check} payer={view.payer.id} />
        ))}
      </div>
    </section>
  )
}

function Check({ check, payer }: { readonly check: CheckView; readonly payer: string }) {
  const zone = useZone()
  return (
    <div className={styles.check}>
      <p className={styles.name}>
        <span>{check.title}</span>
        {check.outcome === null ? (
          <span className={styles.when}>{caseText.checks.never}</span>
        ) : (
          <CheckOutcome outcome={check.outcome} />
        )}
        {check.at !== null && <span className={styles.when}>{dateTime(check.at, zone)}</span>}
      </p>
      <CheckResult check={check} payer={payer} />
    </div>
  )
}
