import { useRef } from 'react'
import { caseText } from '../../../shared/text/ui/case.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'

interface ReasonDialogProps {
  readonly title: string
  readonly lead: string
  readonly button: string
  /** Absent: no reason is asked for. */
  readonly reason?: string
  readonly onReason?: (reason: string) => void
  /** What it takes along, said as soon as that is known; empty until then. Absent: nothing. */
  readonly consequence?: string
  readonly danger?: boolean
  readonly onClose: () => void
  /** @throws OperationError, which is then said in the dialog. */
  readonly onConfirm: () => Promise<unknown>
}

/** A change that wants a reason on record, or at least a second look. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, lead, button, reason, onReason, consequence, danger = false, onClose, onConfirm } = props
  const { run, busy, error } = useSubmit()
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={lead}
      {...(onReason ? { initialFocus: field } : {})}
      onSubmit={() => void run(onConfirm).then((done) => done && onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy}>
            {button}
          </Button>
        </>
      }
    >
      {consequence !== undefined && <p role="status">{consequence}</p>}
      {onReason && (
        <TextArea
          ref={field}
          label={caseText.reason.label}
          help={caseText.reason.hint}
          value={reason ?? ''}
          onValue={onReason}
          problem={fieldProblem(error, 'reason')}
        />
      )}
      <Problem error={otherProblem(error, onReason ? ['reason'] : [])} />
    </Dialog>
  )
}
