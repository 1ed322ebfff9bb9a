import type { CaseRowView, CustomerView, PayerView, SearchHitView } from '../../../shared/contract/views.ts'
import { type Instant, toMillis } from '../../../shared/domain/instant.ts'
import { stepOf } from '../../../shared/domain/procedure/engine.ts'
import type { Procedure } from '../../../shared/domain/procedure/types.ts'
import type { CaseSummary } from '../../../shared/domain/records/case.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import { waitDefinition } from '../../../shared/domain/requests/definitions.ts'
import { type SearchedText, searchHits } from '../../../shared/domain/search/search-hits.ts'
import type { Context } from '../context.ts'
import type { CaseRow } from '../ports.ts'

export function customerView(customer: Customer, payerAccountId: string): CustomerView {
  const { id, name, managementAccountId, orgIds, payerId, contacts, tags, notes, revision } = customer
  return { id, name, managementAccountId, orgIds, payerId, payerAccountId, contacts, tags, notes, revision }
}

export function payerView(payer: Payer, customers: number): PayerView {
  const { createdAt: _created, updatedAt: _updated, ...facts } = payer
  return { ...facts, customers }
}

/**
 * A row of the case list, with the titles a person knows its phase, step and wait by.
 * @param text what was searched for, where it was
 */
export function caseRowView(row: CaseRow, { procedures, ports }: Context, text = ''): CaseRowView {
  const { record } = row
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
    wait: rowWait(record.summary, procedure, ports.clock.now()),
    hits: text.trim() === '' ? [] : searchHits(text, searchedTexts(row)),
    updatedAt: record.updatedAt,
  }
}

function rowWait(summary: CaseSummary, procedure: Procedure | null, now: Instant): CaseRowView['wait'] {
  const { waitDefinition: id, dueAt, overdueAt } = summary
  if (id === null || dueAt === null) return null
  const passed = (instant: Instant | null) => instant !== null && toMillis(instant) <= toMillis(now)
  return {
    state: passed(overdueAt) ? 'overdue' : passed(dueAt) ? 'ready' : 'waiting',
    title: (procedure && waitDefinition(procedure, id)?.title) ?? id,
  }
}

/** What the search looks through, as a person would look for it: the name first, what was written last. */
function searchedTexts(row: CaseRow): readonly SearchedText<SearchHitView['field']>[] {
  const { record, texts } = row
  const parts = (field: SearchHitView['field'], all: readonly string[]) =>
    all.map((text) => ({ field, text, byParts: true }))
  const words = (field: SearchHitView['field'], all: readonly string[]) =>
    all.map((text) => ({ field, text, byParts: false }))
  return [
    ...words('ref', [`C-${record.number}`]),
    ...parts('customer', [row.customerName]),
    ...parts('account', [row.managementAccountId]),
    ...parts('payer', [row.payerAccountId]),
    ...parts('org', row.orgIds),
    ...words('tag', record.tags),
    ...words('bucket', [row.bucket]),
    ...words('ticket', texts?.tickets ?? []),
    ...words('note', [record.notes]),
    ...words('customer-tag', texts?.customerTags ?? []),
    ...words('customer-note', [texts?.customerNotes ?? '']),
    ...words('reply', texts?.replies ?? []),
  ]
}
