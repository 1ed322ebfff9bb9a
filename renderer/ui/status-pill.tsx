import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './status-pill.module.css'

/** What a state means for the reader; never told by colour alone. */
export type Tone = 'neutral' | 'active' | 'ok' | 'warn' | 'bad'

/** A state as icon and word. */
export function StatusPill({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone
  readonly icon?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <span className={cx(styles.pill, styles[tone])}>
      {icon}
      {children}
    </span>
  )
}
