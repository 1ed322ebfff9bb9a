import { Send } from 'lucide-react'
import { useState } from 'react'
import type { CaseView } from '../../../shared/contract/views.ts'
import { zoneName } from '../../../shared/text/times.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { fromWallTime } from '../../format/zoned.ts'
import { onCase } from '../../state/current-case.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useZone } from '../../state/session.ts'
import { sayChanged } from '../../state/undo.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { type FieldProblem, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './mark-sent.module.css'

/** Records that the submission has left the house: the moment from which the 72 hours run. */
export function MarkSent({ view }: { readonly view: CaseView }) {
  const zone = useZone()
  const [wallTime, setWallTime] = useState('')
  const [via, setVia] = useState('')
  const [badTime, setBadTime] = useState<FieldProblem | null>(null)
  const { run, busy, error } = useSubmit()

  const submit = () => {
    const at = wallTime === '' ? undefined : fromWallTime(wallTime, zone)
    setBadTime(at === null ? caseText.badTime : null)
    if (at === null) return
    void run(async () => {
      const { sequence } = await onCase('submission.sent', {
        ...(at === undefined ? {} : { at }),
        ...(via.trim() === '' ? {} : { via: via.trim() }),
      })
      sayChanged(`${view.ref} is marked as sent`, sequence)
    })
  }
  return (
    <Section title={text.send.title} hint={text.send.lead}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          type="datetime-local"
          label={`Sent at (${zoneName(zone)})`}
          help={text.send.at}
          value={wallTime}
          onValue={setWallTime}
          problem={badTime ?? fieldProblem(error, 'at')}
        />
        <TextField
          label="Sent via"
          note="optional"
          help={text.send.via}
          value={via}
          onValue={setVia}
          problem={fieldProblem(error, 'via')}
        />
        <Problem error={otherProblem(error, ['at', 'via'])} />
        <div>
          <Button type="submit" variant="primary" icon={<Send aria-hidden />} busy={busy}>
            Mark as sent
          </Button>
        </div>
      </form>
    </Section>
  )
}
