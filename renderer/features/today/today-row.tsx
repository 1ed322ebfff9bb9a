import { CircleDot, RefreshCw } from 'lucide-react'
import type { z } from 'zod'
import type { DueRow } from '../../../shared/contract/operations/cases.ts'
import type { todayText } from '../../../shared/text/ui/today.ts'
import { client } from '../../client/index.ts'
import { fromNow } from '../../format/duration.ts'
import { useToday } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { toast } from '../../state/toasts.ts'
import { useNow } from '../../state/use-now.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { Button } from '../../ui/button.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import { WaitStatePill } from '../waits/wait-state.tsx'
import styles from './today-row.module.css'

interface TodayRowProps {
  readonly row: z.infer<typeof DueRow>
  readonly group: keyof typeof todayText.groups
}

/** One line of Today: who, what to do, why now, and the means to do it here. */
export function TodayRow({ row, group }: TodayRowProps) {
  const { case: c, wait } = row
  const now = useNow()
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <a href={caseHref(c.ref)} className={styles.link} data-row>
          <span className={styles.ref}>{c.ref}</span> {c.customer}
        </a>
        <span className={styles.account}>
          <AccountId id={c.managementAccountId} />
        </span>
      </div>
      <div className={styles.what}>
        <p className={styles.todo}>{row.todo}</p>
        <p className={styles.why}>{row.why}</p>
      </div>
      <div className={styles.when}>
        {wait ? (
          <>
            <WaitStatePill state={wait.state} />
            <span className={styles.due}>{fromNow(Date.parse(wait.dueAt) - now)}</span>
          </>
        ) : (
          <StatusPill tone="active" icon={<CircleDot aria-hidden />}>
            To do
          </StatusPill>
        )}
      </div>
      <div className={styles.actions}>{(group === 'overdue' || group === 'ready') && <CheckNow row={row} />}</div>
    </li>
  )
}

/** Looks at AWS right here: what has come ends its wait. */
function CheckNow({ row }: { readonly row: z.infer<typeof DueRow> }) {
  const { run, busy } = useSubmit()
  const { ref, id, customer } = row.case
  const check = () =>
    run(async () => {
      try {
        await client.send('case.check', { case: id })
        await useToday.getState().refresh()
        toast.done(`${ref} is checked`)
      } catch (thrown) {
        toast.failed(thrown)
      }
    })
  return (
    <Button icon={<RefreshCw aria-hidden />} busy={busy} onClick={check} aria-label={`Check ${ref} ${customer}`}>
      Check
    </Button>
  )
}
