import { useEffect, useRef } from 'react'
import type { CaseView, StepView } from '../../../shared/contract/views.ts'
import { useSettings } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import styles from './step-list.module.css'
import { STEP_LOOKS } from './step-status.tsx'

/** Every step of the procedure under its phase: what is done, what is next, what has to wait. */
export function StepList({ view, stepId }: { readonly view: CaseView; readonly stepId: string | null }) {
  const singleKeys = useSettings((s) => s.data?.appearance.singleKeys ?? true)
  const onKeyDown = useRowKeys(singleKeys)
  return (
    <nav className={styles.list} aria-label="Steps" onKeyDown={onKeyDown}>
      {view.phases.map((phase, index) => (
        <section key={phase.id} aria-label={phase.title}>
          <h2 className={styles.phase}>
            {index + 1}. {phase.title}
          </h2>
          <ol>
            {view.steps
              .filter((s) => s.phase === phase.id)
              .map((step) => (
                <StepItem
                  key={step.id}
                  caseRef={view.ref}
                  step={step}
                  shown={step.id === stepId}
                  next={step.id === view.nextStepId}
                />
              ))}
          </ol>
        </section>
      ))}
    </nav>
  )
}

interface StepItemProps {
  readonly caseRef: string
  readonly step: StepView
  readonly shown: boolean
  readonly next: boolean
}

function StepItem({ caseRef, step, shown, next }: StepItemProps) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (shown) link.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  const look = STEP_LOOKS[step.status]
  return (
    <li>
      <a
        ref={link}
        data-row
        className={styles.step}
        data-status={step.status}
        href={caseHref(caseRef, 'steps', step.id)}
        aria-current={shown ? 'step' : undefined}
      >
        <span className={styles.icon}>{look.icon}</span>
        <span className={styles.title}>{step.title}</span>
        <span className="visually-hidden">, {look.word}</span>
        {next && <span className={styles.next}>next</span>}
      </a>
    </li>
  )
}
