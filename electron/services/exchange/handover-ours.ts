import type { Ours } from '../../../shared/domain/handover/take-over.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import type { Context } from '../context.ts'
import { casesOf } from '../lookups.ts'
import type { OpenedHandover } from './handover-file.ts'

/** What the workspace has of what a handover speaks of: the same ID, or the same account under another one. */
export async function oursOf(context: Context, { data }: OpenedHandover): Promise<Ours> {
  const { store } = context.ports
  const payers = new Map<string, Payer>()
  const payersById = new Map<string, Payer>()
  for (const theirs of data.payers) {
    const there = (await store.payer(theirs.id)) ?? (await store.payerByAccount(theirs.accountId))
    if (!there) continue
    payers.set(theirs.id, there)
    payersById.set(there.id, there)
  }
  const customers = new Map<string, Customer>()
  const openProcedures = new Map<string, ReadonlySet<string>>()
  for (const theirs of data.customers) {
    const [same, ...others] = await store.customersByAccount([theirs.managementAccountId])
    const there = (await store.customer(theirs.id)) ?? (others.length === 0 ? (same ?? null) : null)
    if (!there) continue
    customers.set(theirs.id, there)
    const open = await casesOf(context, { customerId: there.id, states: ['open', 'on-hold'] })
    openProcedures.set(there.id, new Set(open.map(({ record }) => record.procedureId)))
    const payer = payersById.has(there.payerId) ? null : await store.payer(there.payerId)
    if (payer) payersById.set(payer.id, payer)
  }
  const cases = new Map<string, Case>()
  const takenNumbers = new Set<number>()
  for (const { record } of data.cases) {
    const there = await store.case(record.id)
    if (there) cases.set(record.id, there)
    const other = await store.caseByNumber(record.number)
    if (other) takenNumbers.add(record.number)
  }
  return {
    payers,
    customers,
    cases,
    payersById,
    takenNumbers,
    nextNumber: await store.nextCaseNumber(),
    openProcedures,
    procedure: (id, version) => context.procedures.pinned(id, version),
  }
}
