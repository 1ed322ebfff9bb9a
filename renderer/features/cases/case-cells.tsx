import { CirclePause, CircleSlash, Flag, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CaseRowView, SearchHitView } from '../../../shared/contract/views.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { fromNow } from '../../format/duration.ts'
import { caseHref } from '../../state/route.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { StatusPill, type Tone } from '../../ui/status-pill.tsx'
import type { ColumnId } from './case-columns.ts'
import styles from './case-grid-row.module.css'
import { Marked } from './marked.tsx'

/** What one column says of a case. */
export function CaseCell({
  column,
  row,
  now,
}: {
  readonly column: ColumnId
  readonly row: CaseRowView
  readonly now: number
}) {
  switch (column) {
    case 'case':
      return (
        <a href={caseHref(row.ref)} tabIndex={-1} className={styles.ref}>
          <Found row={row} field="ref" text={row.ref} />
        </a>
      )
    case 'customer':
      return <Customer row={row} />
    case 'next':
      return <CaseStanding row={row} />
    case 'phase':
      return <span className={styles.weak}>{row.phase}</span>
    case 'wait':
      return <span className={styles.weak}>{row.wait?.title}</span>
    case 'due':
      return row.summary.dueAt === null ? null : <Due row={row} at={row.summary.dueAt} now={now} />
    case 'owner':
      return <span className={styles.weak}>{row.owner}</span>
    case 'payer':
      return (
        <span className={styles.weak}>
          <FoundAccount row={row} field="payer" id={row.payerAccountId} />
        </span>
      )
    case 'tags':
      return <span className={styles.weak}>{row.tags.map((tag) => `#${tag}`).join(' ')}</span>
    case 'touched':
      return <span className={styles.weak}>{fromNow(Date.parse(row.updatedAt) - now)}</span>
  }
}

/** Fields that stand in the row as they are; where a search found another, that is shown in the place of the account. */
const IN_SIGHT: readonly SearchHitView['field'][] = ['ref', 'customer', 'account']

function Customer({ row }: { readonly row: CaseRowView }) {
  const elsewhere = row.hits.find((hit) => !IN_SIGHT.includes(hit.field))
  return (
    <>
      <span className={styles.strong}>
        <Found row={row} field="customer" text={row.customer} />
      </span>
      <span className={styles.weak}>
        {elsewhere ? (
          <>
            {casesText.foundIn[elsewhere.field]}: <Marked text={elsewhere.text} marks={elsewhere.marks} />
          </>
        ) : (
          <FoundAccount row={row} field="account" id={row.managementAccountId} />
        )}
      </span>
    </>
  )
}

function Found({
  row,
  field,
  text,
}: {
  readonly row: CaseRowView
  readonly field: SearchHitView['field']
  readonly text: string
}) {
  const hit = row.hits.find((one) => one.field === field)
  return hit ? <Marked text={hit.text} marks={hit.marks} /> : text
}

function FoundAccount({
  row,
  field,
  id,
}: {
  readonly row: CaseRowView
  readonly field: 'account' | 'payer'
  readonly id: string
}) {
  const hit = row.hits.find((one) => one.field === field)
  return hit ? (
    <span className={styles.mono}>
      <Marked text={hit.text} marks={hit.marks} />
    </span>
  ) : (
    <AccountId id={id} />
  )
}

const CLOSED: Partial<Record<CaseRowView['state'], { tone: Tone; word: string; icon: ReactNode }>> = {
  done: { tone: 'ok', word: 'Done', icon: <Flag aria-hidden /> },
  'on-hold': { tone: 'neutral', word: 'On hold', icon: <CirclePause aria-hidden /> },
  abandoned: { tone: 'neutral', word: 'Abandoned', icon: <CircleSlash aria-hidden /> },
}

/** The next step, or why there is none. */
export function CaseStanding({ row }: { readonly row: CaseRowView }) {
  const closed = CLOSED[row.state]
  if (closed) {
    return (
      <StatusPill tone={closed.tone} icon={closed.icon}>
        {closed.word}
      </StatusPill>
    )
  }
  return (
    <span className={styles.next}>
      {row.summary.blocked && (
        <StatusPill tone="warn" icon={<TriangleAlert aria-hidden />}>
          Blocked
        </StatusPill>
      )}
      <span className={styles.nextText}>{row.nextStep ?? '—'}</span>
    </span>
  )
}

/** When its wait ends or ended, and that it is time to chase where it is. */
export function Due({ row, at, now }: { readonly row: CaseRowView; readonly at: string; readonly now: number }) {
  const left = Date.parse(at) - now
  const tone = row.wait?.state === 'overdue' ? styles.overdue : left < 0 ? styles.past : styles.ahead
  return <span className={tone}>{left < 0 ? `due ${fromNow(left)}` : fromNow(left)}</span>
}
