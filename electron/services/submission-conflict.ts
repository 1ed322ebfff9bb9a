import { currentSubmission } from '../../shared/domain/case/facts-of.ts'
import { type ConflictValue, conflictValues } from '../../shared/domain/conflict.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Recipient, Submission } from '../../shared/domain/records/submission.ts'

/** What a window wants of a submission, in words; what it does not name is not compared. */
export interface WantedOfSubmission {
  readonly state?: Submission['state']
  readonly recipient?: Recipient
  readonly via?: string
  readonly link?: string
  readonly reason?: string
  readonly ticket?: string
}

/** Both values, where somebody else has changed the same submission meanwhile. @param attempt null: the newest */
export function submissionConflict(
  c: Case,
  { recipient, ...wanted }: WantedOfSubmission,
  attempt: number | null = null,
): readonly ConflictValue[] {
  const there = attempt === null ? currentSubmission(c) : c.submissions.find((s) => s.attempt === attempt)
  const theirs = {
    state: there?.state,
    recipient: there && addressOf(there.recipient),
    via: there?.sent?.via,
    link: there?.answered?.link,
    reason: there?.closed?.reason,
    ticket: there?.ticket,
  }
  return conflictValues({ ...wanted, ...(recipient ? { recipient: addressOf(recipient) } : {}) }, theirs)
}

/** `Ana Ruiz <ana@spot.example>`, as a mail has it. */
function addressOf({ kind, name, email }: Recipient): string {
  const who = name || (kind === 'sales' ? 'Sales representative' : 'Spot Support')
  return email === '' ? who : `${who} <${email}>`
}
