import { useVirtualizer } from '@tanstack/react-virtual'
import { type DragEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { go } from '../../state/location.ts'
import { useSettings } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { useNow } from '../../state/use-now.ts'
import { cx } from '../../ui/cx.ts'
import { BoardCard, draggedCase } from './board-card.tsx'
import styles from './case-board.module.css'
import { type Column, useBoardColumn } from './use-board-column.ts'

const text = casesText.board
const CARD = 92
const AHEAD = 10

interface BoardColumnProps {
  readonly place: number
  readonly title: string
  readonly column: Column
  /** What the board was asked for. */
  readonly filter: InputOf<'case.list'>
  readonly onMove: (row: CaseRowView) => void
  readonly onDrop: (row: CaseRowView) => void
}

/** One phase: its cases as cards of which only those in sight exist, walked with the arrow keys. */
export function BoardColumn({ place, title, column, filter, onMove, onDrop }: BoardColumnProps) {
  const { rows, need } = useBoardColumn(column, filter)
  const { total } = column
  const [selected, setSelected] = useState(0)
  const [isOver, setOver] = useState(false)
  const singleKeys = useSettings((s) => s.data?.appearance.singleKeys ?? true)
  const now = useNow()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    overscan: 4,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  const cardId = (index: number) => `${id}-${index}`
  const active = Math.max(0, Math.min(selected, total - 1))

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is needed follows from what is in sight
  useEffect(() => need(first - AHEAD, last + AHEAD), [first, last, rows])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows.get(active)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 5,
      PageUp: active - 5,
      Home: 0,
      End: total - 1,
    }
    const to = steps[event.key]
    if (to !== undefined) {
      const index = Math.max(0, Math.min(to, total - 1))
      setSelected(index)
      virtual.scrollToIndex(index)
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const all = [...document.querySelectorAll<HTMLElement>('[data-board-column]')]
      all[place + (event.key === 'ArrowLeft' ? -1 : 1)]?.focus()
    } else if (event.key === 'Enter' && row) go(caseHref(row.ref))
    else if (event.key.toLowerCase() === 'v' && singleKeys && row) onMove(row)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const row = draggedCase()
    if (row && ![...rows.values()].some((own) => own.id === row.id)) onDrop(row)
  }

  return (
    <section
      className={cx(styles.column, isOver && styles.over)}
      aria-label={title}
      onDragOver={onDragOver}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={dropped}
    >
      <h2 className={styles.title}>
        {title}
        <span className={styles.total}>{total.toLocaleString('en-GB')}</span>
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight */}
      <div
        ref={scroller}
        className={styles.cards}
        role="grid"
        data-board-column
        aria-label={text.column(title, total.toLocaleString('en-GB'))}
        aria-rowcount={total}
        aria-activedescendant={items.some(({ index }) => index === active) ? cardId(active) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {total === 0 && <BoardNote>{text.empty}</BoardNote>}
        {/* biome-ignore lint/a11y/useSemanticElements: part of the grid above */}
        <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows.get(item.index)
            return (
              row && (
                <BoardCard
                  key={row.id}
                  id={cardId(item.index)}
                  row={row}
                  index={item.index}
                  top={item.start}
                  active={item.index === active}
                  now={now}
                  onSelect={() => setSelected(item.index)}
                  onMove={() => onMove(row)}
                />
              )
            )
          })}
        </div>
      </div>
    </section>
  )
}

function BoardNote({ children }: { readonly children: string }) {
  return (
    // biome-ignore lint/a11y: a grid holds rows and cells alone
    <div role="row" className={styles.note}>
      {/* biome-ignore lint/a11y: a grid holds rows and cells alone */}
      <div role="gridcell">{children}</div>
    </div>
  )
}
