import { expect, it } from 'vitest'
import { HOUR } from '../../../shared/domain/instant.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import type { Wait } from '../../../shared/domain/records/wait.ts'
import { makeCase, makeWait } from '../../support/records.ts'
import { type MakeStore, oneCase, put, refusalOf } from './support.ts'

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
    const page = async (limit: number, after: string | null) => {
      const found = await store.openWaits({ limit, after })
      return { ids: found.rows.map(({ wait }) => wait.id), after: found.after }
    }
    expect(await page(10, null)).toEqual({ ids: ['soon', 'paused', 'late'], after: null })
    const first = await page(2, null)
    expect(first.ids).toEqual(['soon', 'paused'])
    expect(await page(2, first.after)).toEqual({ ids: ['late'], after: null })
    expect(await refusalOf(page(2, 'nothing'))).toEqual({ code: 'list.mark-unknown', params: {} })
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
    const { rows: found } = await store.openWaits({ limit: 10, after: null })
    expect(found.map(({ wait }) => wait)).toEqual([open])
    expect(found[0]?.row).toMatchObject({ record: { id: 'case-1', revision: 1 }, customerName: 'Acme Foods' })

    await put(store, [
      { kind: 'case', record: makeCase({ revision: 1 }) },
      { kind: 'wait', record: { ...open, metAt: instant } },
    ])
    expect(await store.openWaits({ limit: 10, after: null })).toEqual({ rows: [], after: null })
  })
}
