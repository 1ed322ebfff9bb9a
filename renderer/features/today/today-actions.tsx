import { AlarmClockOff, Check, MailQuestion, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import type { DueRow } from '../../../shared/contract/operations/cases.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import { todayText as text } from '../../../shared/text/ui/today.ts'
import { client } from '../../client/index.ts'
import { useToday } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { sayChanged } from '../../state/undo.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { SnoozeDialog } from '../reminders/snooze-dialog.tsx'
import { AskAgainDialog } from './ask-again-dialog.tsx'
import { ChaseDialog } from './chase-dialog.tsx'

type Row = z.infer<typeof DueRow>

/** What can be done about a row without leaving Today, as the host offers it. A key on the row presses its button. */
export function TodayActions({ row }: { readonly row: Row }) {
  const [open, setOpen] = useState<'chase' | 'snooze' | null>(null)
  const close = () => setOpen(null)
  const { ref, customer } = row.case
  return (
    <>
      {row.offers.includes('check') && <CheckNow row={row} />}
      {row.offers.includes('mark') && <MarkDone row={row} />}
      {row.offers.includes('chase') && (
        <Button
          icon={<MailQuestion aria-hidden />}
          aria-label={`Chase ${ref} ${customer}`}
          data-row-key="m"
          onClick={() => setOpen('chase')}
        >
          {text.actions.chase}
        </Button>
      )}
      {row.offers.includes('snooze') && (
        <IconButton label={`Put off ${ref} ${customer}`} data-row-key="z" onClick={() => setOpen('snooze')}>
          <AlarmClockOff aria-hidden />
        </IconButton>
      )}
      {open === 'chase' &&
        (row.request === null ? (
          <ChaseDialog row={row.case} onClose={close} />
        ) : (
          <AskAgainDialog row={row.case} request={row.request} onClose={close} />
        ))}
      {open === 'snooze' && row.wait && (
        <SnoozeDialog caseId={row.case.id} caseRef={ref} customer={customer} wait={row.wait} onClose={close} />
      )}
    </>
  )
}

/** Looks at AWS right here: what has come ends its wait. */
function CheckNow({ row }: { readonly row: Row }) {
  const { id, ref, customer } = row.case
  const { busy, act } = useInPlace()
  return (
    <Button
      icon={<RefreshCw aria-hidden />}
      busy={busy}
      aria-label={`Check ${ref} ${customer}`}
      data-row-key="c"
      onClick={() =>
        act(async () => {
          const step = row.step === null ? {} : { step: row.step }
          const { said, why } = checked(await client.send('case.check', { case: id, ...step }), row.step)
          toast.done(said, why)
        })
      }
    >
      {text.actions.check}
    </Button>
  )
}

/** Ticks the step, or takes down that the customer has answered. */
function MarkDone({ row }: { readonly row: Row }) {
  const { id, ref, customer } = row.case
  const { busy, act } = useInPlace()
  const { request } = row
  const word = request === null ? text.actions.done : text.actions.answered
  return (
    <Button
      icon={<Check aria-hidden />}
      busy={busy}
      aria-label={`${request === null ? 'Mark done' : word}: ${row.todo}, ${ref} ${customer}`}
      data-row-key="d"
      onClick={() =>
        act(async () => {
          if (request === null) {
            const done = await client.send('case.step', { case: id, step: row.step ?? '', to: 'done' })
            sayChanged(`${ref}: ${row.todo} is done`, done.sequence)
          } else {
            await client.send('request.done', { case: id, request })
            toast.done(`${ref}: the customer has answered`)
          }
        })
      }
    >
      {word}
    </Button>
  )
}

/** How the look came out: of several checks the first that did not pass, with what was found. */
function checked(view: CaseView, step: string | null): { readonly said: string; readonly why?: string } {
  const checks = view.steps.find(({ id }) => id === step)?.checks ?? []
  const told = checks.find(({ outcome }) => outcome !== null && outcome !== 'pass') ?? checks.at(-1)
  if (!told || told.outcome === null) return { said: text.checked(view.ref) }
  const [finding] = told.findings
  const said = text.outcome(view.ref, told.title, text.outcomes[told.outcome])
  return finding && told.outcome !== 'pass' ? { said, why: finding.message } : { said }
}

function useInPlace() {
  const { run, busy } = useSubmit()
  const act = (work: () => Promise<void>) =>
    void run(async () => {
      try {
        await work()
      } catch (thrown) {
        toast.failed(thrown)
      } finally {
        await useToday.getState().refresh()
      }
    })
  return { busy, act }
}
