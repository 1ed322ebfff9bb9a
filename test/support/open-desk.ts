import { onTestFinished } from 'vitest'
import { createDispatch } from '../../electron/rpc/dispatch.ts'
import { openDesk } from '../../electron/workspace/open-desk.ts'
import { toBase64 } from '../../shared/contract/base64.ts'
import type { ChangeEvent, InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { Reply, WireError } from '../../shared/contract/operation.ts'
import { crawlerTemplate } from './crawler-template-samples.ts'
import { testLog } from './desk.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface OpenDeskOfTest {
  readonly folder: string
  readonly events: readonly ChangeEvent[]
  send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** What an operation is refused with; fails where it is done. */
  refused<N extends OperationName>(name: N, input: InputOf<N>): Promise<WireError>
  close(): Promise<void>
}

/** The app on a real workspace of its own, without a transport; closed when the test is over. */
export async function openedDesk(folder: string = temporaryFolder()): Promise<OpenDeskOfTest> {
  const events: ChangeEvent[] = []
  const onChange = (event: ChangeEvent) => void events.push(event)
  const desk = await openDesk({ folder, kind: 'real', host: 'cli', version: '0.0.0', log: testLog(), onChange })
  onTestFinished(() => desk.close())
  const dispatch = createDispatch(desk.handlers, testLog())
  const reply = async (name: OperationName, input: unknown) =>
    JSON.parse(await dispatch(name, JSON.stringify(input))) as Reply<unknown>
  return {
    folder,
    events,
    async send(name, input) {
      const answer = await reply(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code} (${answer.error.field}): ${answer.error.message}`)
      return answer.value as OutputOf<typeof name>
    },
    async refused(name, input) {
      const answer = await reply(name, input)
      if (answer.ok) throw new Error(`${name} was not refused.`)
      return answer.error
    },
    close: () => desk.close(),
  }
}

/** The same with an MSP profile. */
export async function settledDesk(folder?: string): Promise<OpenDeskOfTest> {
  const desk = await openedDesk(folder)
  await desk.send('workspace.init', { company: 'Nimbus Partners', mspAccountId: '999900001111', operator: 'Ana' })
  return desk
}

export interface CustomerOptions {
  readonly name?: string
  readonly account?: string
  readonly orgIds?: string
  readonly payer?: string
}

/** Adds a customer and opens its case. */
export async function openedCase(desk: OpenDeskOfTest, own: CustomerOptions = {}) {
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
export async function readyCase(desk: OpenDeskOfTest, own: CustomerOptions = {}) {
  const opened = await openedCase(desk, own)
  for (const step of BY_HAND) await desk.send('case.step', { case: opened.id, step, to: 'done', evidence: 'seen' })
  const { bucket, prefix, reportName: report } = opened.payer
  const file = new TextEncoder().encode(crawlerTemplate({ bucket, prefix, report }))
  await desk.send('case.crawler-file', { case: opened.id, name: 'crawler-cfn.yml', base64: toBase64(file) })
  return desk.send('case.step', { case: opened.id, step: 'crawler-stack.name', to: 'done' })
}
