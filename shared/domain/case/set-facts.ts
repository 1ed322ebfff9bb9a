import type { FactName } from '../facts.ts'
import type { Finding } from '../finding.ts'
import type { Procedure } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import { type Decided, isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { Act } from './act.ts'
import { adviceFor, noteAdvice } from './advice.ts'
import { CaseChange } from './case-change.ts'
import { enterFacts } from './enter-facts.ts'
import { currentSubmission } from './facts-of.ts'
import { refuseUnlessOpen } from './is-open.ts'

/** Facts the submission carries: once sent, they are what Spot has. */
const IN_SUBMISSION: readonly FactName[] = ['managementAccountId', 'orgIds', 'bucket', 'prefix', 'crawlerStackName']

export interface FactsSet {
  readonly change: ChangeSet
  /** What was noticed while reading: a prefix shortened, an Org ID of unusual length. */
  readonly findings: readonly Finding[]
}

/**
 * Enters facts as typed, each into the record that owns it. All are read before any is taken: one bad value
 * refuses them all. What Spot already holds in a sent submission cannot be changed beneath it. Advice that the new
 * values give rise to is recorded.
 */
export function setFacts(
  c: Case,
  procedure: Procedure,
  typed: Readonly<Record<string, string>>,
  act: Act,
): Decided<FactsSet> {
  const closed = refuseUnlessOpen(c)
  if (closed) return closed
  const change = new CaseChange(c, procedure, act)
  const before = adviceFor(c, procedure, change.facts)
  const findings = enterFacts(change, typed, (name) => refuseIfSent(c, name))
  if (isRefusal(findings)) return findings
  noteAdvice(change, adviceFor(change.case, procedure, change.facts), before)
  return { change: change.finish(), findings }
}

function refuseIfSent(c: Case, name: FactName): Refusal | null {
  const submission = currentSubmission(c)
  const sent = submission?.state === 'sent' || submission?.state === 'answered'
  if (!sent || !IN_SUBMISSION.includes(name)) return null
  return refuse('fact.already-sent', { fact: name, attempt: submission.attempt }, name)
}
