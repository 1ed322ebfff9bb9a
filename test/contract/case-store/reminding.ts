import { expect, it } from 'vitest'
import type { NewActivity } from '../../../shared/domain/records/activity.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import type { Wait } from '../../../shared/domain/records/wait.ts'
import { makeCase, makeWait } from '../../support/records.ts'
import { type MakeStore, oneCase, put } from './support.ts'

const at = '2026-11-21T09:00:00.000Z'
const due = { waitId: 'wait-1', level: 'due' }
const said: NewActivity = {
  at,
  who: 'Ana',
  what: 'wait.snoozed',
  caseId: null,
  customerId: null,
  payerId: null,
  params: {},
}
const overdue = { waitId: 'wait-1', level: 'overdue' }

export function reminderConformance(makeStore: MakeStore): void {
  it('are recorded once a wait and level, whoever asks at the same time', async () => {
    const store = await makeStore()
    const [one, other] = await Promise.all([
      store.recordReminders([due], at),
      store.recordReminders([due, overdue], at),
    ])
    expect([...one, ...other].toSorted((a, b) => (a.level < b.level ? -1 : 1))).toEqual([due, overdue])
    expect(await store.recordReminders([due, overdue], at)).toEqual([])
    const [known, unknown] = await store.reminders(['wait-1', 'wait-2'])
    expect(known?.levels.toSorted()).toEqual(['due', 'overdue'])
    expect(unknown).toEqual({ waitId: 'wait-2', levels: [], snoozedUntil: null })
  })

  it('can be put off, and put off again, and the last of it is taken back', async () => {
    const store = await makeStore()
    const until = async () => (await store.reminders(['wait-1']))[0]?.snoozedUntil
    const snooze = (to: string) => put(store, [{ kind: 'snooze', record: { waitId: 'wait-1', until: to } }], [said])
    await snooze(at)
    const { sequence } = await snooze('2026-11-22T09:00:00.000Z')
    expect(await until()).toBe('2026-11-22T09:00:00.000Z')
    await store.reverse(sequence, [said])
    expect(await until()).toBe(at)
  })

  it('are asked for by those waits that are due and not reminded of for good, first due first, page by page', async () => {
    const store = await makeStore()
    const wait = (id: string, own: Partial<Wait>): Put => ({ kind: 'wait', record: makeWait({ id, ...own }) })
    const days = (n: number) => ({ anchorAt: `2026-11-1${n}T00:00:00.000Z`, expectedHours: 24 })
    await put(store, [
      ...oneCase,
      wait('third', days(3)),
      wait('first', days(1)),
      wait('second', days(2)),
      wait('reminded', days(1)),
      wait('put-off', days(4)),
      wait('met', { ...days(1), metAt: at }),
      wait('not-yet', { anchorAt: at, expectedHours: 24 }),
    ])
    await store.recordReminders([{ waitId: 'first', level: 'due' }], at)
    await store.recordReminders(
      ['reminded', 'put-off'].map((waitId) => ({ waitId, level: 'overdue' })),
      at,
    )
    await put(store, [{ kind: 'snooze', record: { waitId: 'put-off', until: at } }])

    const page = (after: string | null) => store.waitsToRemind({ now: at, last: 'overdue', limit: 2, after })
    const one = await page(null)
    const other = await page(one.after)
    expect(
      [...one.rows, ...other.rows].map(({ wait, reminded }) => [wait.id, reminded.levels, reminded.snoozedUntil]),
    ).toEqual([
      ['first', ['due'], null],
      ['second', [], null],
      ['third', [], null],
      ['put-off', ['overdue'], at],
    ])
    expect(one.rows[0]?.row.customerName).toBe('Acme Foods')
    expect((await page(other.after)).rows).toEqual([])
  })

  it('are not asked for by waits of cases that are not open', async () => {
    const store = await makeStore()
    await put(store, [...oneCase.slice(0, 2), { kind: 'case', record: makeCase({ state: 'on-hold' }) }])
    await put(store, [
      { kind: 'case', record: makeCase({ state: 'on-hold', revision: 1 }) },
      { kind: 'wait', record: makeWait() },
    ])
    expect((await store.waitsToRemind({ now: at, last: 'overdue', limit: 9, after: null })).rows).toEqual([])
  })
}
