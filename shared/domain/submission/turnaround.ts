import { HOUR, toMillis } from '../instant.ts'
import type { Submission } from '../records/submission.ts'
import type { Wait } from '../records/wait.ts'

export interface Turnaround {
  /** Milliseconds from the sending to the answer or the return. */
  readonly ms: number
  /** Hours in which the answer was expected when it was sent; null where no wait was kept for it. */
  readonly expectedHours: number | null
  readonly late: boolean
}

/** How long Spot took with an attempt; null while it is with Spot, and for one that was withdrawn. */
export function turnaroundOf(s: Submission, waits: readonly Wait[]): Turnaround | null {
  const end = s.answered?.at ?? (s.state === 'returned' ? s.closed?.at : undefined)
  if (!s.sent || end === undefined) return null
  const ms = Math.max(0, toMillis(end) - toMillis(s.sent.at))
  const wait = waits.find((w) => w.submissionId === s.id && w.anchorAt === s.sent?.at)
  const expectedHours = wait?.expectedHours ?? null
  return { ms, expectedHours, late: expectedHours !== null && ms > expectedHours * HOUR + (wait?.pausedMillis ?? 0) }
}
