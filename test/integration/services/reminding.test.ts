import { expect, onTestFinished, test } from 'vitest'
import { createAwsGateway } from '../../../electron/aws/gateway.ts'
import { createDispatch } from '../../../electron/rpc/dispatch.ts'
import type { Handlers } from '../../../electron/rpc/handlers.ts'
import { createApp } from '../../../electron/services/app.ts'
import type { Notification } from '../../../electron/services/notifier-port.ts'
import { openAttachments } from '../../../electron/store/attachments.ts'
import { createIds } from '../../../electron/store/ids.ts'
import { openStore } from '../../../electron/store/open-store.ts'
import { createOutbox } from '../../../electron/store/outbox.ts'
import { packer } from '../../../electron/store/packer.ts'
import type { ChangeEvent, InputOf, OperationName, OutputOf } from '../../../shared/contract/index.ts'
import type { Reply } from '../../../shared/contract/operation.ts'
import { addMillis, HOUR } from '../../../shared/domain/instant.ts'
import { testLog } from '../../support/desk.ts'
import { fakeTimer } from '../../support/fake-timer.ts'
import { makeCase, makeCustomer, makePayer, makeSettings, makeWait } from '../../support/records.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const MONDAY = '2026-11-16T09:00:00.000Z'

/** The app on a real store whose waits began on Monday at nine, 24 h expected and 4 h of grace each. */
async function reminding(waits: number, folder = temporaryFolder()) {
  let now = MONDAY
  const store = await openStore({ folder, now: () => now, create: true })
  if ((await store.settings()) === null) {
    const numbers = Array.from({ length: waits }, (_, n) => n + 1)
    const wait = { anchorAt: MONDAY, recordedAt: MONDAY, expectedHours: 24, graceHours: 4 }
    await store.commit({
      puts: [
        { kind: 'settings', record: makeSettings({ quietHours: null }) },
        { kind: 'payer', record: makePayer() },
        { kind: 'customer', record: makeCustomer() },
        ...numbers.map((n) => ({ kind: 'case' as const, record: makeCase({ id: `case-${n}`, number: n }) })),
        ...numbers.map((n) => ({
          kind: 'wait' as const,
          record: makeWait({ id: `wait-${n}`, caseId: `case-${n}`, ...wait }),
        })),
      ],
      activity: [],
    })
  }
  const timer = fakeTimer()
  const notified: Notification[] = []
  const events: ChangeEvent[] = []
  const app = createApp({
    kind: 'real',
    clock: { now: () => now, zone: () => 'Europe/Berlin' },
    ids: createIds(),
    store,
    attachments: openAttachments(folder),
    outbox: createOutbox(folder),
    packer,
    aws: createAwsGateway(),
    practice: null,
    timer,
    notifier: { notify: (notification) => void notified.push(notification) },
    log: testLog(),
    onChange: (event) => void events.push(event),
  })
  const dispatch = createDispatch(app.handlers as unknown as Handlers, testLog())
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    await app.close()
    await store.close()
  }
  onTestFinished(close)
  app.remind()
  await timer.tick()
  return {
    notified,
    events,
    timer,
    app,
    folder,
    close,
    /** The clock is set to so many hours after Monday at nine, and the next look is due. */
    async at(hours: number) {
      now = addMillis(MONDAY, hours * HOUR)
      await timer.tick()
    },
    set(hours: number) {
      now = addMillis(MONDAY, hours * HOUR)
    },
    async send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
      const reply = JSON.parse(await dispatch(name, JSON.stringify(input))) as Reply<OutputOf<N>>
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
      return reply.value
    },
  }
}

test('a wait is told once when it is due and once when it is overdue, to the system and to the first page that asks', async () => {
  const desk = await reminding(1)
  expect(desk.notified).toEqual([])
  await desk.at(24)
  expect(desk.notified).toMatchObject([{ id: 'wait-1', title: 'Acme Foods (C-1)', action: 'Open C-1', caseRef: 'C-1' }])
  expect(desk.events).toContainEqual({ topic: 'reminders', sequence: 0, ids: [] })
  expect((await desk.send('reminder.due', {})).show).toMatchObject([{ case: 'C-1', wait: 'wait-1', level: 'due' }])
  expect((await desk.send('reminder.due', {})).show).toEqual([])
  await desk.at(25)
  expect(desk.notified).toHaveLength(1)
  await desk.at(28)
  expect(desk.notified.map(({ body }) => body)).toEqual([
    expect.stringMatching(/^Time to look: /),
    expect.stringMatching(/^Time to chase: /),
  ])
  await desk.at(200)
  expect(desk.notified).toHaveLength(2)
})

