import type { SubmissionView } from '../../../shared/contract/views.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Submission, SubmissionItems } from '../../../shared/domain/records/submission.ts'
import { changedItems } from '../../../shared/domain/submission/bundle.ts'
import { turnaroundOf } from '../../../shared/domain/submission/turnaround.ts'
import { durationText, localText } from '../../../shared/text/times.ts'
import { keptFindingViews } from './finding-view.ts'

/**
 * An attempt as it stands. `now` are the items as the case has them; null where they are not complete any more.
 * @param zone IANA zone the operator reads times in
 */
export function submissionView(s: Submission, c: Case, now: SubmissionItems | null, zone: string): SubmissionView {
  const { id, attempt, state, createdAt, recipient, items, exported, sent, answered, closed, ticket, written } = s
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
    message: written && { subject: written.subject, text: written.text },
    replies: s.replies.map(({ at, by, text, attachmentId }) => ({
      at,
      atText: localText(at, zone),
      by,
      text,
      file: c.attachments.find((a) => a.id === attachmentId)?.name ?? null,
    })),
    turnaround: turnaroundView(s, c),
  }
}

/** “2 d 4 h, within the 72 h”. */
function turnaroundView(s: Submission, c: Case): SubmissionView['turnaround'] {
  const took = turnaroundOf(s, c.waits)
  if (!took) return null
  const expected = took.expectedHours === null ? '' : `, ${took.late ? 'over' : 'within'} the ${took.expectedHours} h`
  return { ms: took.ms, text: `${durationText(took.ms)}${expected}`, late: took.late }
}

function isStale(s: Submission, now: SubmissionItems | null): boolean {
  if (s.state !== 'exported' || !s.items) return false
  return now === null || changedItems(s.items, now).length > 0
}
