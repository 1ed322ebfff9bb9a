import type { CaseRowView, CustomerView, PayerView } from '../../../shared/contract/views.ts'
import { stepOf } from '../../../shared/domain/procedure/engine.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import type { Registry } from '../../../shared/procedures/index.ts'
import type { CaseRow } from '../ports.ts'

export function customerView(customer: Customer, payerAccountId: string): CustomerView {
  const { id, name, managementAccountId, orgIds, payerId, contacts, tags, notes, revision } = customer
  return { id, name, managementAccountId, orgIds, payerId, payerAccountId, contacts, tags, notes, revision }
}

export function payerView(payer: Payer, customers: number): PayerView {
  const { createdAt: _created, updatedAt: _updated, ...facts } = payer
  return { ...facts, customers }
}

/** A row of the case list, with the titles a person knows its phase and step by. */
export function caseRowView({ record, ...row }: CaseRow, procedures: Registry): CaseRowView {
  const procedure = procedures.pinned(record.procedureId, record.procedureVersion)
  const { phase, nextStep } = record.summary
  return {
    id: record.id,
    number: record.number,
    ref: `C-${record.number}`,
    customerId: record.customerId,
    customer: row.customerName,
    managementAccountId: row.managementAccountId,
    payerAccountId: row.payerAccountId,
    bucket: row.bucket,
    owner: record.owner,
    tags: record.tags,
    state: record.state,
    procedure: record.procedureId,
    phase: procedure?.phases.find((p) => p.id === phase)?.title ?? null,
    nextStep: procedure && nextStep ? (stepOf(procedure, nextStep)?.title ?? null) : null,
    summary: record.summary,
    updatedAt: record.updatedAt,
  }
}
