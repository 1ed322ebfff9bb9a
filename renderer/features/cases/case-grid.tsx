import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useCaseList } from '../../state/case-list.ts'
import { go } from '../../state/location.ts'
import { useSettings } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { useNow } from '../../state/use-now.ts'
import styles from './case-grid.module.css'
import { CASE_COLUMNS, CaseGridRow } from './case-grid-row.tsx'

/** The next page is fetched when this many rows are left below. */
const AHEAD = 60
const PAGE_ROWS = 12

const rowId = (index: number) => `case-row-${index}`

/** The list as a grid that holds only the rows in sight, walked with the keys of any list. */
export function CaseGrid() {
  const { rows, total, selected, after, picked } = useCaseList()
  const singleKeys = useSettings((s) => s.data?.appearance.singleKeys ?? true)
  const compact = useSettings((s) => s.data?.appearance.density === 'compact')
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = compact ? 40 : 52
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (after !== null && last >= rows.length - AHEAD) void useCaseList.getState().more()
  }, [after, last, rows.length])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another density is another height of every row
  useEffect(() => virtual.measure(), [virtual, rowHeight])

  const move = (to: number) => {
    useCaseList.getState().select(to)
    virtual.scrollToIndex(Math.max(0, Math.min(to, rows.length - 1)))
  }
  const open = (index: number) => {
    const row = rows[index]
    if (row) go(caseHref(row.ref))
  }
  const pickRow = (index: number) => {
    const row = rows[index]
    if (row) useCaseList.getState().pick(row.ref)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault()
      useCaseList.getState().pickAll()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + PAGE_ROWS,
      PageUp: selected - PAGE_ROWS,
      Home: 0,
      End: rows.length - 1,
      ...(singleKeys ? { j: selected + 1, k: selected - 1 } : {}),
    }
    const to = steps[event.key]
    if (to !== undefined) move(to)
    else if (event.key === 'Enter') open(selected)
    else if (event.key === ' ') pickRow(selected)
    else if (event.key === 'Escape') useCaseList.getState().pickNone()
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label="Cases"
      aria-rowcount={(total ?? rows.length) + 1}
      aria-colcount={CASE_COLUMNS.length + 1}
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
          {CASE_COLUMNS.map((title) => (
            // biome-ignore lint/a11y: the grid holds the focus
            <div key={title} role="columnheader" className={styles.headCell}>
              {title}
            </div>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid above */}
      <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          return (
            row && (
              <CaseGridRow
                key={row.id}
                id={rowId(item.index)}
                row={row}
                index={item.index}
                top={item.start}
                height={item.size}
                active={item.index === selected}
                picked={picked === 'all' || picked.has(row.ref)}
                now={now}
                onSelect={() => useCaseList.getState().select(item.index)}
                onPick={() => pickRow(item.index)}
                onOpen={() => open(item.index)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