test('what fell due while the app was closed is one digest, and is not told again after the next start', async () => {
  const before = await reminding(5)
  await before.close()
  const desk = await reminding(5, before.folder)
  await desk.at(24)
  expect(desk.notified).toMatchObject([{ id: 'digest', title: '5 waits are due', caseRef: null }])
  expect(desk.notified[0]?.body).toBe('5 to look at: Acme Foods, Acme Foods, Acme Foods and 2 more.')
  await desk.close()
  const again = await reminding(5, before.folder)
  await again.at(25)
  expect(again.notified).toEqual([])
})

test('more waits than are looked at in one go are one digest still', async () => {
  const desk = await reminding(1_203)
  await desk.at(24)
  expect(desk.notified.map(({ title }) => title)).toEqual(['1203 waits are due'])
})

test('what came one by one while no page asked is one digest for the page', async () => {
  const desk = await reminding(2)
  await desk.at(24)
  await desk.at(28)
  expect(desk.notified).toHaveLength(4)
  expect((await desk.send('reminder.due', {})).show).toMatchObject([{ title: '4 waits are due', level: 'digest' }])
})

test('in quiet hours nothing is told, and after them all of it', async () => {
  const desk = await reminding(1)
  const settings = await desk.send('settings.get', {})
  await desk.send('settings.set', { revision: settings.revision, set: { quietHours: { from: '09:30', to: '12:00' } } })
  // Ten in Berlin.
  await desk.at(24)
  expect(desk.notified).toEqual([])
  expect(await desk.send('reminder.due', {})).toEqual({ show: [], isQuiet: true })
  await desk.at(26)
  expect(desk.notified).toHaveLength(1)
})

test('quiet hours that are lifted, a practice clock that is moved and a computer that wakes are looked at at once', async () => {
  const desk = await reminding(1)
  const settings = await desk.send('settings.get', {})
  expect(desk.timer.planned).toEqual([30_000])
  await desk.send('settings.set', { revision: settings.revision, set: { quietHours: null } })
  expect(desk.timer.planned).toEqual([500])
  desk.set(24)
  desk.app.wake()
  expect(desk.timer.planned).toEqual([0])
  await desk.timer.tick()
  expect(desk.notified).toHaveLength(1)
})

test('a wait that is put off is silent until then, is told once more, and the record says who put it off', async () => {
  const desk = await reminding(1)
  await desk.at(24)
  const { choices, snoozed } = await desk.send('reminder.choices', { case: 'C-1', wait: 'wait-1' })
  expect(snoozed).toBeNull()
  expect(choices[0]).toMatchObject({ id: 'hour', label: 'In an hour', untilText: '17 Nov 2026, 11:00 (Berlin)' })
  const until = choices[1]?.until ?? ''
  const { sequence } = await desk.send('reminder.snooze', { case: 'C-1', wait: 'wait-1', until })
  expect((await desk.send('reminder.choices', { case: 'C-1', wait: 'wait-1' })).snoozed?.until).toBe(until)
  await desk.at(26)
  expect(desk.notified).toHaveLength(1)
  await desk.at(27)
  expect(desk.notified).toHaveLength(2)
  await desk.at(27.5)
  expect(desk.notified).toHaveLength(2)
  const { rows } = await desk.send('activity.list', { case: 'C-1' })
  expect(rows[0]).toMatchObject({ sequence, who: 'Ana' })
  expect(rows[0]?.sentence).toMatch(/^Put off “.*” until 17 Nov 2026, 13:00 \(Berlin\)$/)
})

test('putting a wait off can be taken back, and it is told of again', async () => {
  const desk = await reminding(1)
  const until = addMillis(MONDAY, 72 * HOUR)
  const { sequence } = await desk.send('reminder.snooze', { case: 'C-1', wait: 'wait-1', until })
  await desk.at(24)
  expect(desk.notified).toEqual([])
  await desk.send('undo.change', { sequence })
  expect((await desk.send('reminder.choices', { case: 'C-1', wait: 'wait-1' })).snoozed).toBeNull()
  await desk.at(25)
  expect(desk.notified).toHaveLength(1)
})

test('once it is closed it plans nothing more', async () => {
  const desk = await reminding(1)
  await desk.close()
  expect(desk.timer.planned).toEqual([])
})

test('a wait that a change makes due long ago is told at the next look', async () => {
  const desk = await reminding(1)
  await desk.send('case.state', { case: 'C-1', to: 'hold', reason: 'The customer is away.' })
  await desk.at(30)
  await desk.at(30.1)
  expect(desk.notified).toEqual([])
  // Taking the hold back leaves no pause: the wait was due at 24 hours, before the last look.
  await desk.send('undo.last', {})
  await desk.at(30.2)
  expect(desk.notified).toHaveLength(1)
})
