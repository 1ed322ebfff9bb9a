import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createPracticeGateway } from '../../electron/aws/gateway.ts'
import type { Patience } from '../../electron/aws/transport.ts'
import { practicePort } from '../../electron/practice/practice-port.ts'
import type { ScenarioName } from '../../electron/practice/scenarios.ts'
import type { PracticeAws } from '../../electron/practice/server.ts'
import { createDispatch } from '../../electron/rpc/dispatch.ts'
import type { Handlers } from '../../electron/rpc/handlers.ts'
import { createApp } from '../../electron/services/app.ts'
import type { AwsGateway } from '../../electron/services/aws-gateway.ts'
import type { Ports } from '../../electron/services/context.ts'
import { openAttachments } from '../../electron/store/attachments.ts'
import { createIds } from '../../electron/store/ids.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { createOutbox } from '../../electron/store/outbox.ts'
import { packer } from '../../electron/store/packer.ts'
import {
  type ChangeEvent,
  contract,
  type InputOf,
  type OperationName,
  type OutputOf,
} from '../../shared/contract/index.ts'
import type { Reply, WireError } from '../../shared/contract/operation.ts'
import type { CaseView, CheckView } from '../../shared/contract/views.ts'
import type { CheckId } from '../../shared/domain/procedure/types.ts'
import { type TestLog, testLog } from './desk.ts'
import { type FakeTimer, fakeTimer } from './fake-timer.ts'
import { account, type Clients, clients, HOUR, MINUTE, practiceAws } from './practice.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface AwsAppOptions {
  readonly scenario?: ScenarioName
  readonly patience?: Partial<Patience>
  readonly payer?: 'dedicated' | 'shared'
  readonly watch?: boolean
  /** Puts something between the services and the gateway. */
  readonly between?: (gateway: AwsGateway) => AwsGateway
}

/** The services on a real store, and the real SDK over HTTP on a practice AWS whose time stands still. */
export interface AwsApp {
  readonly aws: PracticeAws
  /** The console's part: what somebody does by hand in the payer's account. */
  readonly sdk: Clients
  readonly timer: FakeTimer
  readonly events: readonly ChangeEvent[]
  readonly log: TestLog
  readonly folder: string
  readonly caseId: string
  /** The app's time, which is the practice AWS's. */
  now(): string
  send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  refusal<N extends OperationName>(name: N, input: InputOf<N>): Promise<WireError>
  /** The services anew on the same workspace, as after a restart: what was only in memory is gone. */
  restarted(): Handlers
  close(): Promise<void>
}

/** An app with one customer and its open case. The payer's account is `account`, shared or the customer's own. */
export async function awsApp(options: AwsAppOptions = {}): Promise<AwsApp> {
  const aws = await practiceAws(options.scenario ? { scenario: options.scenario } : {})
  const folder = temporaryFolder()
  const clock = { now: () => new Date(aws.clock.now()).toISOString(), zone: () => 'Europe/Berlin' }
  const store = await openStore({ folder, now: clock.now, create: true })
  const [timer, log] = [fakeTimer(), testLog()]
  const events: ChangeEvent[] = []
  const ports: Ports = {
    kind: 'practice',
    clock,
    ids: createIds(),
    store,
    attachments: openAttachments(folder),
    outbox: createOutbox(join(folder, 'exports')),
    packer,
    aws: (options.between ?? ((one) => one))(
      createPracticeGateway({ endpoint: aws.url, patience: { attempts: 1, ...options.patience } }),
    ),
    practice: practicePort(aws),
    timer,
    log,
    onChange: (event) => void events.push(event),
  }
  const app = createApp(ports)
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await app.close()
    await store.close()
  }
  onTestFinished(close)
  const ofHost = async (): Promise<never> => {
    throw new Error('There is no host here.')
  }
  const hosts = Object.fromEntries(Object.keys(contract).map((name) => [name, ofHost])) as unknown as Handlers
  const dispatch = createDispatch({ ...hosts, ...app.handlers }, log)
  const reply = async <N extends OperationName>(name: N, input: InputOf<N>) =>
    JSON.parse(await dispatch(name, JSON.stringify(input))) as Reply<OutputOf<N>>
  const send: AwsApp['send'] = async (name, input) => {
    const answer = await reply(name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
    return answer.value
  }
  await send('workspace.init', { company: 'Northwind', mspAccountId: '999900001111', operator: 'Ana' })
  const managementAccountId = options.payer === 'shared' ? '222233334444' : account
  await send('payer.add', { accountId: account, kind: options.payer ?? 'dedicated' })
  await send('customer.add', { name: 'Acme', managementAccountId, orgIds: '606606606606', payer: account })
  const { id: caseId } = await send('case.open', { customer: managementAccountId })
  if (options.watch) app.watch()
  return {
    aws,
    sdk: clients(aws),
    timer,
    events,
    log,
    folder,
    caseId,
    now: clock.now,
    send,
    async refusal(name, input) {
      const answer = await reply(name, input)
      if (answer.ok) throw new Error(`${name} was not refused.`)
      return answer.error
    },
    restarted: () => ({ ...hosts, ...createApp(ports).handlers }),
    close,
  }
}

export function act(app: AwsApp, action: string): Promise<CaseView> {
  return app.send('case.do', { case: app.caseId, action, confirmed: true })
}

/** Runs the checks of a step, or all, and gives the one that is asked for. */
export async function check(app: AwsApp, id: CheckId, step?: string): Promise<CheckView> {
  return checkOf(await app.send('case.check', { case: app.caseId, step }), id)
}

export function checkOf(c: CaseView, id: CheckId): CheckView {
  const found = c.steps.flatMap((s) => s.checks).find((one) => one.id === id)
  if (!found) throw new Error(`no check ${id}`)
  return found
}

/** Phase 1 by the app itself; the 24 hours pass. */
export async function reported(app: AwsApp): Promise<void> {
  await act(app, 'bucket.create')
  await act(app, 'report.create')
  app.aws.clock.advance(25 * HOUR)
}

/** Phase 1, and the crawler file taken. */
export async function withFile(app: AwsApp): Promise<void> {
  await reported(app)
  await fileTaken(app)
}

/** The delivery seen, the crawler file taken, the stack's name settled. */
export async function fileTaken(app: AwsApp): Promise<void> {
  await app.send('case.check', { case: app.caseId, step: 'report.delivered' })
  await act(app, 'crawler-file.download')
  await app.send('case.step', { case: app.caseId, step: 'crawler-stack.name', to: 'done' })
}

/** The crawler stack begun, and the time that it takes. */
export async function withStack(app: AwsApp): Promise<void> {
  await withFile(app)
  await act(app, 'crawler-stack.create')
  app.aws.clock.advance(10 * MINUTE)
  await app.send('case.check', { case: app.caseId, step: 'crawler-stack.create' })
}

/** Spot has answered, and the account list is decided on. */
export async function withLink(app: AwsApp, accountList: string): Promise<string> {
  await withStack(app)
  await app.send('submission.export', { case: app.caseId, format: 'folder' })
  await app.send('submission.sent', { case: app.caseId })
  app.aws.clock.advance(72 * HOUR)
  const { link } = await app.send('practice.spot-answer', { case: app.caseId })
  await app.send('submission.answered', { case: app.caseId, link })
  await app.send('case.set', { case: app.caseId, facts: { accountList } })
  await app.send('case.step', { case: app.caseId, step: 'extractor.account-list', to: 'done' })
  return link
}
