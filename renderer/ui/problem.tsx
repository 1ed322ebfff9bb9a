import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import type { FieldProblem } from './field.tsx'
import styles from './problem.module.css'

/** A refusal that belongs to no single field: sentence, way out, and where there is one the button that takes it. */
export function Problem({
  error,
  className,
  children,
}: {
  readonly error: FieldProblem | null
  readonly className?: string | undefined
  readonly children?: ReactNode
}) {
  if (!error) return null
  return (
    <div className={cx(styles.problem, className)} role="alert">
      <CircleAlert aria-hidden />
      <div>
        <p className={styles.message}>{error.message}</p>
        <p className={styles.remedy}>{error.remedy}</p>
        {children}
      </div>
    </div>
  )
}
