import type { Page } from '@playwright/test'
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract/index.ts'

/** Asks the host from inside the page, as the screens do: for what a test needs to be there before it begins. */
export async function send<N extends OperationName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const text = await page.evaluate(
    async ({ path, body }) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(path, { method: 'POST', headers, body, credentials: 'same-origin' })).text()
    },
    { path: `rpc/${name}`, body: JSON.stringify(input) },
  )
  const reply = JSON.parse(text) as { ok: true; value: OutputOf<N> } | { ok: false; error: { message: string } }
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
  return reply.value
}

/** The same of many, four at a time, in one visit to the page. Fails with the first refusal. */
export async function sendAll<N extends OperationName>(
  page: Page,
  name: N,
  inputs: readonly InputOf<N>[],
): Promise<void> {
  const refused = await page.evaluate(
    async ({ path, bodies }) => {
      const headers = { 'content-type': 'application/json' }
      const left = [...bodies]
      const refusals: string[] = []
      const work = async () => {
        for (let body = left.shift(); body !== undefined; body = left.shift()) {
          const text = await (await fetch(path, { method: 'POST', headers, body, credentials: 'same-origin' })).text()
          if (!text.startsWith('{"ok":true')) refusals.push(text)
        }
      }
      await Promise.all([work(), work(), work(), work()])
      return refusals
    },
    { path: `rpc/${name}`, bodies: inputs.map((input) => JSON.stringify(input)) },
  )
  if (refused.length > 0) throw new Error(`${name}: ${refused.length} refused, first ${refused[0]}`)
}

/** Opens a case and takes it as far as its submission: on the practice AWS, a day later. */
export async function caseToSubmit(
  page: Page,
  customer: { readonly name: string; readonly account: string },
): Promise<string> {
  const ref = await caseOpened(page, customer)
  await send(page, 'case.do', { case: ref, action: 'bucket.create', confirmed: true })
  await send(page, 'case.do', { case: ref, action: 'report.create', confirmed: true })
  await send(page, 'practice.advance', { hours: 26 })
  await send(page, 'case.check', { case: ref, step: 'report.delivered' })
  await send(page, 'case.do', { case: ref, action: 'crawler-file.download', confirmed: true })
  await send(page, 'case.step', { case: ref, step: 'crawler-stack.name', to: 'done' })
  return ref
}

/** A case at its first step. */
export async function caseOpened(
  page: Page,
  { name, account }: { readonly name: string; readonly account: string },
): Promise<string> {
  const added = await send(page, 'customer.add', {
    name,
    managementAccountId: account,
    orgIds: `6${account.slice(1)}`,
  })
  return (await send(page, 'case.open', { customer: added.id })).ref
}
