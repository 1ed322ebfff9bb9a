import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { cx } from './cx.ts'
import type { Column } from './data-table.tsx'
import styles from './paged-table.module.css'

/** The next page is fetched when this many rows are left below. */
const AHEAD = 40
const ROW = 44

interface PagedTableProps<T> {
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  /** How many there are in all, in sight or not. */
  readonly total: number
  readonly rowKey: (row: T) => string
  /** Asks for the next page; to be passed over where there is none. */
  readonly onMore: () => void
}

/** A long table that holds only the rows in sight. Rows are reached through the link that heads each of them. */
export function PagedTable<T>({ label, columns, rows, total, rowKey, onMore }: PagedTableProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length < total && last >= rows.length - AHEAD) onMore()
  }, [rows.length, total, last, onMore])

  const look = (c: Column<T>) => cx(styles.cell, c.end && styles.end, c.extra && styles.extra)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key
    <div ref={scroller} className={styles.scroller} tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight */}
      <div
        role="table"
        aria-label={label}
        aria-rowcount={total + 1}
        style={{ ['--columns' as string]: columns.map((c) => `minmax(0, ${c.share ?? 1}fr)`).join(' ') }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: part of the table above */}
        <div role="rowgroup">
          {/* biome-ignore lint/a11y: part of the table above; nothing in it takes the focus */}
          <div role="row" aria-rowindex={1} className={styles.head}>
            {columns.map((c) => (
              // biome-ignore lint/a11y: part of the table above
              <div key={c.key} role="columnheader" className={look(c)}>
                {c.title}
              </div>
            ))}
          </div>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: part of the table above */}
        <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]
            return (
              row !== undefined && (
                // biome-ignore lint/a11y: part of the table above; the link inside takes the focus
                <div
                  key={rowKey(row)}
                  role="row"
                  aria-rowindex={item.index + 2}
                  className={styles.row}
                  style={{ blockSize: item.size, insetBlockStart: item.start }}
                >
                  {columns.map((c) => (
                    <div key={c.key} role={c.heads ? 'rowheader' : 'cell'} className={look(c)}>
                      {c.cell(row)}
                    </div>
                  ))}
                </div>
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}
