import { useState } from 'react'
import type { CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { onCase } from '../../state/current-case.ts'
import { sayChanged } from '../../state/undo.ts'
import { ReasonDialog } from './reason-dialog.tsx'

export type CaseTransition = keyof typeof caseText.state

const SAID: Readonly<Record<CaseTransition, string>> = {
  hold: 'is on hold',
  resume: 'goes on',
  abandon: 'is abandoned',
  reopen: 'is open again',
  close: 'is closed',
}

/** Hold, resume, abandon or reopen the case. */
export function CaseStateDialog({
  view,
  transition,
  onClose,
}: {
  readonly view: CaseView
  readonly transition: CaseTransition
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const text = caseText.state[transition]
  return (
    <ReasonDialog
      title={`${text.title}: ${view.ref} ${view.customer.name}`}
      lead={text.lead}
      button={text.button}
      danger={transition === 'abandon'}
      {...(text.reason ? { reason, onReason: setReason } : {})}
      onClose={onClose}
      onConfirm={async () => {
        const { sequence } = await onCase('case.state', { to: transition, ...(text.reason ? { reason } : {}) })
        sayChanged(`${view.ref} ${SAID[transition]}`, sequence)
      }}
    />
  )
}
