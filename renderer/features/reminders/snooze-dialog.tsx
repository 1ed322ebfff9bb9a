import { useEffect, useState } from 'react'
import { zoneName } from '../../../shared/text/times.ts'
import { remindersText } from '../../../shared/text/ui/reminders.ts'
import { client } from '../../client/index.ts'
import { fromWallTime } from '../../format/zoned.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { useZone } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { undoChange } from '../../state/undo.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './snooze-dialog.module.css'

interface SnoozeDialogProps {
  readonly caseId: string
  readonly caseRef: string
  readonly customer: string
  readonly wait: { readonly id: string; readonly title: string }
  readonly onClose: () => void
}

const useChoices = createQueryStore(client, 'reminder.choices')

/** Puts a wait off: to one of the usual times with one click, or to a day and a time. */
export function SnoozeDialog({ caseId, caseRef, customer, wait, onClose }: SnoozeDialogProps) {
  const zone = useZone()
  const answer = useChoices()
  const { run, busy, error } = useSubmit()
  const [typed, setTyped] = useState('')
  const [isBad, setBad] = useState(false)
  useEffect(() => {
    void useChoices.getState().load({ case: caseId, wait: wait.id }, { keep: false })
  }, [caseId, wait.id])

  const putOff = (until: string) =>
    void run(async () => {
      const done = await client.send('reminder.snooze', { case: caseId, wait: wait.id, until })
      toast.undoable(remindersText.done(done.untilText), () => void undoChange(done.sequence))
    }).then((done) => done && onClose())
  const submit = () => {
    const until = fromWallTime(typed, zone)
    setBad(until === null)
    if (until !== null) putOff(until)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={remindersText.title(caseRef, customer)}
      description={remindersText.lead(wait.title)}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {remindersText.putOff}
          </Button>
        </>
      }
    >
      <Loaded from={answer}>
        {({ choices, snoozed }) => (
          <>
            {snoozed && <p className={styles.snoozed}>{remindersText.snoozed(snoozed.untilText)}</p>}
            <ul className={styles.choices} aria-label={remindersText.choices}>
              {choices.map((choice) => (
                <li key={choice.id}>
                  <button type="button" className={styles.choice} onClick={() => putOff(choice.until)}>
                    <span>{choice.label}</span>
                    <span className={styles.until}>{choice.untilText}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <TextField
        type="datetime-local"
        label={remindersText.other}
        help={remindersText.otherHelp(zoneName(zone))}
        value={typed}
        onValue={setTyped}
        problem={isBad ? remindersText.badTime : fieldProblem(error, 'until')}
      />
      <Problem error={otherProblem(error, ['until'])} />
    </Dialog>
  )
}
