import { useState } from 'react'
import type { StepView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { onCase } from '../../state/current-case.ts'
import { toast } from '../../state/toasts.ts'
import { ReasonDialog } from './reason-dialog.tsx'

export type StepTransition = 'skip' | 'block' | 'reopen'

const SAID: Readonly<Record<StepTransition, string>> = {
  skip: 'Not applicable',
  block: 'Blocked',
  reopen: 'Open again',
}

/** Passes a step over, blocks it, or opens it again; always with a reason. */
export function StepStateDialog({
  step,
  transition,
  onClose,
}: {
  readonly step: StepView
  readonly transition: StepTransition
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const text = caseText[transition]
  return (
    <ReasonDialog
      title={`${text.title}: ${step.title}`}
      lead={text.lead}
      button={text.button}
      reason={reason}
      onReason={setReason}
      onClose={onClose}
      onConfirm={async () => {
        await onCase('case.step', { step: step.id, to: transition, reason })
        toast.done(`${SAID[transition]}: ${step.title}`)
      }}
    />
  )
}
