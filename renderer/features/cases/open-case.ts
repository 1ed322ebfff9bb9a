import type { CaseView, CustomerView } from '../../../shared/contract/views.ts'
import type { Client } from '../../client/client.ts'

export type PayerChoice = 'dedicated' | 'existing' | 'shared' | 'transfer'

export interface NewCase {
  /** Record ID of a customer we have; empty: a new one. */
  readonly customerId: string
  readonly name: string
  readonly managementAccountId: string
  readonly orgIds: string
  readonly payer: PayerChoice
  /** Record ID of a payer we have. */
  readonly payerId: string
  /** Account of a payer that is new. */
  readonly payerAccountId: string
}

/** What of it is done already: a second try goes on from here instead of recording the customer twice. */
export interface NewCaseProgress {
  payerId: string | null
  customer: CustomerView | null
}

/**
 * Records what is new of payer and customer, then opens the case. Each is a command of its own, so a refusal may
 * leave the ones before it standing; `progress` holds them.
 * @throws OperationError of the first that is refused.
 */
export async function openNewCase(client: Client, form: NewCase, progress: NewCaseProgress): Promise<CaseView> {
  if (form.customerId !== '') return client.send('case.open', { customer: form.customerId })
  progress.customer ??= await client.send('customer.add', {
    name: form.name,
    managementAccountId: form.managementAccountId,
    orgIds: form.orgIds,
    ...(form.payer === 'dedicated' ? {} : { payer: await payerOf(client, form, progress) }),
  })
  return client.send('case.open', { customer: progress.customer.id })
}

async function payerOf(client: Client, form: NewCase, progress: NewCaseProgress): Promise<string> {
  if (form.payer === 'existing') return form.payerId
  const kind = form.payer === 'transfer' ? 'transfer' : 'shared'
  progress.payerId ??= (await client.send('payer.add', { accountId: form.payerAccountId, kind })).id
  return progress.payerId
}
