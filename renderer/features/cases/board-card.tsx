import { MoveRight } from 'lucide-react'
import { memo } from 'react'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { go } from '../../state/location.ts'
import { caseHref } from '../../state/route.ts'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './case-board.module.css'
import { CaseStanding, Due } from './case-cells.tsx'

/** The card that is being dragged: a drop lands in the same window only. */
let dragged: CaseRowView | null = null

export function draggedCase(): CaseRowView | null {
  return dragged
}

interface BoardCardProps {
  readonly id: string
  readonly row: CaseRowView
  readonly index: number
  readonly top: number
  readonly active: boolean
  readonly now: number
  readonly onSelect: () => void
  readonly onMove: () => void
}

/** A case on the board: who, what is next, until when. */
export const BoardCard = memo(
  function BoardCard({ id, row, index, top, active, now, onSelect, onMove }: BoardCardProps) {
    return (
      // biome-ignore lint/a11y: the column takes the keys and names this row as its active one
      <div
        id={id}
        role="row"
        aria-rowindex={index + 1}
        className={cx(styles.card, active && styles.active)}
        style={{ transform: `translateY(${top}px)` }}
        draggable
        onDragStart={(event) => {
          dragged = row
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', row.ref)
        }}
        onDragEnd={() => {
          dragged = null
        }}
        onMouseDown={onSelect}
        onClick={(event) => {
          if (!(event.target instanceof Element && event.target.closest('a,button'))) go(caseHref(row.ref))
        }}
      >
        {/* biome-ignore lint/a11y: the column holds the focus */}
        <div role="gridcell" className={styles.cell}>
          <span className={styles.line}>
            <a href={caseHref(row.ref)} tabIndex={-1} className={styles.ref}>
              {row.ref}
            </a>
            <span className={styles.customer}>{row.customer}</span>
            <IconButton
              label={casesText.board.move(row.ref)}
              hint={false}
              tabIndex={-1}
              className={styles.move}
              onClick={onMove}
            >
              <MoveRight aria-hidden />
            </IconButton>
          </span>
          <span className={styles.next}>
            <CaseStanding row={row} />
          </span>
          <span className={cx(styles.line, styles.weak)}>
            <span className={styles.owner}>{row.owner}</span>
            {row.summary.dueAt !== null && <Due row={row} at={row.summary.dueAt} now={now} />}
          </span>
        </div>
      </div>
    )
  },
  (a, b) => a.row === b.row && a.top === b.top && a.active === b.active && a.now === b.now && a.index === b.index,
)
