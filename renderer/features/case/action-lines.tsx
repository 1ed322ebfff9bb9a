import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import type { ActionProgress } from '../../../shared/contract/operations/aws.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import styles from './action-lines.module.css'

const text = caseText.plan

interface ActionLinesProps {
  readonly lines: ActionProgress['lines']
  readonly running: boolean
  readonly failed: boolean
}

/** An action move by move, with what AWS calls each request that changed something. */
export function ActionLines({ lines, running, failed }: ActionLinesProps) {
  if (lines.length === 0) return null
  const last = lines.length - 1
  return (
    <section aria-label={text.running}>
      <ol className={styles.lines} aria-live="polite">
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
          <li key={i} className={styles.line}>
            {i === last && running ? (
              <LoaderCircle aria-hidden className={styles.turning} />
            ) : i === last && failed ? (
              <CircleAlert aria-hidden className={styles.failed} />
            ) : (
              <Check aria-hidden className={styles.done} />
            )}
            <span>{line.text}</span>
            {line.requestId !== null && <code className={styles.request}>{text.request(line.requestId)}</code>}
          </li>
        ))}
      </ol>
    </section>
  )
}
