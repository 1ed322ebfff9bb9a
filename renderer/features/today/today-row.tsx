import { CircleDot } from 'lucide-react'
import type { z } from 'zod'
import type { DueRow } from '../../../shared/contract/operations/cases.ts'
import { fromNow } from '../../format/duration.ts'
import { caseHref } from '../../state/route.ts'
import { useNow } from '../../state/use-now.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import { WaitStatePill } from '../waits/wait-state.tsx'
import { TodayActions } from './today-actions.tsx'
import styles from './today-row.module.css'

interface TodayRowProps {
  readonly row: z.infer<typeof DueRow>
}

/** One line of Today: who, what to do, why now, and the means to do it here. */
export function TodayRow({ row }: TodayRowProps) {
  const { case: c, wait } = row
  const now = useNow()
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
      <div className={styles.actions}>
        <TodayActions row={row} />
      </div>
    </li>
  )
}
