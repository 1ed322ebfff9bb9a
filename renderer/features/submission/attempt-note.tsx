import { useState } from 'react'
import type { SubmissionView } from '../../../shared/contract/views.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { onCase } from '../../state/current-case.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Problem } from '../../ui/problem.tsx'
import { readFile } from '../case/read-file.ts'
import styles from './mark-sent.module.css'

/** Keeps what Spot said about the newest attempt: the ticket number, and replies one by one. */
export function AttemptNote({ latest }: { readonly latest: SubmissionView }) {
  const [ticket, setTicket] = useState(latest.ticket)
  const [reply, setReply] = useState('')
  const [file, setFile] = useState<{ readonly name: string; readonly base64: string } | null>(null)
  const { run, busy, error } = useSubmit()
  const submit = () =>
    run(async () => {
      const said = { ...(reply.trim() === '' ? {} : { text: reply }), ...(file === null ? {} : { file }) }
      await onCase('submission.note', { ticket, ...(Object.keys(said).length === 0 ? {} : { reply: said }) })
      setReply('')
      setFile(null)
      toast.done(text.note.saved)
    })
  return (
    <Disclosure summary={text.note.title}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{text.note.lead}</p>
        <TextField
          label="Ticket number"
          help={text.note.ticket}
          value={ticket}
          onValue={setTicket}
          problem={fieldProblem(error, 'ticket')}
        />
        <TextArea
          label="Reply from Spot"
          help={text.note.reply}
          value={reply}
          onValue={setReply}
          problem={fieldProblem(error, 'reply')}
        />
        <FileDrop
          label={file === null ? text.note.pick : text.note.picked(file.name)}
          hint={text.note.file}
          onFile={(picked) => void run(async () => setFile(await readFile(picked)))}
        />
        <Problem error={otherProblem(error, ['ticket', 'reply'])} />
        <div>
          <Button type="submit" busy={busy}>
            Keep with the attempt
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
