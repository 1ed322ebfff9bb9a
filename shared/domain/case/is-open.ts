import type { Case } from '../records/case-aggregate.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** Work goes on only in open cases; the refusal says in which state the case is and how to go on. */
export function refuseUnlessOpen(c: Case): Refusal | null {
  const { state, number } = c.record
  return state === 'open' ? null : refuse('case.not-open', { case: `C-${number}`, state })
}
