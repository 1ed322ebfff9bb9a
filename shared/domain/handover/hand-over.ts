import type { Attachment } from '../records/attachment.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Customer } from '../records/customer.ts'
import type { Payer } from '../records/payer.ts'
import type { HandedCase, HandoverData } from './schema.ts'

/**
 * The data of a handover: cases in the order of their numbers, customers and payers in that of their accounts, so that
 * the same records give the same bytes. A payer's file that another case brought goes with the first case that uses it.
 * @param others customers that come along without a case, each with its payer
 */
export function handOver(
  cases: readonly Case[],
  others: readonly { readonly customer: Customer; readonly payer: Payer }[] = [],
): HandoverData {
  const ordered = cases.toSorted((a, b) => a.record.number - b.record.number)
  const ids = new Set(ordered.map(({ record }) => record.id))
  const taken = new Set<string>()
  const customers = new Map([...ordered, ...others].map(({ customer }) => [customer.id, customer]))
  const payers = new Map([...ordered, ...others].map(({ payer }) => [payer.id, payer]))
  return {
    payers: [...payers.values()].toSorted(byText((p) => p.accountId)).map(withoutRevision),
    customers: [...customers.values()].toSorted(byText((c) => `${c.managementAccountId} ${c.id}`)).map(withoutRevision),
    cases: ordered.map((c) => handedCase(c, filesOf(c, ids, taken))),
  }
}

/** The case's own files, and those of its payer that no other case of the handover brings. */
function filesOf(c: Case, ids: ReadonlySet<string>, taken: Set<string>): readonly Attachment[] {
  const files = c.attachments.filter((file) => file.caseId === c.record.id || !ids.has(file.caseId))
  const mine = files.filter(({ id }) => !taken.has(id))
  for (const { id } of mine) taken.add(id)
  return mine.toSorted(byText((file) => `${file.addedAt} ${file.id}`))
}

function handedCase(c: Case, files: readonly Attachment[]): HandedCase {
  const { revision: _revision, summary: _summary, ...record } = c.record
  return {
    record,
    steps: c.steps.map(withoutCase).toSorted(byText((step) => step.stepId)),
    waits: c.waits.map(withoutCase).toSorted(byText((wait) => wait.id)),
    submissions: c.submissions.map(withoutCase).toSorted((a, b) => a.attempt - b.attempt),
    attachments: files.map(withoutCase),
    checks: c.checks.map(withoutCase).toSorted(byText((check) => check.checkId)),
  }
}

function withoutRevision<T extends { readonly revision: number }>({ revision: _, ...record }: T) {
  return record
}

function withoutCase<T extends { readonly caseId: string }>({ caseId: _, ...record }: T) {
  return record
}

function byText<T>(key: (one: T) => string) {
  return (a: T, b: T) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}
