import { Check, MailQuestion, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import type { DueRow } from '../../../shared/contract/operations/cases.ts'
import { client } from '../../client/index.ts'
import { useToday } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { ChaseDialog } from './chase-dialog.tsx'

type Row = z.infer<typeof DueRow>

/** What can be done about a row without leaving Today, as the host offers it. */
export function TodayActions({ row }: { readonly row: Row }) {
  const [chasing, setChasing] = useState(false)
  const { ref, customer } = row.case
  return (
    <>
      {row.offers.includes('check') && <CheckNow row={row} />}
      {row.offers.includes('mark') && <MarkDone row={row} />}
      {row.offers.includes('chase') && (
        <Button
          icon={<MailQuestion aria-hidden />}
          aria-label={`Chase ${ref} ${customer}`}
          onClick={() => setChasing(true)}
        >
          Chase
        </Button>
      )}
      {chasing && <ChaseDialog row={row.case} onClose={() => setChasing(false)} />}
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
      onClick={() =>
        act(`${ref} is checked`, () =>
          client.send('case.check', { case: id, ...(row.step === null ? {} : { step: row.step }) }),
        )
      }
    >
      Check
    </Button>
  )
}

function MarkDone({ row }: { readonly row: Row }) {
  const { id, ref, customer } = row.case
  const { busy, act } = useInPlace()
  return (
    <Button
      icon={<Check aria-hidden />}
      busy={busy}
      aria-label={`Mark done: ${row.todo}, ${ref} ${customer}`}
      onClick={() =>
        act(`${ref}: ${row.todo} is done`, () =>
          client.send('case.step', { case: id, step: row.step ?? '', to: 'done' }),
        )
      }
    >
      Done
    </Button>
  )
}

function useInPlace() {
  const { run, busy } = useSubmit()
  const act = (said: string, work: () => Promise<unknown>) =>
    void run(async () => {
      try {
        await work()
        toast.done(said)
      } catch (thrown) {
        toast.failed(thrown)
      } finally {
        await useToday.getState().refresh()
      }
    })
  return { busy, act }
}
