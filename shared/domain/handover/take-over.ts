import type { Act } from '../case/act.ts'
import { factsOf } from '../case/facts-of.ts'
import { summarize } from '../case/summary.ts'
import { type Finding, finding } from '../finding.ts'
import type { Procedure } from '../procedure/types.ts'
import { NO_SUMMARY } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet, Put } from '../records/change-set.ts'
import type { Customer } from '../records/customer.ts'
import type { Payer } from '../records/payer.ts'
import { type Decided, refuse } from '../refusal.ts'
import { type Decider, newerOf, type Place, same } from './decide.ts'
import { mergeCase } from './merge-case.ts'
import type { HandedCase, HandedCustomer, HandedPayer, Handover } from './schema.ts'

/** What the workspace has already of what a handover speaks of. */
export interface Ours {
  /** By the ID that the handover uses, or by the account that makes them the same. */
  readonly payers: ReadonlyMap<string, Payer>
  readonly customers: ReadonlyMap<string, Customer>
  readonly cases: ReadonlyMap<string, Case>
  /** Payers of our customers, by ID. */
  readonly payersById: ReadonlyMap<string, Payer>
  /** Numbers that other cases have. */
  readonly takenNumbers: ReadonlySet<number>
  readonly nextNumber: number
  /** Customers, by our ID, that have an open case, with the procedures of those. */
  readonly openProcedures: ReadonlyMap<string, ReadonlySet<string>>
  procedure(id: string, version: number): Procedure | null
}

export type Outcome = 'new' | 'changed' | 'same'

export interface TakenOver {
  readonly puts: readonly Put[]
  readonly payers: readonly { readonly account: string; readonly what: Outcome }[]
  readonly customers: readonly { readonly name: string; readonly what: Outcome }[]
  readonly cases: readonly {
    readonly id: string
    /** As the handover calls it, and as it is called here. */
    readonly ref: string
    readonly as: string
    readonly customer: string
    readonly what: Outcome
  }[]
  readonly findings: readonly Finding[]
  /** IDs here of what the handover names: its activity is about them. */
  readonly ids: ReadonlyMap<string, string>
}

const PAYER_FIELDS = [
  'accountId',
  'kind',
  'partition',
  'reportName',
  'bucket',
  'prefix',
  'region',
  'crawlerStackName',
] as const
const CUSTOMER_FIELDS = ['name', 'managementAccountId', 'orgIds', 'contacts', 'tags', 'notes'] as const

/**
 * What taking a handover over changes: what is not here yet is added as it is, what is here is merged field by field.
 * Refuses a case that belongs to another customer here, and one of a procedure version that this app does not know.
 */
export function takeOver(handover: Handover, ours: Ours, decider: Decider, act: Act): Decided<TakenOver> {
  const puts: Put[] = []
  const ids = new Map<string, string>()
  const findings: Finding[] = []
  const payers = new Map<string, Payer>()
  const payerRows = handover.data.payers.map((theirs) => {
    const { record, what } = takePayer(theirs, ours, decider)
    if (what !== 'same') puts.push({ kind: 'payer', record })
    ids.set(theirs.id, record.id)
    payers.set(record.id, record)
    return { account: record.accountId, what }
  })
  const customers = new Map<string, Customer>()
  const customerRows = handover.data.customers.map((theirs) => {
    const { record, what } = takeCustomer(theirs, ours, { ids, payers }, decider)
    if (what !== 'same') puts.push({ kind: 'customer', record })
    ids.set(theirs.id, record.id)
    customers.set(record.id, record)
    return { name: record.name, what }
  })

  const taken = new Set(ours.takenNumbers)
  let next = ours.nextNumber
  const caseRows: TakenOver['cases'][number][] = []
  for (const theirs of handover.data.cases) {
    const { id, number } = theirs.record
    const customerId = ids.get(theirs.record.customerId) ?? ''
    const payerId = ids.get(theirs.record.payerId) ?? ''
    const customer = customers.get(customerId)
    const payer = payers.get(payerId)
    const there = ours.cases.get(id)
    const ref = `C-${number}`
    if (!customer || !payer) return refuse('handover.inconsistent', { what: `the customer of ${ref}` })
    if (there && there.record.customerId !== customerId) {
      return refuse('handover.other-customer', { ref, as: `C-${there.record.number}`, customer: there.customer.name })
    }
    const { procedureId, procedureVersion: version } = theirs.record
    const procedure = ours.procedure(procedureId, version)
    if (!procedure) return refuse('procedure.version-unknown', { procedure: procedureId, version })
    if (there === undefined) {
      while (taken.has(next)) next += 1
      const free = taken.has(number) ? next : number
      taken.add(free)
      if (free !== number) findings.push(finding('info', 'handover.renumbered', { from: ref, to: `C-${free}` }))
      const isOpen = theirs.record.state === 'open' || theirs.record.state === 'on-hold'
      if (isOpen && ours.openProcedures.get(customerId)?.has(procedureId)) {
        findings.push(finding('warning', 'handover.second-case', { customer: customer.name, ref: `C-${free}` }))
      }
      const c = newCase(theirs, free, customer, payer, ids)
      puts.push(...putsOf(null, withSummary(c, procedure, act)))
      caseRows.push({ id, ref, as: `C-${free}`, customer: customer.name, what: 'new' })
    } else {
      const merged = mergeCase({ ...there, customer, payer }, theirs, decider)
      const changes = putsOf(there, withSummary(merged, procedure, act))
      puts.push(...changes)
      const as = `C-${there.record.number}`
      caseRows.push({ id, ref, as, customer: customer.name, what: changes.length === 0 ? 'same' : 'changed' })
    }
    ids.set(id, id)
  }
  return { puts, payers: payerRows, customers: customerRows, cases: caseRows, findings, ids }
}

