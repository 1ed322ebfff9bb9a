import { readFact } from '../fact-values.ts'
import { FACT_NAMES, FACT_OWNERS, type FactName } from '../facts.ts'
import type { Finding } from '../finding.ts'
import type { Procedure } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { Payer } from '../records/payer.ts'
import { type Decided, type Refusal, refuse } from '../refusal.ts'
import type { Act } from './act.ts'
import { CaseChange } from './case-change.ts'
import { currentSubmission, factsOf } from './facts-of.ts'
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
 * refuses them all. What Spot already holds in a sent submission cannot be changed beneath it.
 */
export function setFacts(
  c: Case,
  procedure: Procedure,
  typed: Readonly<Record<string, string>>,
  act: Act,
): Decided<FactsSet> {
  const closed = refuseUnlessOpen(c)
  if (closed) return closed
  const before = factsOf(c, act.settings)
  const change = new CaseChange(c, procedure, act)
  const findings: Finding[] = []
  for (const [name, text] of Object.entries(typed)) {
    if (!isFactName(name)) return refuse('fact.unknown', { fact: name, facts: FACT_NAMES.join(', ') }, name)
    const read = readFact(name, text, c.payer.reportName)
    if (!read.ok) return read.refusal
    findings.push(...read.findings)
    if (read.value === before[name]) continue
    const held = refuseIfSent(c, name)
    if (held) return held
    write(change, name, read.value)
    change.record('fact.set', { fact: name, before: before[name], after: read.value })
  }
  return { change: change.finish(), findings }
}

function isFactName(name: string): name is FactName {
  return (FACT_NAMES as readonly string[]).includes(name)
}

function refuseIfSent(c: Case, name: FactName): Refusal | null {
  const submission = currentSubmission(c)
  const sent = submission?.state === 'sent' || submission?.state === 'answered'
  if (!sent || !IN_SUBMISSION.includes(name)) return null
  return refuse('fact.already-sent', { fact: name, attempt: submission.attempt }, name)
}

function write(change: CaseChange, name: FactName, value: string): void {
  switch (FACT_OWNERS[name]) {
    case 'customer':
      if (name === 'orgIds') change.withCustomer({ orgIds: value.split(',') })
      else change.withCustomer({ [name]: value })
      return
    case 'payer':
      change.withPayer({ [name === 'payerKind' ? 'kind' : name]: value } as Partial<Payer>)
      return
    default:
      change.withRecord({ facts: { ...change.case.record.facts, [name]: value } })
  }
}
