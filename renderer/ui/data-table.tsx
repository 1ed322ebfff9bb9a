import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './data-table.module.css'

export interface Column<T> {
  readonly key: string
  readonly title: string
  readonly cell: (row: T) => ReactNode
  /** Names the row to those who hear the table. */
  readonly heads?: boolean
  readonly end?: boolean
  /** Never broken over two lines. */
  readonly tight?: boolean
  /** Left out where the screen is narrow; it must be said elsewhere too. */
  readonly extra?: boolean
  /** Share of the width in a long table whose columns have unlike much to say; 1 unless told. */
  readonly share?: number
}

/** A short table of facts. Long lists are virtual and live in their feature. */
export function DataTable<T>({
  label,
  columns,
  rows,
  rowKey,
}: {
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
}) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((c) => (
            <th key={c.key} scope="col" className={cx(c.end && styles.end, c.extra && styles.extra)}>
              {c.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((c) => {
              const className = cx(c.end && styles.end, c.extra && styles.extra, c.tight && styles.tight)
              return c.heads ? (
                <th key={c.key} scope="row" className={className}>
                  {c.cell(row)}
                </th>
              ) : (
                <td key={c.key} className={className}>
                  {c.cell(row)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
