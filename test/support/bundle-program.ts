import { join } from 'node:path'
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
import { readyCase, type Sender } from './ready-case.ts'

/**
 * A workspace of its own in a process of its own, whose zone, language and time of day the test chooses.
 * `bundle-program.ts DATA OUT INSTANT [again]` makes a case and exports it; with `again` it goes on exporting, a new
 * attempt each time, saying each name before it writes it, until it is ended.
 */
const [data = '', out = '', instant = '', again] = process.argv.slice(2)
const now = () => instant
const silent = { info() {}, error() {} }
const app = createApp({
  kind: 'real',
  clock: { now, zone: systemClock.zone },
  ids: createIds(),
  store: await openStore({ folder: data, now, create: true }),
  attachments: openAttachments(join(data, 'attachments')),
  outbox: createOutbox(join(data, 'exports')),
  packer,
  aws: createAwsGateway(),
  practice: null,
  timer: systemTimer,
  log: silent,
  onChange() {},
})
const dispatch = createDispatch(app.handlers as unknown as Handlers, silent)
const desk: Sender = {
  async send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const reply = JSON.parse(await dispatch(name, JSON.stringify(input)))
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`)
    return reply.value
  },
}

await desk.send('workspace.init', { company: 'Zürich & Söhne 東京', mspAccountId: '999900001111', operator: 'Ana' })
const { revision } = await desk.send('settings.get', {})
await desk.send('settings.set', { revision, set: { operators: [{ name: 'Ana', email: 'ana@nimbus.example' }] } })
const c = await readyCase(desk, { name: 'İzmir Çelik: “A/B” <CON>', orgIds: '606606606606,707707707707' })
for (const format of ['folder', 'zip', 'eml'] as const) {
  const { path } = await desk.send('submission.export', { case: c.id, format, out })
  console.log(path)
}
for (let n = 0; again !== undefined; n += 1) {
  const folder = join(out, `round-${n}`)
  console.log(folder)
  for (const format of ['folder', 'zip', 'eml'] as const) {
    await desk.send('submission.export', { case: c.id, format, out: folder })
  }
}
