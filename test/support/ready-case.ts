import { toBase64 } from '../../shared/contract/base64.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import { crawlerTemplate } from './crawler-template-samples.ts'

/** Whatever runs one operation of the contract. */
export interface Sender {
  send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
}

export interface CustomerOptions {
  readonly name?: string
  readonly account?: string
  readonly orgIds?: string
  readonly payer?: string
}

/** Adds a customer and opens its case. */
export async function openedCase(desk: Sender, own: CustomerOptions = {}) {
  const managementAccountId = own.account ?? '111122223333'
  await desk.send('customer.add', {
    name: own.name ?? 'Acme Foods',
    managementAccountId,
    orgIds: own.orgIds ?? '606606606606',
    payer: own.payer,
  })
  return desk.send('case.open', { customer: managementAccountId })
}

const BY_HAND = [
  'report.sign-in',
  'report.content',
  'report.bucket',
  'report.delivery-options',
  'report.create',
  'report.delivered',
] as const

/** A case brought by hand to where its submission can be exported. */
export async function readyCase(desk: Sender, own: CustomerOptions = {}) {
  const opened = await openedCase(desk, own)
  for (const step of BY_HAND) await desk.send('case.step', { case: opened.id, step, to: 'done', evidence: 'seen' })
  const { bucket, prefix, reportName: report } = opened.payer
  const file = new TextEncoder().encode(crawlerTemplate({ bucket, prefix, report }))
  await desk.send('case.crawler-file', { case: opened.id, name: 'crawler-cfn.yml', base64: toBase64(file) })
  return desk.send('case.step', { case: opened.id, step: 'crawler-stack.name', to: 'done' })
}
