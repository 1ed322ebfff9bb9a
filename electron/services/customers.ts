import type { Act } from '../../shared/domain/case/act.ts'
import { newCustomer, noticedInOrgIds, readCustomer } from '../../shared/domain/customer.ts'
import { concerning } from '../../shared/domain/duplicates.ts'
import { newPayer } from '../../shared/domain/payer.ts'
import type { NewActivity } from '../../shared/domain/records/activity.ts'
import type { Put } from '../../shared/domain/records/change-set.ts'
import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import { demandNotWithSpot, demandOwnAccount } from './customer-guards.ts'
import { duplicatesOfCase, duplicatesOfCustomer } from './duplicates.ts'
import type { AppHandlers } from './handlers.ts'
import { createInTurn } from './in-turn.ts'
import { findingView } from './views/finding-view.ts'
import { customerView } from './views/record-views.ts'

/** Customers of one page where nobody says how many. */
const PAGE = 200

/** End customers, each with the payer that pays its bill. */
export function customerHandlers(
  context: Context,
): Pick<AppHandlers, 'customer.add' | 'customer.list' | 'customer.set'> {
  const { store } = context.ports
  const inTurn = createInTurn()
  return {
    'customer.add': (input) => inTurn(() => add(input)),
    'customer.set': (input) => inTurn(() => change(input)),

    async 'customer.list'({ text = '', limit = PAGE, after = null }) {
      await context.settings()
      const page = await store.customerPage({ text, limit, after })
      const customers = page.rows.map(({ customer, payerAccountId }) => customerView(customer, payerAccountId))
      return { customers, total: page.total, after: page.after }
    },
  }

  async function add(input: Parameters<AppHandlers['customer.add']>[0]) {
    const act = context.act(await context.settings())
    const read = throwIfRefused(readCustomer({ ...input, contacts: [], tags: [] }))
    await demandOwnAccount(context, read.managementAccountId, null)
    const payer = await payerFor(input.payer, read.managementAccountId, act)
    const rest = { contacts: input.contacts ?? [], tags: input.tags ?? [] }
    const { customer, change } = newCustomer(read, rest, payer.payer, act)
    await context.commit(
      { puts: [...payer.puts, ...change.puts], activity: [...payer.activity, ...change.activity] },
      'cases',
      [customer.id],
    )
    const noticed = [
      ...noticedInOrgIds(input.orgIds, [read.managementAccountId, payer.payer.accountId, act.settings.mspAccountId]),
    ]
    noticed.push(...(await duplicatesOfCase(context, { customer, payer: payer.payer })))
    return { ...(await view(customer.id)), noticed: noticed.map(findingView) }
  }

  async function change({ customer: id, revision, set }: Parameters<AppHandlers['customer.set']>[0]) {
    const act = context.act(await context.settings())
    const customer = await found(id)
    const read = throwIfRefused(
      readCustomer({
        name: set.name ?? customer.name,
        managementAccountId: set.managementAccountId ?? customer.managementAccountId,
        orgIds: set.orgIds ?? customer.orgIds.join(','),
        contacts: [],
        tags: [],
      }),
    )
    const next: Customer = {
      ...customer,
      ...read,
      contacts: set.contacts ?? customer.contacts,
      tags: set.tags ?? customer.tags,
      notes: set.notes ?? customer.notes,
      updatedAt: act.now,
      revision,
    }
    await demandOwnAccount(context, next.managementAccountId, customer.id)
    await demandNotWithSpot(context, customer, next)
    const fields = FIELDS.filter((f) => !isSame(customer[f], next[f]))
    const said: NewActivity = {
      at: act.now,
      who: act.by,
      what: 'customer.changed',
      caseId: null,
      customerId: customer.id,
      payerId: customer.payerId,
      params: { fields, before: pick(customer, fields), after: pick(next, fields) },
    }
    await context.commit({ puts: [{ kind: 'customer', record: next }], activity: [said] }, 'cases', [customer.id])
    const saved = await view(customer.id)
    const noticed = noticedInOrgIds(set.orgIds, [
      saved.managementAccountId,
      saved.payerAccountId,
      act.settings.mspAccountId,
    ])
    const duplicates = concerning(await duplicatesOfCustomer(context, next), Object.keys(set))
    return { ...saved, noticed: [...noticed, ...duplicates].map(findingView) }
  }

  async function found(id: string): Promise<Customer> {
    const customer = await store.customer(id)
    if (!customer) throw new CasebookError(refuse('customer.unknown', { customer: id }, 'customer'))
    return customer
  }

  async function view(id: string) {
    return withPayer(await found(id))
  }

  async function withPayer(customer: Customer) {
    return customerView(customer, (await store.payer(customer.payerId))?.accountId ?? '')
  }

  /** The payer that was named, by record ID or account; without one, a dedicated payer of the management account. */
  async function payerFor(
    named: string | undefined,
    managementAccountId: string,
    act: Act,
  ): Promise<{ payer: Payer; puts: readonly Put[]; activity: readonly NewActivity[] }> {
    const there = named
      ? ((await store.payer(named)) ?? (await store.payerByAccount(named.replace(/[\s-]/g, ''))))
      : await store.payerByAccount(managementAccountId)
    if (there) return { payer: there, puts: [], activity: [] }
    if (named) throw new CasebookError(refuse('payer.unknown', { payer: named }, 'payer'))
    const { payer, change } = throwIfRefused(newPayer({ accountId: managementAccountId, kind: 'dedicated' }, act))
    return { payer, puts: change.puts, activity: change.activity }
  }
}

const FIELDS = ['name', 'managementAccountId', 'orgIds', 'contacts', 'tags', 'notes'] as const

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function pick(customer: Customer, fields: readonly (keyof Customer)[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((f) => [f, customer[f]]))
}
