import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { EVERY_CASE } from './case-query.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { CaseQuery, CaseRow, CaseStore, Page } from './ports.ts'

/** Rows of one page; a shared payer can have thousands of cases. */
const PAGE = 500

/** All cases of a customer, of a payer, or in some states, in the order of their numbers. */
export async function casesOf(
  context: Context,
  query: Partial<Pick<CaseQuery, 'customerId' | 'payerId' | 'states'>>,
): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = []
  let after: string | null = null
  do {
    const page: Page<CaseRow> = await context.ports.store.cases({
      ...EVERY_CASE,
      limit: PAGE,
      after,
      ...query,
    })
    rows.push(...page.rows)
    after = page.after
  } while (after !== null)
  return rows
}

/** By record ID, management account ID or exact name; two of the same name are not guessed between. */
export async function customerNamed({ ports: { store } }: Context, named: string): Promise<Customer> {
  const byId = await store.customer(named)
  if (byId) return byId
  const digits = named.replace(/[\s-]/g, '')
  const byAccount = await store.customersByAccount([digits])
  const found = byAccount.length > 0 ? byAccount : await customersCalled(store, named.trim())
  if (found.length > 1) {
    throw new CasebookError(refuse('customer.ambiguous', { customer: named, count: found.length }, 'customer'))
  }
  if (!found[0]) throw new CasebookError(refuse('customer.unknown', { customer: named }, 'customer'))
  return found[0]
}

async function customersCalled(store: CaseStore, name: string): Promise<readonly Customer[]> {
  const alike = await store.customers({ text: name, limit: 200 })
  return alike.filter((c) => c.name.toLowerCase() === name.toLowerCase())
}

/** The payer that pays a customer's bill. */
export async function payerOf({ ports: { store } }: Context, customer: Customer): Promise<Payer> {
  const payer = await store.payer(customer.payerId)
  if (!payer) throw new CasebookError(refuse('payer.unknown', { payer: customer.payerId }, 'payer'))
  return payer
}
