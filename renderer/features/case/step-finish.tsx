import { ArrowRight, Ban, Ellipsis, Minus, RotateCcw, Send, Zap } from 'lucide-react'
import { useState } from 'react'
import type { CaseView, StepView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { caseHref } from '../../state/route.ts'
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Menu } from '../../ui/menu.tsx'
import { CheckButton, looksFirst } from './check-button.tsx'
import { MarkDone } from './mark-done.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import styles from './step-finish.module.css'
import { StepStateDialog, type StepTransition } from './step-state-dialog.tsx'
import type { FactDrafts } from './use-fact-drafts.ts'

interface StepFinishProps {
  readonly view: CaseView
  readonly step: StepView
  readonly drafts: FactDrafts
}

/** How a step ends: run on AWS, marked by hand, settled elsewhere; and after it, the way to the next. */
export function StepFinish({ view, step, drafts }: StepFinishProps) {
  const [planning, setPlanning] = useState(false)
  const [transition, setTransition] = useState<StepTransition | null>(null)
  const settled = step.status === 'done' || step.status === 'not-applicable'
  const open = view.state === 'open'
  const doable = open && (step.status === 'todo' || step.status === 'blocked' || step.status === 'locked')
  const warned = step.checks.some(({ outcome }) => outcome === 'warn' || outcome === 'fail')
  const passOver = { label: 'Not applicable…', icon: <Minus aria-hidden />, onSelect: () => setTransition('skip') }
  const block = { label: 'Blocked…', icon: <Ban aria-hidden />, onSelect: () => setTransition('block') }
  const unblock = {
    label: 'No longer blocked…',
    icon: <RotateCcw aria-hidden />,
    onSelect: () => setTransition('reopen'),
  }

  return (
    <footer className={styles.bar}>
      {settled && <NextStep view={view} step={step} />}
      {settled && open && step.because === null && (
        <Button icon={<RotateCcw aria-hidden />} onClick={() => setTransition('reopen')}>
          Reopen step
        </Button>
      )}
      {doable && looksFirst(step) && <CheckButton step={step} primary />}
      {doable && step.byHand && (
        <MarkDone view={view} step={step} drafts={drafts} primary={step.action === null && !looksFirst(step)} />
      )}
      {doable && step.byHand && warned && <p className={cx(styles.note, styles.knowing)}>{caseText.knowing}</p>}
      {doable && step.action !== null && (
        // Never shut beforehand: the plan says what stands against it, and an action needs less than the console's walk.
        <Button variant="primary" icon={<Zap aria-hidden />} onClick={() => setPlanning(true)}>
          {step.action.label}
        </Button>
      )}
      {doable && !step.byHand && <SettledElsewhere view={view} step={step} />}
      {doable && (
        <Menu
          trigger={
            <IconButton label="Step actions">
              <Ellipsis aria-hidden />
            </IconButton>
          }
          actions={step.status === 'blocked' ? [unblock, passOver] : [block, passOver]}
        />
      )}
      {planning && step.action !== null && (
        <PlanDialog view={view} action={step.action} onClose={() => setPlanning(false)} />
      )}
      {transition !== null && (
        <StepStateDialog view={view} step={step} transition={transition} onClose={() => setTransition(null)} />
      )}
    </footer>
  )
}

function NextStep({ view, step }: { readonly view: CaseView; readonly step: StepView }) {
  const next = view.steps.find((s) => s.id === view.nextStepId)
  if (!next || next.id === step.id) return null
  return (
    <ButtonLink variant="primary" href={caseHref(view.ref, 'steps', next.id)} icon={<ArrowRight aria-hidden />}>
      Next: {next.title}
    </ButtonLink>
  )
}

/** A step that a file or a submission settles leads to where that happens. */
function SettledElsewhere({ view, step }: { readonly view: CaseView; readonly step: StepView }) {
  if (step.kind === 'attach') return <p className={styles.note}>{caseText.nothingByHand.attach}</p>
  const sends = step.kind === 'send'
  return (
    <>
      <ButtonLink variant="primary" href={caseHref(view.ref, 'submission')} icon={<Send aria-hidden />}>
        {sends ? 'Open the submission' : 'Record Spot’s answer'}
      </ButtonLink>
      <p className={styles.note}>{sends ? caseText.nothingByHand.send : caseText.nothingByHand.other}</p>
    </>
  )
}
