import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useCaseList } from '../../state/case-list.ts'
import { go } from '../../state/location.ts'
import { usePicked } from '../../state/picked-cases.ts'
import { useSettings } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { toast } from '../../state/toasts.ts'
import { useNow } from '../../state/use-now.ts'
import { type Column, shownColumns, useColumns } from './case-columns.ts'
import styles from './case-grid.module.css'
import { CaseGridRow, type RowActions } from './case-grid-row.tsx'
import { ColumnHead } from './column-head.tsx'
import { useRoom } from './use-room.ts'

/** Rows fetched before they come into sight. */
const AHEAD = 30

const rowId = (index: number) => `case-row-${index}`

const actions: RowActions = {
  onSelect: (index) => useCaseList.getState().select(index),
  onOpen: (index) => {
    const row = useCaseList.getState().rows.get(index)
    if (row) go(caseHref(row.ref))
  },
  onPick: (index, { shiftKey }) => {
    const row = useCaseList.getState().rows.get(index)
    if (shiftKey) void usePicked.getState().range(index).catch(toast.failed)
    else if (row) usePicked.getState().toggle(row.ref, index)
  },
}

/** The list as a grid that holds only the rows in sight, walked with the keys of any list. */
export function CaseGrid() {
  const { rows, total, selected, question } = useCaseList()
  const { all, named } = usePicked()
  const chosen = useColumns()
  const room = useRoom()
  const columns = useMemo(() => shownColumns(chosen, room), [chosen, room])
  const singleKeys = useSettings((s) => s.data?.appearance.singleKeys ?? true)
  const compact = useSettings((s) => s.data?.appearance.density === 'compact')
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = compact ? 40 : 52
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]

  useEffect(() => useCaseList.getState().need(first - AHEAD, last + AHEAD), [first, last])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another density is another height of every row
  useEffect(() => virtual.measure(), [virtual, rowHeight])

  // Coming back from a case, the row it was opened from is where one goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list appears
  useEffect(() => {
    const { selected: there } = useCaseList.getState()
    if (there > 0) virtual.scrollToIndex(there)
  }, [])

  // Another question is another list: it is shown from its first row, which is where its rows are fetched.
  const seen = useRef(question)
  useLayoutEffect(() => {
    if (seen.current === question) return
    seen.current = question
    scroller.current?.scrollTo({ top: 0 })
  }, [question])

  const move = (to: number, event: KeyboardEvent) => {
    const index = Math.max(0, Math.min(to, (total ?? 1) - 1))
    if (event.shiftKey) actions.onPick(index, event)
    useCaseList.getState().select(index)
    virtual.scrollToIndex(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault()
      usePicked.getState().everything()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + page,
      PageUp: selected - page,
      Home: 0,
      End: (total ?? 1) - 1,
      ...(singleKeys ? { j: selected + 1, k: selected - 1 } : {}),
    }
    const to = steps[event.key]
    if (to !== undefined) move(to, event)
    else if (event.key === 'Enter') actions.onOpen(selected)
    else if (event.key === ' ') actions.onPick(selected, event)
    else if (event.key === 'Escape') usePicked.getState().nothing()
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight
    <div
      ref={scroller}
      className={styles.grid}
      style={gridStyle(columns)}
      role="grid"
      aria-label="Cases"
      aria-rowcount={(total ?? 0) + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={items.some((i) => i.index === selected) ? rowId(selected) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid above */}
      <div role="rowgroup" className={styles.head}>
        {/* biome-ignore lint/a11y: the grid holds the focus and names its active row */}
        <div role="row" aria-rowindex={1} className={styles.headRow}>
          {/* biome-ignore lint/a11y: the grid holds the focus */}
          <div role="columnheader" className={styles.headCell}>
            <span className="visually-hidden">Picked</span>
          </div>
          {columns.map((column) => (
            <ColumnHead key={column.id} column={column} />
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid above */}
      <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows.get(item.index)
          return (
            <CaseGridRow
              key={item.index}
              id={rowId(item.index)}
              row={row}
              index={item.index}
              columns={columns}
              top={item.start}
              height={item.size}
              active={item.index === selected}
              picked={row !== undefined && named.has(row.ref) !== all}
              now={now}
              actions={actions}
            />
          )
        })}
      </div>
    </div>
  )
}

const GAP = 16
const PICK = 24
const PADDING = 24

/** What is left of the width goes to the columns that nobody has set a width for and that have most to say. */
function gridStyle(columns: readonly Column[]): CSSProperties {
  const tracks = columns.map(({ width, grows }) => (grows ? `minmax(${width}px, ${width}fr)` : `${width}px`))
  const least = columns.reduce((sum, { width }) => sum + width + GAP, PICK + PADDING)
  return { '--columns': `${PICK}px ${tracks.join(' ')}`, '--row-min': `${least}px` } as CSSProperties
}
