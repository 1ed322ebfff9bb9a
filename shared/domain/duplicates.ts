import { type Finding, type FindingLink, finding } from './finding.ts'
import type { Case } from './records/case-aggregate.ts'
import type { Customer } from './records/customer.ts'
import type { Payer } from './records/payer.ts'
import { formatAccountId } from './values/account-id.ts'

/** Records that may have a value in common with the one looked at. It may itself be among them. */
export interface Near {
  readonly customers: readonly Customer[]
  readonly payers: readonly Payer[]
}

/**
 * What a customer has that another customer has too. A management account heads one organization, so the same one
 * twice is an error; the same Spot Org ID can be meant, and is a warning (004, step 2.3).
 */
export function customerDuplicates(customer: Customer, others: readonly Customer[]): readonly Finding[] {
  return others
    .filter((other) => other.id !== customer.id)
    .flatMap((other): readonly Finding[] => {
      const link = customerLink(other)
      const ids = customer.orgIds.filter((id) => other.orgIds.includes(id))
      const found: Finding[] = []
      if (other.managementAccountId === customer.managementAccountId) {
        const params = { account: formatAccountId(other.managementAccountId), customer: other.name }
        found.push({ ...finding('error', 'duplicate.management-account', params, 'managementAccountId'), other: link })
      }
      if (ids.length > 0) {
        const params = { ids: ids.join(', '), customer: other.name }
        found.push({ ...finding('warning', 'duplicate.org-ids', params, 'orgIds'), other: link })
      }
      return found
    })
}

/**
 * What a payer has that another payer has too. Bucket names are unique in a partition, and the bucket lies in the
 * account that owns the report (004, step 1.7): two payers cannot both own it. Customers on one shared payer use one
 * bucket, which is as it should be; a dedicated payer pays for one customer only.
 * @param paid the customers that it pays for
 * @param of the customer from whom it is looked at
 */
export function payerDuplicates(
  payer: Payer,
  paid: readonly Customer[],
  others: readonly Payer[],
  of: Customer | null = null,
): readonly Finding[] {
  const twice = others
    .filter((other) => other.id !== payer.id && other.partition === payer.partition)
    .filter((other) => other.bucket !== '' && other.bucket === payer.bucket)
    .map((other): Finding => {
      const same = other.reportName === payer.reportName && other.prefix === payer.prefix
      const params = { bucket: other.bucket, report: other.reportName, payer: formatAccountId(other.accountId) }
      const found = finding('warning', same ? 'duplicate.report' : 'duplicate.bucket', params, 'bucket')
      return { ...found, other: payerLink(other) }
    })
  const another = paid.find((c) => c.id !== of?.id)
  if (payer.kind !== 'dedicated' || paid.length < 2 || another === undefined) return twice
  const customers = paid.map((c) => `“${c.name}”`).join(', ')
  const params = { payer: formatAccountId(payer.accountId), customers }
  const found = finding('warning', 'duplicate.dedicated-payer', params, 'payerKind')
  return [...twice, { ...found, other: customerLink(another) }]
}

/** What a case has, by its customer and its payer, that belongs to others too. A case is never a duplicate of itself. */
export function caseDuplicates(c: Pick<Case, 'customer' | 'payer'>, paid: readonly Customer[], near: Near) {
  return [...customerDuplicates(c.customer, near.customers), ...payerDuplicates(c.payer, paid, near.payers, c.customer)]
}

/** The facts whose value decides whether there is a duplicate on a field. */
const DECIDED_BY: Readonly<Record<string, readonly string[]>> = {
  bucket: ['bucket', 'reportName', 'prefix', 'partition'],
  payerKind: ['payerKind', 'kind'],
}

/** Those that entering these facts gives reason to say. */
export function concerning(findings: readonly Finding[], entered: readonly string[]): readonly Finding[] {
  return findings.filter(({ field = '' }) => (DECIDED_BY[field] ?? [field]).some((name) => entered.includes(name)))
}

function customerLink({ id, name }: Customer): FindingLink {
  return { kind: 'customer', id, name }
}

function payerLink({ id, accountId }: Payer): FindingLink {
  return { kind: 'payer', id, name: formatAccountId(accountId) }
}
