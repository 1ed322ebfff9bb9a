import { caseDuplicates, customerDuplicates, payerDuplicates } from '../../shared/domain/duplicates.ts'
import type { Finding } from '../../shared/domain/finding.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import type { Context } from './context.ts'

/** So many others are named; who has more of them has to look at the value itself. */
const MOST = 10

/** What this customer has that others have too: a management account, Spot Org IDs. */
export async function duplicatesOfCustomer(context: Context, customer: Customer): Promise<readonly Finding[]> {
  return customerDuplicates(customer, await customersNear(context, customer))
}

/** What this payer has that others have too: a bucket, a report in it; and whether it pays for more than it should. */
export async function duplicatesOfPayer(context: Context, payer: Payer): Promise<readonly Finding[]> {
  return payerDuplicates(payer, await paidBy(context, payer), await payersNear(context, payer))
}

/** What a case has, by its customer and its payer, that belongs to others too. */
export async function duplicatesOfCase(context: Context, c: Pick<Case, 'customer' | 'payer'>) {
  const [customers, payers] = [await customersNear(context, c.customer), await payersNear(context, c.payer)]
  return caseDuplicates(c, await paidBy(context, c.payer), { customers, payers })
}

async function customersNear({ ports: { store } }: Context, customer: Customer): Promise<readonly Customer[]> {
  const near = [
    ...(await store.customersByAccount([customer.managementAccountId])),
    // One more: the customer itself is among them.
    ...(await store.duplicates.customersByOrgId(customer.orgIds, MOST + 1)),
  ]
  return [...new Map(near.map((c) => [c.id, c])).values()]
}

function payersNear({ ports: { store } }: Context, payer: Payer): Promise<readonly Payer[]> {
  return store.duplicates.payersByBucket(payer.bucket, MOST + 1)
}

/** Only of a dedicated payer does it matter whom it pays for; a shared one can pay for thousands. */
async function paidBy({ ports: { store } }: Context, payer: Payer): Promise<readonly Customer[]> {
  return payer.kind === 'dedicated' ? (await store.customersOfPayer(payer.id)).slice(0, MOST) : []
}
