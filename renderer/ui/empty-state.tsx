import type { ReactNode } from 'react'
import { Art, type ArtName } from './art.tsx'
import styles from './empty-state.module.css'

/** Nothing here, why that is so, and what to do about it. */
export function EmptyState({
  art,
  title,
  children,
  action,
}: {
  readonly art: ArtName
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <Art name={art} />
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  )
}
