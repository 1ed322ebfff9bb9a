import { writeSync } from 'node:fs'
import { type Context, createContext, type Ports } from '../../electron/services/context.ts'
import type { CaseStore } from '../../electron/services/ports.ts'
import { createReminding } from '../../electron/services/reminders.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { makeCase, makeCustomer, makePayer, makeSettings, makeWait } from './records.ts'

/**
 * A process of its own that reminds: `reminder-program.ts FOLDER WAITS before|after|shown NOW`. `before` and `after` stop
 * on that side of the record and say so; `shown` says what it would show, as one JSON line.
 */
const [folder = '', waits = '1', stop = 'shown', now = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)
const stopHere = (where: string) => {
  say(where)
  return new Promise<never>(() => setInterval(() => {}, 60_000))
}

const store = await openStore({ folder, now: () => now, create: true })
if ((await store.settings()) === null) {
  const cases = Array.from({ length: Number(waits) }, (_, n) => n + 1)
  await store.commit({
    puts: [
      { kind: 'settings', record: makeSettings({ quietHours: null }) },
      { kind: 'payer', record: makePayer() },
      { kind: 'customer', record: makeCustomer() },
      ...cases.map((number) => ({ kind: 'case' as const, record: makeCase({ id: `case-${number}`, number }) })),
      ...cases.map((number) => ({
        kind: 'wait' as const,
        record: makeWait({ id: `wait-${number}`, caseId: `case-${number}` }),
      })),
    ],
    activity: [],
  })
}
const stopping: CaseStore = Object.create(store, {
  recordReminders: {
    value: async (...given: Parameters<CaseStore['recordReminders']>) => {
      if (stop === 'before') await stopHere('before')
      const recorded = await store.recordReminders(...given)
      if (stop === 'after') await stopHere('after')
      return recorded
    },
  },
  waitsToRemind: { value: (...given: Parameters<CaseStore['waitsToRemind']>) => store.waitsToRemind(...given) },
  caseRows: { value: (...given: Parameters<CaseStore['caseRows']>) => store.caseRows(...given) },
  settings: { value: () => store.settings() },
})
const clock = { now: () => now, zone: () => 'Europe/Berlin' }
const context: Context = createContext({ store: stopping, clock, onChange() {} } as unknown as Ports)
say(JSON.stringify((await createReminding(context).handlers['reminder.due']({})).show))
await store.close()
