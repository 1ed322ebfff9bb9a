import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'

/** Version of the shape of the JSON export. A change of its keys is a new version. */
export const EXPORT_SCHEMA = 1

/** A case for a program to read, with everything that belongs to it. Account IDs are texts of digits. */
export function caseJson(c: Case): Readonly<Record<string, unknown>> {
  const { revision: _, customerId: _customer, payerId: _payer, number, ...record } = c.record
  return {
    ref: `C-${number}`,
    ...record,
    customer: customerJson(c.customer, c.payer),
    steps: c.steps.map(({ caseId: _of, ...step }) => step),
    waits: c.waits.map(({ caseId: _of, ...wait }) => wait),
    submissions: c.submissions.map(({ caseId: _of, ...submission }) => submission),
    checks: c.checks.map(({ caseId: _of, ...check }) => check),
    attachments: c.attachments.map(({ caseId: _of, payerId: _by, ...attachment }) => attachment),
  }
}

export function customerJson(customer: Customer, payer: Payer): Readonly<Record<string, unknown>> {
  const { revision: _, payerId: _payer, ...own } = customer
  const { revision: _revision, ...pays } = payer
  return { ...own, payer: pays }
}
