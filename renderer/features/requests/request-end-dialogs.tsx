import { useState } from 'react'
import { caseText } from '../../../shared/text/ui/case.ts'
import { requestsText } from '../../../shared/text/ui/requests.ts'
import { client } from '../../client/index.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RequestFoot } from './request-foot.tsx'
import type { RequestCase, RequestView } from './request-list.tsx'
import styles from './requests.module.css'
import { useRequestChange } from './use-request-change.ts'
import { useTypedInstant } from './use-typed-instant.ts'

interface EndProps {
  readonly of: RequestCase
  readonly request: RequestView
  readonly onClose: () => void
}

/** The customer has given what was asked for: the wait is met. */
export function RequestAnswered({ of, request, onClose }: EndProps) {
  const text = requestsText.answeredDialog
  const [note, setNote] = useState('')
  const [when, setWhen] = useState('')
  const at = useTypedInstant(when)
  const { change, busy, error } = useRequestChange(onClose)
  const save = () =>
    change(
      () => client.send('request.done', { case: of.id, request: request.id, note, ...(at ? { at } : {}) }),
      text.said,
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      description={text.lead}
      onSubmit={() => void (at !== null && save())}
      footer={<RequestFoot label={text.done} busy={busy} onClose={onClose} />}
    >
      <div className={styles.fields}>
        <TextField label={text.note} help={text.noteHint} value={note} onValue={setNote} />
        <TextField
          type="datetime-local"
          label={text.at}
          help={text.atHint}
          value={when}
          onValue={setWhen}
          problem={at === null ? caseText.badTime : fieldProblem(error, 'at')}
        />
        <Problem error={otherProblem(error, ['at'])} />
      </div>
    </Dialog>
  )
}

/** What was asked for is not needed any more: the wait ends, with the reason on the record. */
export function RequestCancelled({ of, request, onClose }: EndProps) {
  const text = requestsText.cancelDialog
  const [reason, setReason] = useState('')
  const { change, busy, error } = useRequestChange(onClose)
  const save = () =>
    change(() => client.send('request.cancel', { case: of.id, request: request.id, reason }), text.said)
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      description={text.lead}
      onSubmit={() => void save()}
      footer={<RequestFoot label={text.done} busy={busy} onClose={onClose} />}
    >
      <TextField
        label={caseText.reason.label}
        help={caseText.reason.hint}
        value={reason}
        onValue={setReason}
        problem={fieldProblem(error, 'reason')}
      />
      <Problem error={otherProblem(error, ['reason'])} />
    </Dialog>
  )
}
