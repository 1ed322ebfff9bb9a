import { useState } from 'react'
import { fromWallTime } from '../../../shared/domain/wall-time.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { requestsText } from '../../../shared/text/ui/requests.ts'
import { client } from '../../client/index.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useRequests } from '../../state/queries.ts'
import { useZone } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import type { RequestCase, RequestView } from './request-list.tsx'
import styles from './requests.module.css'

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
  const at = useInstant(when)
  const { run, busy, error } = useSubmit()
  const save = () =>
    run(async () => {
      await client.send('request.done', { case: of.id, request: request.id, note, ...(at ? { at } : {}) })
      await useRequests.getState().refresh()
      toast.done(text.said)
    }).then((done) => done && onClose())
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      description={text.lead}
      onSubmit={() => void (at !== null && save())}
      footer={<Foot label={text.done} busy={busy} onClose={onClose} />}
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
  const { run, busy, error } = useSubmit()
  const save = () =>
    run(async () => {
      await client.send('request.cancel', { case: of.id, request: request.id, reason })
      await useRequests.getState().refresh()
      toast.done(text.said)
    }).then((done) => done && onClose())
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      description={text.lead}
      onSubmit={() => void save()}
      footer={<Foot label={text.done} busy={busy} onClose={onClose} />}
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

function Foot({
  label,
  busy,
  onClose,
}: {
  readonly label: string
  readonly busy: boolean
  readonly onClose: () => void
}) {
  return (
    <>
      <Button onClick={onClose}>Close</Button>
      <Button type="submit" variant="primary" busy={busy}>
        {label}
      </Button>
    </>
  )
}

/** Undefined where nothing was typed, null where it is no time. */
function useInstant(when: string): string | null | undefined {
  const zone = useZone()
  return when === '' ? undefined : fromWallTime(when, zone)
}
