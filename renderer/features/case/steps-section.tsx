import { useEffect, useMemo, useRef } from 'react'
import type { CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { WaitBar } from '../waits/wait-bar.tsx'
import { Afterlife } from './afterlife.tsx'
import { NewerVersion } from './newer-version.tsx'
import { StepList } from './step-list.tsx'
import { STEP_TITLE, StepPanel } from './step-panel.tsx'
import styles from './steps-section.module.css'
import { TakeOver } from './take-over.tsx'

/** The procedure: its steps at the left, the one in hand at the right, running waits above it. */
export function StepsSection({ view, stepId }: { readonly view: CaseView; readonly stepId: string | null }) {
  const step = view.steps.find((s) => s.id === stepId)
  // The wait that the step in hand ends stands in the step itself.
  const own = step?.wait?.id
  const running = useMemo(
    () => view.waits.filter((w) => w.state !== 'met' && w.state !== 'cancelled' && w.id !== own),
    [view.waits, own],
  )
  const shownBefore = useRef(stepId)

  useEffect(() => {
    if (shownBefore.current === stepId) return
    shownBefore.current = stepId
    document.getElementById(STEP_TITLE)?.focus()
  }, [stepId])

  return (
    <div className={styles.columns}>
      <StepList view={view} stepId={stepId} />
      <div className={styles.main}>
        <Afterlife view={view} />
        <NewerVersion view={view} />
        <TakeOver view={view} />
        {view.branches.length > 0 && (
          <section className={styles.branches} aria-label={caseText.branches}>
            {view.branches.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        )}
        {running.length > 0 && (
          <section className={styles.waits} aria-label="Running waits">
            {running.map((wait) => (
              <WaitBar key={wait.id} wait={wait} />
            ))}
          </section>
        )}
        {step && <StepPanel key={step.id} view={view} step={step} />}
      </div>
    </div>
  )
}
