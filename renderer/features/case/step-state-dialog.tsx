import { useEffect, useState } from 'react'
import type { CaseView, StepView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { client } from '../../client/index.ts'
import { onCase } from '../../state/current-case.ts'
import { sayChanged } from '../../state/undo.ts'
import { ReasonDialog } from './reason-dialog.tsx'

export type StepTransition = 'skip' | 'block' | 'reopen'

const SAID: Readonly<Record<StepTransition, string>> = {
  skip: 'Not applicable',
  block: 'Blocked',
  reopen: 'Open again',
}

/** Passes a step over, blocks it, or opens it again; always with a reason. */
export function StepStateDialog({
  view,
  step,
  transition,
  onClose,
}: {
  readonly view: CaseView
  readonly step: StepView
  readonly transition: StepTransition
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const text = caseText[transition]
  const previews = transition === 'reopen' && step.status !== 'blocked'
  const takes = useReopenSentence(view, step, previews)
  return (
    <ReasonDialog
      title={`${text.title}: ${step.title}`}
      lead={step.status === 'blocked' && transition === 'reopen' ? caseText.unblock : text.lead}
      {...(previews ? { consequence: takes } : {})}
      button={text.button}
      reason={reason}
      onReason={setReason}
      onClose={onClose}
      onConfirm={async () => {
        const { sequence } = await onCase('case.step', { step: step.id, to: transition, reason })
        sayChanged(`${SAID[transition]}: ${step.title}`, sequence)
      }}
    />
  )
}

/** What reopening the step takes along, said before it is done; empty until it is known. */
function useReopenSentence({ id, revision }: CaseView, step: StepView, asked: boolean): string {
  const [sentence, setSentence] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the case may change what is taken along
  useEffect(() => {
    if (!asked) return
    let current = true
    client
      .send('case.reopen-preview', { case: id, step: step.id })
      .then((preview) => current && setSentence(preview.sentence))
      // What stands against it is said where it is tried.
      .catch(() => current && setSentence(''))
    return () => {
      current = false
    }
  }, [id, revision, step.id, asked])
  return sentence
}
