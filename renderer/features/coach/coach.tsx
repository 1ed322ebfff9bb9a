import { Compass, X } from 'lucide-react'
import { useEffect } from 'react'
import type { CaseView } from '../../../shared/contract/views.ts'
import { coachText as text } from '../../../shared/text/ui/coach.ts'
import { forgetCoach, useCoach, useFirstCase, useGuidedCase } from '../../state/coach.ts'
import { useRoute } from '../../state/location.ts'
import { caseHref } from '../../state/route.ts'
import { useSurface } from '../../state/surfaces.ts'
import { toast } from '../../state/toasts.ts'
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx'
import styles from './coach.module.css'

/**
 * The guide of a practice workspace: what to look at next in the first case, and why. It stands below the screen, stops
 * nobody, goes by what the case says of itself, and can be hidden and brought back at any time.
 */
export function Coach() {
  const isShown = useCoach((s) => s.isShown)
  return isShown ? <Guide /> : null
}

function Guide() {
  const list = useFirstCase((s) => s.data)
  const guided = useGuidedCase((s) => s.data)
  const first = list?.rows[0]?.id ?? null
  useEffect(() => {
    void useFirstCase.getState().load({ order: 'number', limit: 1 })
    return forgetCoach
  }, [])
  useEffect(() => {
    if (first !== null) void useGuidedCase.getState().load({ case: first })
  }, [first])
  if (list === null || (first !== null && guided === null)) return null
  const hide = () => {
    useCoach.getState().show(false)
    toast.done(text.hidden)
    document.getElementById('content')?.focus()
  }
  return (
    <aside className={styles.coach} aria-label={text.label}>
      <Compass aria-hidden className={styles.icon} />
      <div className={styles.words} aria-live="polite">
        {first === null || guided === null ? <Begin /> : <Lesson guided={guided} />}
      </div>
      <div className={styles.actions}>
        {first === null || guided === null ? (
          <Button onClick={() => useSurface.getState().show('new-case')}>{text.begin.button}</Button>
        ) : (
          <ShowMe guided={guided} />
        )}
        <IconButton label={text.hide} onClick={hide}>
          <X aria-hidden />
        </IconButton>
      </div>
    </aside>
  )
}

function Begin() {
  return (
    <>
      <p className={styles.title}>{text.begin.title}</p>
      <p className={styles.text}>{text.begin.text}</p>
    </>
  )
}

function Lesson({ guided }: { readonly guided: CaseView }) {
  const next = guided.steps.find((s) => s.id === guided.nextStepId)
  const said = guided.state === 'done' ? text.over : next ? text.lesson(guided.procedure.id, next) : text.held
  const done = guided.phases.reduce((sum, phase) => sum + phase.stepsDone, 0)
  const total = guided.phases.reduce((sum, phase) => sum + phase.stepsTotal, 0)
  return (
    <>
      <p className={styles.place}>{text.place(done, total)}</p>
      <p className={styles.title}>{said.title}</p>
      <p className={styles.text}>{said.text}</p>
    </>
  )
}

/** Leads to the step that comes next, where the screen shows another one. */
function ShowMe({ guided }: { readonly guided: CaseView }) {
  const route = useRoute()
  const { ref, nextStepId } = guided
  const isThere = route.screen === 'case' && route.ref === ref && route.step === nextStepId
  if (isThere || nextStepId === null) return null
  return <ButtonLink href={caseHref(ref, 'steps', nextStepId)}>{text.show}</ButtonLink>
}