function takePayer(
  theirs: HandedPayer,
  ours: Ours,
  decider: Decider,
): { readonly record: Payer; readonly what: Outcome } {
  const there = ours.payers.get(theirs.id)
  if (!there) return { record: { ...theirs, revision: 0 }, what: 'new' }
  const place: Place = { kind: 'payer', id: there.id, of: there.accountId, newer: newerOf(there, theirs) }
  // Which AWS profile to look with is a matter of each machine.
  const merged = { ...there, ...decider.fields(place, PAYER_FIELDS, there, theirs as Payer) }
  return changed(there, merged, theirs.updatedAt)
}

function takeCustomer(
  theirs: HandedCustomer,
  ours: Ours,
  known: { readonly ids: ReadonlyMap<string, string>; readonly payers: ReadonlyMap<string, Payer> },
  decider: Decider,
): { readonly record: Customer; readonly what: Outcome } {
  const payerId = known.ids.get(theirs.payerId) ?? theirs.payerId
  const there = ours.customers.get(theirs.id)
  if (!there) return { record: { ...theirs, payerId, revision: 0 }, what: 'new' }
  const place: Place = { kind: 'customer', id: there.id, of: there.name, newer: newerOf(there, theirs) }
  const account = (id: string) => known.payers.get(id)?.accountId ?? ours.payersById.get(id)?.accountId ?? id
  const paying = decider.pick(place, 'payer', account(there.payerId), account(payerId))
  const merged = {
    ...there,
    ...decider.fields(place, CUSTOMER_FIELDS, there, theirs as Customer),
    payerId: paying === account(there.payerId) ? there.payerId : payerId,
  }
  return changed(there, merged, theirs.updatedAt)
}

function changed<T extends { readonly updatedAt: string }>(
  before: T,
  merged: T,
  theirs: string,
): { readonly record: T; readonly what: Outcome } {
  if (same(before, merged)) return { record: before, what: 'same' }
  return { record: { ...merged, updatedAt: theirs > before.updatedAt ? theirs : before.updatedAt }, what: 'changed' }
}

function newCase(
  theirs: HandedCase,
  number: number,
  customer: Customer,
  payer: Payer,
  ids: ReadonlyMap<string, string>,
): Case {
  const caseId = theirs.record.id
  return {
    record: { ...theirs.record, number, customerId: customer.id, payerId: payer.id, summary: NO_SUMMARY, revision: 0 },
    customer,
    payer,
    steps: theirs.steps.map((s) => ({ ...s, caseId })),
    waits: theirs.waits.map((w) => ({ ...w, caseId })),
    submissions: theirs.submissions.map((s) => ({ ...s, caseId })),
    attachments: theirs.attachments
      .map((f) => ({ ...f, caseId, payerId: f.payerId === null ? null : (ids.get(f.payerId) ?? null) }))
      .toSorted((a, b) => (a.addedAt < b.addedAt ? 1 : -1)),
    checks: theirs.checks.map((k) => ({ ...k, caseId })),
  }
}

/** What lists show is counted here anew: it is never taken from a file. */
function withSummary(c: Case, procedure: Procedure, act: Act): Case {
  return { ...c, record: { ...c.record, summary: summarize(procedure, c, factsOf(c, act.settings)) } }
}

/** The records of a case that are new or different; the case itself comes with any of them. */
function putsOf(before: Case | null, after: Case): ChangeSet['puts'] {
  const caseId = after.record.id
  const fresh = <T>(ours: readonly T[] | undefined, merged: readonly T[]) => {
    const known = new Set((ours ?? []).map((one) => JSON.stringify(one)))
    return merged.filter((one) => !known.has(JSON.stringify(one)))
  }
  const parts: Put[] = [
    ...fresh(before?.steps, after.steps).map((record) => ({ kind: 'step' as const, record })),
    ...fresh(before?.submissions, after.submissions).map((record) => ({ kind: 'submission' as const, record })),
    ...fresh(before?.waits, after.waits).map((record) => ({ kind: 'wait' as const, record })),
    ...fresh(before?.attachments, after.attachments)
      .filter((file) => file.caseId === caseId)
      .map((record) => ({ kind: 'attachment' as const, record })),
    ...fresh(before?.checks, after.checks).map((record) => ({ kind: 'check' as const, record })),
  ]
  if (parts.length === 0 && before !== null && same(before.record, after.record)) return []
  return [{ kind: 'case', record: after.record }, ...parts]
}
