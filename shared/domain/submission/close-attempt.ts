import type { Act } from '../case/act.ts'
import { CaseChange } from '../case/case-change.ts'
import { currentSubmission } from '../case/facts-of.ts'
import { refuseUnlessOpen } from '../case/is-open.ts'
import { refuseFuture } from '../case/refuse-future.ts'
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
  const change = new CaseChange(c, procedure, act)
  for (const step of procedure.phases.flatMap((p) => p.steps)) {
    const onSubmission = step.settledBy !== null && 'submission' in step.settledBy
    const record = c.steps.find((r) => r.stepId === step.id)
    if (!onSubmission || record?.state !== 'done') continue
    change.withStep({ stepId: step.id, state: 'reopened', reason: said, evidence: record.evidence })
    change.undoEffects(step.effects, how)
  }
  return change
    .withSubmission({ ...s, state: how, closed: { at: act.at, by: act.by, reason: said } })
    .record(`submission.${how}`, { submission: s.id, attempt: s.attempt, reason: said })
    .finish()
}
