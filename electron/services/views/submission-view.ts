import type { SubmissionView } from '../../../shared/contract/views.ts'
import type { Submission, SubmissionItems } from '../../../shared/domain/records/submission.ts'
import { changedItems } from '../../../shared/domain/submission/bundle.ts'
import { keptFindingViews } from './finding-view.ts'

/** An attempt as it stands. `now` are the items as the case has them; null where they are not complete any more. */
export function submissionView(s: Submission, now: SubmissionItems | null): SubmissionView {
  const { id, attempt, state, createdAt, recipient, items, exported, sent, answered, closed, ticket } = s
  return {
    id,
    attempt,
    state,
    stale: isStale(s, now),
    createdAt,
    recipient,
    items,
    exported,
    sent,
    answered,
    closed,
    warnings: keptFindingViews(s.warnings),
    ticket,
  }
}

function isStale(s: Submission, now: SubmissionItems | null): boolean {
  if (s.state !== 'exported' || !s.items) return false
  return now === null || changedItems(s.items, now).length > 0
}
