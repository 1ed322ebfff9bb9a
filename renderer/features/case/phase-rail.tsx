import { CircleCheck, CircleDashed, CircleDot, CircleMinus } from 'lucide-react'
import type { CaseView, PhaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { caseHref } from '../../state/route.ts'
import styles from './phase-rail.module.css'

const LOOKS = {
  done: { icon: <CircleCheck aria-hidden />, word: 'done' },
  current: { icon: <CircleDot aria-hidden />, word: 'current' },
  ahead: { icon: <CircleDashed aria-hidden />, word: 'ahead' },
} as const

/** The phases of the procedure, how far each is, and a way to its first open step. */
export function PhaseRail({ view }: { readonly view: CaseView }) {
  return (
    <ol className={styles.rail} aria-label="Phases">
      {view.phases.map((phase, index) => (
        <li key={phase.id} className={styles.item} data-state={phase.stepsTotal === 0 ? 'away' : phase.state}>
          <a className={styles.phase} href={caseHref(view.ref, 'steps', firstOpen(view, phase))}>
            <span className={styles.icon}>
              {phase.stepsTotal === 0 ? <CircleMinus aria-hidden /> : LOOKS[phase.state].icon}
            </span>
            <span className={styles.words}>
              <span className={styles.title}>
                {index + 1}. {phase.title}
              </span>
              <Count phase={phase} />
            </span>
          </a>
          <span className={styles.track} aria-hidden="true">
            <span
              className={styles.fill}
              style={{ inlineSize: `${phase.stepsTotal === 0 ? 0 : (100 * phase.stepsDone) / phase.stepsTotal}%` }}
            />
          </span>
        </li>
      ))}
    </ol>
  )
}

function Count({ phase }: { readonly phase: PhaseView }) {
  if (phase.stepsTotal === 0) return <span className={styles.count}>{caseText.fallsAway}</span>
  return (
    <span className={styles.count}>
      {phase.stepsDone} of {phase.stepsTotal}
      <span className="visually-hidden"> steps, {LOOKS[phase.state].word}</span>
    </span>
  )
}

function firstOpen(view: CaseView, phase: PhaseView): string | null {
  const steps = view.steps.filter((s) => s.phase === phase.id)
  return (steps.find((s) => s.status !== 'done' && s.status !== 'not-applicable') ?? steps[0])?.id ?? null
}
