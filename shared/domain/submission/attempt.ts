import type { Act } from '../case/act.ts'
import { CaseChange } from '../case/case-change.ts'
import { currentSubmission } from '../case/facts-of.ts'
import type { Procedure } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { Recipient, Submission } from '../records/submission.ts'
import { type Decided, isRefusal, refuse } from '../refusal.ts'

/** The attempt that an export writes: the open one, or a new one after a return or a withdrawal. */
export function attemptToExport(c: Case, act: Act): Decided<Submission> {
  const current = currentSubmission(c)
  if (current?.state === 'sent' || current?.state === 'answered') {
    return refuse('submission.sent-before', { at: current.sent?.at ?? '' })
  }
  return current ?? draft(c, act)
}

function draft(c: Case, act: Act): Submission {
  return {
    id: act.newId(),
    caseId: c.record.id,
    attempt: (c.submissions.at(-1)?.attempt ?? 0) + 1,
    state: 'draft',
    createdAt: act.now,
    recipient: c.submissions.at(-1)?.recipient ?? act.settings.recipient,
    items: null,
    warnings: [],
    exported: null,
    sent: null,
    answered: null,
    closed: null,
    ticket: c.submissions.at(-1)?.ticket ?? '',
    written: null,
    replies: [],
  }
}

/** Chooses who the submission goes to. Kept with the attempt; refused once it has been sent. */
export function setRecipient(c: Case, procedure: Procedure, recipient: Recipient, act: Act): Decided<ChangeSet> {
  const attempt = attemptToExport(c, act)
  if (isRefusal(attempt)) return attempt
  return new CaseChange(c, procedure, act)
    .withSubmission({ ...attempt, recipient })
    .record('submission.recipient', { submission: attempt.id, recipient: recipient.kind })
    .finish()
}
