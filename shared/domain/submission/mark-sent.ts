import { itemLabels } from '../../text/items.ts'
import type { Act } from '../case/act.ts'
import { CaseChange } from '../case/case-change.ts'
import { currentSubmission } from '../case/facts-of.ts'
import { refuseUnlessOpen } from '../case/is-open.ts'
import { refuseFuture } from '../case/refuse-future.ts'
import type { Procedure } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { SubmissionItems } from '../records/submission.ts'
import { type Decided, refuse } from '../refusal.ts'
import { changedItems } from './bundle.ts'

/**
 * The submission has left the house: from here the 72 hours run (004, step 2, last paragraph).
 * `act.at` is when the operator sent it, not when they clicked. Refuses one that was never exported, that is stale,
 * or that was sent before.
 * @param now the seven items as the case has them now; null where they are no longer complete
 */
export function markSent(
  c: Case,
  procedure: Procedure,
  now: SubmissionItems | null,
  via: string,
  act: Act,
): Decided<ChangeSet> {
  const s = currentSubmission(c)
  const refused = refuseUnlessOpen(c) ?? refuseFuture(act)
  if (refused) return refused
  if (!s) return refuse('submission.unknown', { case: `C-${c.record.number}` })
  if (s.state === 'sent' || s.state === 'answered') return refuse('submission.sent-before', { at: s.sent?.at ?? '' })
  if (s.state !== 'exported' || !s.items) return refuse('submission.not-exported', { state: s.state })
  if (!now) return refuse('submission.incomplete', {})
  const changed = changedItems(s.items, now).map((item) => itemLabels[item])
  if (changed.length > 0) return refuse('submission.stale', { changed: changed.join(', ') })
  return new CaseChange(c, procedure, act)
    .withSubmission({ ...s, state: 'sent', sent: { at: act.at, by: act.by, via } })
    .record('submission.sent', { submission: s.id, attempt: s.attempt, sentAt: act.at, via })
    .finish()
}
