import { expect, it } from 'vitest'
import type { CaseStore } from '../../../electron/services/ports.ts'
import { HOUR } from '../../../shared/domain/instant.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import type { Wait } from '../../../shared/domain/records/wait.ts'
import { makeCase, makeWait } from '../../support/records.ts'
import { type MakeStore, oneCase, put } from './support.ts'

const instant = '2026-11-20T00:00:00.000Z'

export function waitConformance(makeStore: MakeStore): void {
  const wait = (own: Partial<Wait>): Put => ({ kind: 'wait', record: makeWait(own) })

  it('come first due first, which is the anchor, the hours and the time paused', async () => {
    const store = await makeStore()
    await put(store, [
      ...oneCase,
      wait({ id: 'late', anchorAt: '2026-11-10T00:00:00.000Z', expectedHours: 72 }),
      wait({ id: 'paused', anchorAt: '2026-11-10T00:00:00.000Z', expectedHours: 1, pausedMillis: 50 * HOUR }),
      wait({ id: 'soon', anchorAt: '2026-11-11T00:00:00.000Z', expectedHours: 2.5 }),
    ])
    const ids = async (limit: number) => (await store.openWaits(limit)).map(({ wait }) => wait.id)
    expect(await ids(10)).toEqual(['soon', 'paused', 'late'])
    expect(await ids(2)).toEqual(['soon', 'paused'])

    const part = async (of: Parameters<CaseStore['openWaits']>[1]) =>
      (await store.openWaits(10, of)).map(({ wait }) => wait.id)
    const due = '2026-11-12T03:00:00.000Z'
    expect(await part({ until: due })).toEqual(['soon', 'paused'])
    expect(await part({ after: due })).toEqual(['late'])
    expect(await part({ latestFirst: true })).toEqual(['late', 'paused', 'soon'])
    expect(await part({ after: '2026-11-11T02:30:00.000Z', until: due, latestFirst: true })).toEqual(['paused'])
  })

  it('leave out those that are met or cancelled, and those of cases that are not open', async () => {
    const store = await makeStore()
    const others = (['on-hold', 'done', 'abandoned'] as const).flatMap((state, n): Put[] => [
      { kind: 'case', record: makeCase({ id: state, number: n + 2, state }) },
      wait({ id: `of-${state}`, caseId: state }),
    ])
    const open = makeWait({ id: 'open', paused: { at: instant, reason: 'Holidays' } })
    await put(store, [
      ...oneCase,
      ...others,
      wait({ id: 'met', metAt: instant }),
      wait({ id: 'cancelled', cancelled: { at: instant, reason: 'Withdrawn' } }),
      { kind: 'wait', record: open },
    ])
    const found = await store.openWaits(10)
    expect(found.map(({ wait }) => wait)).toEqual([open])
    expect(found[0]?.row).toMatchObject({ record: { id: 'case-1', revision: 1 }, customerName: 'Acme Foods' })

    await put(store, [
      { kind: 'case', record: makeCase({ revision: 1 }) },
      { kind: 'wait', record: { ...open, metAt: instant } },
    ])
    expect(await store.openWaits(10)).toEqual([])
  })
}
