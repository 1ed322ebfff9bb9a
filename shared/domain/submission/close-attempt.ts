import type { Act } from '../case/act.ts'
import { CaseChange } from '../case/case-change.ts'
import { currentSubmission } from '../case/facts-of.ts'
import { refuseUnlessOpen } from '../case/is-open.ts'
import { isSubmissionStep, reopensWith } from '../case/mark-step.ts'
import { refuseFuture } from '../case/refuse-future.ts'
import { toMillis } from '../instant.ts'
import { allSteps } from '../procedure/engine.ts'
import type { Procedure } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import { type Decided, refuse } from '../refusal.ts'

/** Spot asked for a correction, or we take the submission back. The wait ends, a new attempt can follow; nothing is overwritten. */
export function closeAttempt(
  c: Case,
  procedure: Procedure,
  how: 'returned' | 'withdrawn',
  reason: string,
  act: Act,
): Decided<ChangeSet> {
  const s = currentSubmission(c)
  const said = reason.trim()
  const refused = refuseUnlessOpen(c) ?? refuseFuture(act)
  if (refused) return refused
  if (!s) return refuse('submission.unknown', { case: `C-${c.record.number}` })
  if (how === 'returned' && s.state !== 'sent') return refuse('submission.not-sent', { state: s.state })
  if (!said) return refuse('submission.reason-missing', { what: how }, 'reason')
  if (how === 'returned' && s.sent && toMillis(act.at) < toMillis(s.sent.at)) {
    return refuse('submission.early-answer', { sentAt: s.sent.at }, 'at')
  }
  return new CaseChange(c, procedure, act)
    .withSubmission({ ...s, state: how, closed: { at: act.at, by: act.by, reason: said } })
    .record(`submission.${how}`, { submission: s.id, attempt: s.attempt, reason: said })
    .reopenSteps(endingWith(c, procedure), said, how)
    .finish()
}

/** The steps that the submission had settled, and those done that depend on them: they are to do again. */
function endingWith(c: Case, procedure: Procedure): readonly string[] {
  const done = c.steps.filter((r) => r.state === 'done').map((r) => r.stepId)
  const settled = allSteps(procedure).filter((s) => isSubmissionStep(s) && done.includes(s.id))
  return settled.flatMap((s) => [s.id, ...reopensWith(c, procedure, s.id)])
}
