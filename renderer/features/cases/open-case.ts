import type { OutputOf } from '../../../shared/contract/index.ts'
import type { CaseView, CustomerView } from '../../../shared/contract/views.ts'
import type { Client } from '../../client/client.ts'

export type PayerChoice = 'dedicated' | 'existing' | 'shared' | 'transfer'
export type IntakeView = OutputOf<'procedure.intake'>

export interface NewCase {
  readonly procedure: string
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
  /** Answers to the intake's questions, by fact. */
  readonly answers: Readonly<Record<string, string>>
}

/** What of it is done already: a second try goes on from here instead of recording the customer twice. */
export interface NewCaseProgress {
  payerId: string | null
  customer: CustomerView | null
  /** Facts the operator has been asked for: an answer still missing is then the host's to refuse. */
  asked: readonly string[]
}

/** The case, or what has to be answered before it can be opened. */
export type Opening = { readonly opened: CaseView } | { readonly asks: IntakeView }

/**
 * Records what is new of payer and customer, then opens the case; stops once to ask what the procedure has to know.
 * Each is a command of its own, so a refusal may leave the ones before it standing; `progress` holds them.
 * @throws OperationError of the first that is refused.
 */
export async function openNewCase(client: Client, form: NewCase, progress: NewCaseProgress): Promise<Opening> {
  const customer = form.customerId || (await customerOf(client, form, progress)).id
  const { procedure, answers } = form
  const intake = await client.send('procedure.intake', { procedure, customer, facts: answers })
  const missing = intake.questions.filter((q) => q.required && q.fact.value === null)
  if (missing.some((q) => !progress.asked.includes(q.fact.name))) {
    progress.asked = intake.questions.map((q) => q.fact.name)
    return { asks: intake }
  }
  return { opened: await client.send('case.open', { customer, procedure, facts: answers }) }
}

async function customerOf(client: Client, form: NewCase, progress: NewCaseProgress): Promise<CustomerView> {
  progress.customer ??= await client.send('customer.add', {
    name: form.name,
    managementAccountId: form.managementAccountId,
    orgIds: form.orgIds,
    ...(form.payer === 'dedicated' ? {} : { payer: await payerOf(client, form, progress) }),
  })
  return progress.customer
}

async function payerOf(client: Client, form: NewCase, progress: NewCaseProgress): Promise<string> {
  if (form.payer === 'existing') return form.payerId
  const kind = form.payer === 'transfer' ? 'transfer' : 'shared'
  progress.payerId ??= (await client.send('payer.add', { accountId: form.payerAccountId, kind })).id
  return progress.payerId
}
