import { type Reading, readFact } from '../fact-values.ts'
import { FACT_NAMES, FACT_OWNERS, type FactName } from '../facts.ts'
import type { Finding } from '../finding.ts'
import { inPartition } from '../payer.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Partition, Payer } from '../records/payer.ts'
import { type Decided, type Refusal, refuse } from '../refusal.ts'
import type { CaseChange } from './case-change.ts'

/**
 * Enters facts as typed, each into the record that owns it, and records what changed. The first that cannot be read
 * or that `guard` refuses is the refusal of all; the change is then to be thrown away.
 * @returns what was noticed while reading: a prefix shortened, an Org ID of unusual length
 */
export function enterFacts(
  change: CaseChange,
  typed: Readonly<Record<string, string>>,
  guard: (name: FactName) => Refusal | null = () => null,
): Decided<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [name, text] of inReadingOrder(typed)) {
    if (!isFactName(name)) return refuse('fact.unknown', { fact: name, facts: FACT_NAMES.join(', ') }, name)
    const read = readFact(name, text, readingOf(change.case))
    if (!read.ok) return read.refusal
    findings.push(...read.findings.map((f) => ({ ...f, field: name })))
    const before = change.facts[name]
    if (read.value === before) continue
    const refused = guard(name)
    if (refused) return refused
    write(change, name, read.value)
    change.record('fact.set', { fact: name, before, after: read.value })
  }
  return findings
}

/** What the case knows that decides how a text is read. */
function readingOf({ record, customer, payer }: Case): Reading {
  return {
    report: payer.reportName,
    billingReport: record.facts.billingReportName,
    partition: payer.partition,
    managementAccountId: customer.managementAccountId,
  }
}

/** The partition decides which regions there are, the report's name what of a prefix is the prefix: they come first. */
const FIRST: readonly string[] = ['partition', 'managementAccountId', 'reportName', 'billingReportName']

function inReadingOrder(typed: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const place = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)
  return Object.entries(typed).sort(([a], [b]) => place(a) - place(b))
}

function isFactName(name: string): name is FactName {
  return (FACT_NAMES as readonly string[]).includes(name)
}

function write(change: CaseChange, name: FactName, value: string): void {
  switch (FACT_OWNERS[name]) {
    case 'customer':
      if (name === 'orgIds') change.withCustomer({ orgIds: value.split(',') })
      else change.withCustomer({ [name]: value })
      return
    case 'payer':
      if (name === 'partition') change.withPayer(inPartition(change.case.payer, value as Partition))
      else change.withPayer({ [name === 'payerKind' ? 'kind' : name]: value } as Partial<Payer>)
      return
    default:
      change.withRecord({ facts: { ...change.case.record.facts, [name]: value } })
  }
}
