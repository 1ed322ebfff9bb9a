import { expect, it } from 'vitest'
import type { CaseStore } from '../../../electron/services/ports.ts'
import type { RemindableWait } from '../../../electron/services/reminder-store.ts'
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
const asked = { now: at, since: null, first: 'due', last: 'overdue', limit: 9, after: null }
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

    const found: RemindableWait[] = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<CaseStore['waitsToRemind']>> = await store.waitsToRemind({
        ...asked,
        limit: 2,
        after,
      })
      expect(page.rows.length).toBeLessThanOrEqual(2)
      found.push(...page.rows)
      after = page.after
      if (after === null) break
    }
    expect(found.map(({ wait, reminded }) => [wait.id, reminded.levels, reminded.snoozedUntil])).toEqual([
      ['first', ['due'], null],
      ['second', [], null],
      ['third', [], null],
      ['put-off', ['overdue'], at],
    ])
    expect((await store.caseRows(found.map((row) => row.caseNumber)))[0]?.customerName).toBe('Acme Foods')
  })

  it('are asked for only where something became so since the last look', async () => {
    const store = await makeStore()
    const wait = (id: string, anchorAt: string, graceHours: number): Put => ({
      kind: 'wait',
      record: makeWait({ id, anchorAt, recordedAt: anchorAt, expectedHours: 1, graceHours }),
    })
    await put(store, [
      ...oneCase,
      wait('due-now', '2026-11-21T07:59:30.000Z', 4),
      wait('due-before', '2026-11-21T06:00:00.000Z', 4),
      wait('overdue-now', '2026-11-21T05:59:30.000Z', 2),
      wait('overdue-before', '2026-11-21T05:00:00.000Z', 2),
      wait('put-off', '2026-11-20T05:00:00.000Z', 2),
    ])
    await store.recordReminders([{ waitId: 'overdue-now', level: 'due' }], at)
    await put(store, [{ kind: 'snooze', record: { waitId: 'put-off', until: at } }])
    const found = async (since: string | null) =>
      (await store.waitsToRemind({ ...asked, since })).rows.map(({ wait: of }) => of.id)
    expect(await found('2026-11-21T08:59:00.000Z')).toEqual(['put-off', 'overdue-now', 'due-now'])
    expect(await found(at)).toEqual([])
    expect(await found(null)).toEqual(['put-off', 'overdue-before', 'overdue-now', 'due-before', 'due-now'])
  })

  it('are not asked for again of a wait that was told it is due and is not overdue yet', async () => {
    const store = await makeStore()
    const begun = { anchorAt: '2026-11-21T07:00:00.000Z', recordedAt: '2026-11-21T07:00:00.000Z' }
    const record = makeWait({ ...begun, expectedHours: 1, graceHours: 2 })
    await put(store, [...oneCase, { kind: 'wait', record }])
    const asking = async (now: string) => (await store.waitsToRemind({ ...asked, now })).rows.length
    expect(await asking(at)).toBe(1)
    await store.recordReminders([{ waitId: record.id, level: 'due' }], at)
    expect(await asking(at)).toBe(0)
    expect(await asking('2026-11-21T09:59:59.999Z')).toBe(0)
    expect(await asking('2026-11-21T10:00:00.000Z')).toBe(1)
  })

  it('are not asked for by waits of cases that are not open', async () => {
    const store = await makeStore()
    await put(store, [...oneCase.slice(0, 2), { kind: 'case', record: makeCase({ state: 'on-hold' }) }])
    await put(store, [
      { kind: 'case', record: makeCase({ state: 'on-hold', revision: 1 }) },
      { kind: 'wait', record: makeWait() },
    ])
    expect((await store.waitsToRemind(asked)).rows).toEqual([])
  })
}
