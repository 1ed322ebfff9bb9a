import { BellOff, CircleDot, History } from 'lucide-react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { DueRow } from '../../../shared/contract/operations/cases.ts'
import { todayText as text } from '../../../shared/text/ui/today.ts'
import { fromNow, lasting } from '../../format/duration.ts'
import { caseHref } from '../../state/route.ts'
import { useNow } from '../../state/use-now.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import { WaitStatePill } from '../waits/wait-state.tsx'
import { TodayActions } from './today-actions.tsx'
import styles from './today-row.module.css'

interface TodayRowProps {
  readonly row: z.infer<typeof DueRow>
  readonly untouched: boolean
}

/** One line of Today: who, what to do, why now, since when, and the means to do it here. */
export function TodayRow({ row, untouched }: TodayRowProps) {
  const { case: c } = row
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <a href={caseHref(c.ref, 'steps', row.step)} className={styles.link} data-row>
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
        <State row={row} untouched={untouched} />
        <When row={row} />
      </div>
      <div className={styles.actions}>
        <TodayActions row={row} />
      </div>
    </li>
  )
}

function State({ row, untouched }: TodayRowProps): ReactNode {
  if (row.snoozedText !== null) {
    return (
      <StatusPill tone="neutral" icon={<BellOff aria-hidden />}>
        {text.snoozed}
      </StatusPill>
    )
  }
  if (row.wait) return <WaitStatePill state={row.wait.state} />
  return untouched ? (
    <StatusPill tone="warn" icon={<History aria-hidden />}>
      {text.untouched}
    </StatusPill>
  ) : (
    <StatusPill tone="active" icon={<CircleDot aria-hidden />}>
      {text.todo}
    </StatusPill>
  )
}

/** When a wait that runs is due; for everything else, since when it stands here. */
function When({ row: { wait, since, sinceText } }: { readonly row: TodayRowProps['row'] }) {
  const now = useNow()
  const runs = wait?.state === 'waiting' || wait?.state === 'clock-suspect'
  return (
    <span className={styles.due} title={runs ? wait.dueText : sinceText}>
      {runs ? fromNow(Date.parse(wait.dueAt) - now) : lasting(now - Date.parse(since))}
    </span>
  )
}
