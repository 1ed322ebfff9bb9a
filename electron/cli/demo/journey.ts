import type { CaseView } from '../../../shared/contract/views.ts'
import type { Call } from '../command.ts'
import type { DemoCustomer } from './customers.ts'

/** One customer on the way through the three phases. */
export interface Journey {
  readonly customer: DemoCustomer
  readonly caseId: string
  readonly ref: string
}

export interface Guide {
  readonly send: Call['send']
  /** Says that something was done, once the store has acknowledged it. */
  did(customer: DemoCustomer, what: string): void
}

/** Adds the customer, with its payer where that is shared, and opens its case. */
export async function begin(customer: DemoCustomer, { send, did }: Guide): Promise<Journey> {
  if (customer.sharedPayer) await send('payer.add', { accountId: customer.sharedPayer, kind: 'shared' })
  await send('customer.add', {
    name: customer.name,
    managementAccountId: customer.managementAccountId,
    orgIds: customer.orgId,
    payer: customer.sharedPayer ?? undefined,
  })
  const c = await send('case.open', { customer: customer.managementAccountId })
  did(customer, `opened ${c.ref}`)
  return { customer, caseId: c.id, ref: c.ref }
}

/** Phase 1: bucket with policy, report; then AWS has 24 hours. */
export async function setUpReport(j: Journey, { send, did }: Guide): Promise<void> {
  await act(j, 'bucket.create', send)
  did(j.customer, 'created the bucket with its policy')
  await act(j, 'report.create', send)
  did(j.customer, 'created the report; AWS has 24 h to deliver')
}

/** After the 24 hours: delivery seen, file taken, submission out; and the stack, which need not wait for Spot. */
export async function linkWithAthena(j: Journey, out: string, { send, did }: Guide): Promise<readonly string[]> {
  await send('case.check', { case: j.caseId, step: 'report.delivered' })
  did(j.customer, 'saw the report delivered')
  await act(j, 'crawler-file.download', send)
  did(j.customer, 'downloaded and validated crawler-cfn.yml')
  await send('case.step', { case: j.caseId, step: 'crawler-stack.name', to: 'done' })
  const folder = await send('submission.export', { case: j.caseId, format: 'folder', out })
  const zip = await send('submission.export', { case: j.caseId, format: 'zip', out })
  await send('submission.sent', { case: j.caseId, via: 'demo' })
  did(j.customer, 'exported the submission and marked it sent; Spot has 72 h to answer')
  await act(j, 'crawler-stack.create', send)
  did(j.customer, 'started the crawler stack')
  return [folder.path, zip.path]
}

/** Once the stack is complete: the crawler daily at 00:00 UTC. */
export async function scheduleCrawler(j: Journey, { send, did }: Guide): Promise<void> {
  await send('case.check', { case: j.caseId, step: 'crawler-stack.create' })
  await act(j, 'crawler.schedule', send)
  did(j.customer, 'scheduled the crawler daily at 00:00 UTC')
}

/** After the 72 hours: Spot's link judged and taken, phase 3 begun. */
export async function launchExtractor(j: Journey, { send, did }: Guide): Promise<void> {
  const { link } = await send('practice.spot-answer', { case: j.caseId })
  await send('submission.answered', { case: j.caseId, link })
  did(j.customer, 'judged Spot’s link and took it')
  const accountList = j.customer.sharedPayer ? j.customer.managementAccountId : ''
  await send('case.set', { case: j.caseId, facts: { accountList } })
  await send('case.step', { case: j.caseId, step: 'extractor.account-list', to: 'done' })
  await act(j, 'extractor-stack.create', send)
  did(j.customer, 'started the extractor stack')
}

/** Sees the extractor complete: with its last step the case is done. */
export async function finish(j: Journey, { send, did }: Guide): Promise<CaseView> {
  const c = await send('case.check', { case: j.caseId, step: 'extractor.create' })
  did(j.customer, c.state === 'done' ? 'finished: the case is done' : `is not done: ${c.nextStepId ?? c.state}`)
  return c
}

async function act(j: Journey, action: string, send: Call['send']): Promise<void> {
  await send('case.do', { case: j.caseId, action, confirmed: true })
}
