import { type MouseEvent, memo } from 'react'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { cx } from '../../ui/cx.ts'
import { CaseCell } from './case-cells.tsx'
import type { Column } from './case-columns.ts'
import styles from './case-grid-row.module.css'

export interface RowActions {
  onSelect(index: number): void
  onPick(index: number, event: { readonly shiftKey: boolean }): void
  onOpen(index: number): void
}

interface CaseGridRowProps {
  readonly id: string
  /** Undefined until it is here. */
  readonly row: CaseRowView | undefined
  readonly index: number
  readonly columns: readonly Column[]
  readonly top: number
  readonly height: number
  /** The one the keys act on. */
  readonly active: boolean
  /** Among those picked for a command. */
  readonly picked: boolean
  /** The workspace's now in milliseconds. */
  readonly now: number
  readonly actions: RowActions
}

/** One case in the list. A click opens it; the reference is a link, so that it can be opened beside as well. */
export const CaseGridRow = memo(function CaseGridRow(props: CaseGridRowProps) {
  const { id, row, index, columns, top, height, active, picked, now, actions } = props
  const onClick = (event: MouseEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) actions.onPick(index, event)
    else if (!(event.target instanceof Element && event.target.closest('a,label'))) actions.onOpen(index)
  }
  return (
    // biome-ignore lint/a11y: the grid takes the keys and names this row as its active one
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={picked}
      className={cx(styles.row, active && styles.selected, picked && styles.picked)}
      style={{ transform: `translateY(${top}px)`, blockSize: height }}
      onMouseDown={(event) => {
        // A click with Shift picks a range of rows, not of letters.
        if (event.shiftKey) event.preventDefault()
        actions.onSelect(index)
      }}
      onClick={onClick}
    >
      {row === undefined ? (
        // biome-ignore lint/a11y: the grid holds the focus
        <div role="gridcell" className={styles.coming} aria-colspan={columns.length + 1}>
          <span className="visually-hidden">{casesText.coming}</span>
        </div>
      ) : (
        <>
          {/* biome-ignore lint/a11y: the grid holds the focus */}
          <div role="gridcell" className={styles.cell}>
            <label className={styles.pick}>
              <input
                type="checkbox"
                tabIndex={-1}
                checked={picked}
                readOnly
                onClick={(event) => {
                  event.stopPropagation()
                  actions.onPick(index, event)
                }}
                aria-label={`Pick ${row.ref} ${row.customer}`}
              />
            </label>
          </div>
          {columns.map((column) => (
            // biome-ignore lint/a11y: the grid holds the focus
            <div key={column.id} role="gridcell" className={styles.cell} data-column={column.id}>
              <CaseCell column={column.id} row={row} now={now} />
            </div>
          ))}
        </>
      )}
    </div>
  )
})
