import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import styles from './virtual-table.module.css'

export interface VirtualColumn<T> {
  readonly key: string
  readonly title: string
  readonly cell: (row: T) => ReactNode
}

/** Height of a row before it is measured. */
const ROW = 40

/**
 * A long table of facts that holds only the rows in sight, each as high as it needs to be. It scrolls in itself.
 * @param widths tracks of a CSS grid, one a column
 */
export function VirtualTable<T>({
  label,
  columns,
  rows,
  widths,
}: {
  readonly label: string
  readonly columns: readonly VirtualColumn<T>[]
  readonly rows: readonly T[]
  readonly widths: string
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  return (
    // It scrolls, so the keyboard has to get in.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable (WCAG 2.1.1)
    <section ref={scroller} className={styles.scroller} aria-label={label} tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight */}
      <div
        role="table"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        style={{ ['--widths' as string]: widths }}
        className={styles.table}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: part of the table above */}
        <div role="rowgroup" className={styles.head}>
          {/* biome-ignore lint/a11y: a table has no focus */}
          <div role="row" aria-rowindex={1} className={styles.row}>
            {columns.map((column) => (
              // biome-ignore lint/a11y: a table has no focus
              <div key={column.key} role="columnheader" className={styles.headCell}>
                {column.title}
              </div>
            ))}
          </div>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: part of the table above */}
        <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              // biome-ignore lint/a11y: a table has no focus
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 2}
                className={styles.row}
                style={{ transform: `translateY(${item.start}px)` }}
                data-virtual
              >
                {columns.map((column) => (
                  // biome-ignore lint/a11y: a table has no focus
                  <div key={column.key} role="cell" data-title={column.title} className={styles.cell}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
