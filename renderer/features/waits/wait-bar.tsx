import type { WaitView } from '../../../shared/contract/views.ts'
import { timeLeft } from '../../format/duration.ts'
import { useNow } from '../../state/use-now.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './wait-bar.module.css'
import { WAIT_LOOKS, WaitStatePill } from './wait-state.tsx'

/** A wait: how far, how long still, due when, and why that is so. What ticks is never announced. */
export function WaitBar({ wait }: { readonly wait: WaitView }) {
  const now = useNow()
  const runs = wait.remainingMs !== null
  const left = timeLeft(Date.parse(wait.dueAt) - now)
  return (
    <div className={styles.wait}>
      <div className={styles.line}>
        <p className={styles.title}>{wait.title}</p>
        <WaitStatePill state={wait.state} />
        {runs && <p className={styles.left}>{left}</p>}
      </div>
      <ProgressBar
        value={runs ? shareAt(wait, now) : wait.progress}
        label={wait.title}
        text={runs ? left : WAIT_LOOKS[wait.state].word}
        tone={WAIT_LOOKS[wait.state].tone}
      />
      <p className={styles.why}>{wait.why}</p>
      {wait.advice !== null && <p className={styles.advice}>{wait.advice}</p>}
    </div>
  )
}

/** How much of the bar is filled between two fetches. */
function shareAt(wait: WaitView, now: number): number {
  const from = Date.parse(wait.anchorAt)
  const to = Date.parse(wait.dueAt)
  return to > from ? (now - from) / (to - from) : 1
}
