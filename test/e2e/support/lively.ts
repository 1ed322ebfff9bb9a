import type { Page } from '@playwright/test'
import { onDesk } from './desk.ts'
import { caseOpened, caseToSubmit, send } from './rpc.ts'

/**
 * A practice workspace in which every screen has something to show: C-1 is done, C-2 waits for Spot, C-3 is exported and
 * not sent, C-4 waits for its customer and has a step blocked, C-5 and C-6 share a payer, and C-6 can take over from C-5.
 * @param out folder that the bundles are written to
 */
export async function livelyWorkspace(page: Page, out: string): Promise<void> {
  await onDesk(page).practise()
  await caseDone(page, { name: 'Aurora Bakeries', account: '222200000000' }, out)
  const sent = await caseToSubmit(page, {
    name: 'Möbel Krämer & Söhne Großhandelsgesellschaft',
    account: '222200000001',
  })
  await send(page, 'submission.export', { case: sent, format: 'zip', out })
  await send(page, 'submission.sent', { case: sent, via: 'support ticket' })
  const exported = await caseToSubmit(page, { name: 'Harbour Freight Nord', account: '222200000002' })
  await send(page, 'submission.export', { case: exported, format: 'zip', out })
  const asked = await caseOpened(page, { name: 'Quarry Street Clinics', account: '222200000004' })
  await send(page, 'request.create', { case: asked, request: 'org-ids' })
  await send(page, 'case.step', {
    case: asked,
    step: 'report.bucket',
    to: 'block',
    reason: 'The customer’s security team has to approve the policy of the bucket first.',
  })
  await send(page, 'payer.add', { accountId: '444400000000', kind: 'shared' })
  const first = await caseOfShared(page, 'Nord Bakery Group', '555500000001')
  await send(page, 'case.step', { case: first, step: 'report.sign-in', to: 'done' })
  await send(page, 'case.step', { case: first, step: 'report.content', to: 'done' })
  await caseOfShared(page, 'Nord Bakery Retail', '555500000002')
}

/** A case whose customer is connected. @returns its reference */
export async function caseDone(
  page: Page,
  customer: { readonly name: string; readonly account: string },
  out: string,
): Promise<string> {
  const ref = await caseToSubmit(page, customer)
  await send(page, 'submission.export', { case: ref, format: 'zip', out })
  await send(page, 'submission.sent', { case: ref, via: 'e-mail' })
  await send(page, 'case.do', { case: ref, action: 'crawler-stack.create', confirmed: true })
  await send(page, 'practice.advance', { hours: 1 })
  await send(page, 'case.check', { case: ref, step: 'crawler-stack.create' })
  await send(page, 'case.do', { case: ref, action: 'crawler.schedule', confirmed: true })
  await send(page, 'practice.advance', { hours: 72 })
  const { link } = await send(page, 'practice.spot-answer', { case: ref })
  await send(page, 'submission.answered', { case: ref, link })
  await send(page, 'case.set', { case: ref, facts: { accountList: '' } })
  await send(page, 'case.step', { case: ref, step: 'extractor.account-list', to: 'done' })
  await send(page, 'case.do', { case: ref, action: 'extractor-stack.create', confirmed: true })
  await send(page, 'practice.advance', { hours: 1 })
  const { state } = await send(page, 'case.check', { case: ref, step: 'extractor.create' })
  if (state !== 'done') throw new Error(`${ref} is ${state}`)
  return ref
}

async function caseOfShared(page: Page, name: string, account: string): Promise<string> {
  const orgIds = `6${account.slice(1)}`
  const { id } = await send(page, 'customer.add', { name, managementAccountId: account, orgIds, payer: '444400000000' })
  return (await send(page, 'case.open', { customer: id })).ref
}
