import { expect, it } from 'vitest'
import type { MakeStore } from './support.ts'

const at = '2026-11-21T09:00:00.000Z'
const due = { waitId: 'wait-1', level: 'due' }
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

  it('can be put off, and put off again', async () => {
    const store = await makeStore()
    await store.snooze('wait-1', at)
    await store.snooze('wait-1', '2026-11-22T09:00:00.000Z')
    expect((await store.reminders(['wait-1']))[0]?.snoozedUntil).toBe('2026-11-22T09:00:00.000Z')
  })
}
