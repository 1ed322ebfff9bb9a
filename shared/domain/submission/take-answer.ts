import { sentence } from '../../text/messages/index.ts'
import type { Act } from '../case/act.ts'
import { CaseChange } from '../case/case-change.ts'
import { currentSubmission } from '../case/facts-of.ts'
import { refuseUnlessOpen } from '../case/is-open.ts'
import { refuseFuture } from '../case/refuse-future.ts'
import { toMillis } from '../instant.ts'
import type { Procedure } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import { type Decided, refuse } from '../refusal.ts'
import { type LinkReport, needsDecision } from '../spot-link/judge.ts'
import { DECISION_CODES } from '../spot-link/known-buckets.ts'

/** Spot has answered with a link, and the link has been judged. Ends the wait of 72 hours. */
export function takeAnswer(
  c: Case,
  procedure: Procedure,
  answer: {
    readonly link: string
    readonly judged: LinkReport
    readonly decision: string
  },
  act: Act,
): Decided<ChangeSet> {
  const s = currentSubmission(c)
  const refused = refuseUnlessOpen(c) ?? refuseFuture(act)
  if (refused) return refused
  if (!s) return refuse('submission.unknown', { case: `C-${c.record.number}` })
  if (s.state !== 'sent' || !s.sent) return refuse('submission.not-sent', { state: s.state })
  if (toMillis(act.at) < toMillis(s.sent.at)) return refuse('submission.early-answer', { sentAt: s.sent.at }, 'at')
  const error = answer.judged.findings.find((f) => f.level === 'error')
  if (error) return refuse('link.refused', { first: sentence(error.code, error.params).message }, 'link')
  const decision = answer.decision.trim()
  if (needsDecision(answer.judged) && !decision) {
    return refuse('link.decision-missing', { buckets: unknownBuckets(answer.judged) }, 'decision')
  }
  const change = new CaseChange(c, procedure, act)
    .withSubmission({ ...s, state: 'answered', answered: { at: act.at, by: act.by, link: answer.link } })
    .record('submission.answered', { submission: s.id, attempt: s.attempt, decision })
  if (decision) change.withRecord({ facts: { ...c.record.facts, linkDecision: decision } })
  return change.finish()
}

function unknownBuckets(judged: LinkReport): string {
  const unknown = judged.findings.filter(({ code }) => DECISION_CODES.some((decision) => decision === code))
  return [...new Set(unknown.map((f) => String(f.params.bucket)))].join(', ')
}
