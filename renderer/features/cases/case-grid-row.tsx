import { CirclePause, CircleSlash, Flag, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import { fromNow } from '../../format/duration.ts'
import { caseHref } from '../../state/route.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { cx } from '../../ui/cx.ts'
import { StatusPill, type Tone } from '../../ui/status-pill.tsx'
import styles from './case-grid-row.module.css'

export const CASE_COLUMNS = ['Case', 'Customer', 'Next step', 'Due', 'Owner'] as const

interface CaseGridRowProps {
  readonly id: string
  readonly row: CaseRowView
  readonly index: number
  readonly top: number
  readonly height: number
  /** The one the keys act on. */
  readonly active: boolean
  /** Among those picked for an edit. */
  readonly picked: boolean
  /** The workspace's now in milliseconds. */
  readonly now: number
  readonly onSelect: () => void
  readonly onPick: () => void
  readonly onOpen: () => void
}

/** One case in the list. A click opens it; the reference is a link, so that it can be opened beside as well. */
export function CaseGridRow(props: CaseGridRowProps) {
  const { id, row, index, top, height, active, picked, now, onSelect, onPick, onOpen } = props
  return (
    // biome-ignore lint/a11y: the grid takes the keys and names this row as its active one
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={picked}
      className={cx(styles.row, active && styles.selected, picked && styles.picked)}
      style={{ transform: `translateY(${top}px)`, blockSize: height }}
      onMouseDown={onSelect}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('a,label'))) onOpen()
      }}
    >
      <Cell>
        <label className={styles.pick}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={picked}
            onChange={onPick}
            aria-label={`Pick ${row.ref} ${row.customer}`}
          />
        </label>
      </Cell>
      <Cell>
        <a href={caseHref(row.ref)} tabIndex={-1} className={styles.ref}>
          {row.ref}
        </a>
      </Cell>
      <Cell>
        <span className={styles.strong}>{row.customer}</span>
        <span className={styles.weak}>
          <AccountId id={row.managementAccountId} />
        </span>
      </Cell>
      <Cell extra>
        <CaseStanding row={row} />
        <span className={styles.weak}>{row.phase ?? row.bucket}</span>
      </Cell>
      <Cell hiddenAt320>{row.summary.dueAt !== null && <Due at={row.summary.dueAt} now={now} />}</Cell>
      <Cell extra>
        <span className={styles.weak}>{row.owner}</span>
      </Cell>
    </div>
  )
}

interface CellProps {
  readonly children: ReactNode
  /** Left out where the screen is narrow. */
  readonly extra?: boolean
  /** Left out only where it is narrowest. */
  readonly hiddenAt320?: boolean
}

function Cell({ children, extra = false, hiddenAt320 = false }: CellProps) {
  return (
    // biome-ignore lint/a11y: the grid holds the focus
    <div role="gridcell" className={cx(styles.cell, extra && styles.extra, hiddenAt320 && styles.hiddenAt320)}>
      {children}
    </div>
  )
}

const CLOSED: Partial<Record<CaseRowView['state'], { tone: Tone; word: string; icon: ReactNode }>> = {
  done: { tone: 'ok', word: 'Done', icon: <Flag aria-hidden /> },
  'on-hold': { tone: 'neutral', word: 'On hold', icon: <CirclePause aria-hidden /> },
  abandoned: { tone: 'neutral', word: 'Abandoned', icon: <CircleSlash aria-hidden /> },
}

/** The next step, or why there is none. */
function CaseStanding({ row }: { readonly row: CaseRowView }) {
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

function Due({ at, now }: { readonly at: string; readonly now: number }) {
  const left = Date.parse(at) - now
  return (
    <span className={left < 0 ? styles.past : styles.ahead}>{left < 0 ? `due ${fromNow(left)}` : fromNow(left)}</span>
  )
}
