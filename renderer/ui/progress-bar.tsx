import { cx } from './cx.ts'
import styles from './progress-bar.module.css'
import type { Tone } from './status-pill.tsx'

/** A share as a bar. `text` says it in words, for it is never drawn only. @param value 0 to 1 */
export function ProgressBar({
  value,
  label,
  text,
  tone = 'active',
}: {
  readonly value: number
  readonly label: string
  readonly text: string
  readonly tone?: Tone
}) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      className={cx(styles.track, styles[tone])}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
    >
      <div className={styles.fill} style={{ inlineSize: `${percent}%` }} />
    </div>
  )
}
