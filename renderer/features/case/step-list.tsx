import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CaseView, StepView } from '../../../shared/contract/views.ts'
import { useSettings } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import styles from './step-list.module.css'
import { stepLook } from './step-status.tsx'

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
                  view={view}
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
  readonly view: CaseView
  readonly step: StepView
  readonly shown: boolean
  readonly next: boolean
}

function StepItem({ view, step, shown, next }: StepItemProps) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (shown) link.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  const look = stepLook(view, step)
  return (
    <li>
      <a
        ref={link}
        data-row
        className={styles.step}
        data-status={step.status === 'locked' && next ? 'todo' : step.status}
        href={caseHref(view.ref, 'steps', step.id)}
        aria-current={shown ? 'step' : undefined}
      >
        <span className={styles.icon}>{look.icon}</span>
        <span className={styles.title}>{step.title}</span>
        <span className="visually-hidden">, {look.word}</span>
        {next && (
          <span className={styles.next}>
            <ArrowLeft aria-hidden />
            <span className="visually-hidden">, next</span>
          </span>
        )}
      </a>
    </li>
  )
}
