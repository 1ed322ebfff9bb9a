import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createAwsGateway } from '../../electron/aws/gateway.ts'
import { createDispatch } from '../../electron/rpc/dispatch.ts'
import type { Handlers } from '../../electron/rpc/handlers.ts'
import { createApp } from '../../electron/services/app.ts'
import { openAttachments } from '../../electron/store/attachments.ts'
import { createIds } from '../../electron/store/ids.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { createOutbox } from '../../electron/store/outbox.ts'
import { packer } from '../../electron/store/packer.ts'
import { systemClock } from '../../electron/store/system-clock.ts'
import { systemTimer } from '../../electron/workspace/system-timer.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { Reply, WireError } from '../../shared/contract/operation.ts'
import { type Registry, registry } from '../../shared/procedures/index.ts'
import { testLog } from './desk.ts'

/** The services on a real store, without AWS: everything by hand. Procedures can be others than the app's own. */
export interface ServiceDesk {
  send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** The error of an operation that is refused; fails where it is not. */
  refusal<N extends OperationName>(name: N, input: InputOf<N>): Promise<WireError>
  /** Closes the workspace and opens it again, as another version of the app would. */
  reopen(procedures?: Registry): Promise<ServiceDesk>
}

export async function serviceDesk(): Promise<ServiceDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-services-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const desk = await openOn(folder, registry, true)
  await desk.send('workspace.init', {
    company: 'Northwind Managed Services',
    mspAccountId: '999900001111',
    operator: 'Ana',
  })
  return desk
}

async function openOn(folder: string, procedures: Registry, create: boolean): Promise<ServiceDesk> {
  const log = testLog()
  const store = await openStore({ folder, now: systemClock.now, create })
  const app = createApp({
    kind: 'real',
    clock: systemClock,
    ids: createIds(),
    store,
    attachments: openAttachments(folder),
    outbox: createOutbox(join(folder, 'exports')),
    packer,
    aws: createAwsGateway(),
    practice: null,
    procedures,
    timer: systemTimer,
    turn: async () => {},
    beforeBulk: async () => {},
    log,
    onChange() {},
  })
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    await app.close()
    await store.close()
  }
  onTestFinished(close)
  const dispatch = createDispatch(app.handlers as unknown as Handlers, log)
  const reply = async <N extends OperationName>(name: N, input: InputOf<N>) =>
    JSON.parse(await dispatch(name, JSON.stringify(input))) as Reply<OutputOf<N>>
  return {
    async send(name, input) {
      const answer = await reply(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
      return answer.value
    },
    async refusal(name, input) {
      const answer = await reply(name, input)
      if (answer.ok) throw new Error(`${name} was not refused.`)
      return answer.error
    },
    async reopen(next = registry) {
      await close()
      return openOn(folder, next, false)
    },
  }
}
