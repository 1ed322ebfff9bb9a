import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { CaseView, CustomerView, FindingView } from '../../../shared/contract/views.ts'
import type { Client } from '../../client/client.ts'
import { asksToConfirm } from '../../state/field-problem.ts'

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
  /** Answers to the intake's questions as they were typed or chosen, by fact. */
  readonly answers: Readonly<Record<string, string>>
}

/** What of it is done already: a second try goes on from here instead of recording the customer twice. */
export interface NewCaseProgress {
  payerId: string | null
  customer: CustomerView | null
}

/** The case, or why it would not be opened; then nothing is recorded either. */
export type Opening = { readonly opened: CaseView } | { readonly refused: FindingView }

/** What the host is asked of a form, as far as it is filled in. */
export function intakeOf(form: NewCase, { customer }: NewCaseProgress): InputOf<'procedure.intake'> {
  const { procedure, name, managementAccountId, orgIds, payer, payerId, payerAccountId } = form
  const facts = given(form.answers)
  const known = form.customerId || customer?.id
  if (known) return { procedure, facts, customer: known }
  const paying =
    payer === 'existing'
      ? { payer: payerId }
      : { payerKind: payer, ...(payer === 'dedicated' ? {} : { payerAccountId }) }
  return { procedure, facts, fresh: { name, managementAccountId, orgIds, ...paying } }
}

/**
 * Asks whether the case can be opened, records what is new of payer and customer, and opens it. Each is a command of its
 * own, so a refusal may leave the ones before it standing; `progress` holds them.
 * @param confirmed a change of the payer's facts is meant for its other cases too
 * @throws OperationError of the first that is refused.
 */
export async function openNewCase(
  client: Client,
  form: NewCase,
  progress: NewCaseProgress,
  confirmed = false,
): Promise<Opening> {
  const intake = await client.send('procedure.intake', intakeOf(form, progress))
  if (intake.refusal !== null && !(confirmed && asksToConfirm(intake.refusal))) return { refused: intake.refusal }
  const customer = form.customerId || (await recordCustomer(client, form, progress)).id
  const asked = new Set<string>(intake.questions.map((q) => q.fact.name))
  const facts = Object.fromEntries(Object.entries(given(form.answers)).filter(([fact]) => asked.has(fact)))
  const { procedure } = form
  return { opened: await client.send('case.open', { customer, procedure, facts, ...(confirmed ? { confirmed } : {}) }) }
}

/** Records the customer, and its payer where that is new, without a case. */
export async function recordCustomer(client: Client, form: NewCase, progress: NewCaseProgress): Promise<CustomerView> {
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

/** A choice taken back is no answer. */
function given(answers: NewCase['answers']): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''))
}
