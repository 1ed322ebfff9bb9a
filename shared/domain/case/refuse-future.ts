import { toMillis } from '../instant.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Act } from './act.ts'

/** What has happened lies in the past: an instant after now is refused. */
export function refuseFuture(act: Act): Refusal | null {
  return toMillis(act.at) > toMillis(act.now) ? refuse('instant.future', { at: act.at, now: act.now }, 'at') : null
}
