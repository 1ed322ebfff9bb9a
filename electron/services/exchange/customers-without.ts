import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import type { Context } from '../context.ts'
import type { CustomerRow, Page } from '../ports.ts'

/** Customers that are read in one go, within a few milliseconds. */
const PAGE = 50

/** Customers beyond those seen, each with its payer, some at a time; between two pages others have their turn. */
export async function* customersWithout(
  context: Context,
  seen: ReadonlySet<string>,
): AsyncGenerator<readonly { readonly customer: Customer; readonly payer: Payer }[]> {
  let after: string | null = null
  do {
    const page: Page<CustomerRow> = await context.ports.store.customerPage({ text: '', limit: PAGE, after })
    const rows = page.rows.filter(({ customer }) => !seen.has(customer.id))
    const payers = await payersByAccount(context, rows)
    yield rows.map(({ customer, payerAccountId }) => ({ customer, payer: at(payers, payerAccountId) }))
    after = page.after
    await context.ports.turn?.()
  } while (after !== null)
}

/** The payers of these rows by their accounts. */
export async function payersByAccount(
  { ports: { store } }: Context,
  rows: readonly { readonly payerAccountId: string }[],
): Promise<ReadonlyMap<string, Payer>> {
  const accounts = [...new Set(rows.map(({ payerAccountId }) => payerAccountId))]
  return new Map((await store.payersByAccount(accounts)).map((payer) => [payer.accountId, payer]))
}

/** The record that another refers to. Throws where it is not there. */
export function at<T>(records: ReadonlyMap<string, T>, key: string): T {
  const record = records.get(key)
  if (record === undefined) throw new Error(`A record refers to ${key}, which is not there.`)
  return record
}
