import { expect, it } from 'vitest'
import type { ActivityQuery } from '../../../electron/services/ports.ts'
import { makeActivity, makeCase } from '../../support/records.ts'
import { type MakeStore, oneCase, put } from './support.ts'

const all: ActivityQuery = { caseId: null, customerId: null, payerId: null, before: null, limit: 100 }

export function activityConformance(makeStore: MakeStore): void {
  it('comes back newest first, by its place and not by its clock, and the commit says the last place', async () => {
    const store = await makeStore()
    expect(await put(store, oneCase)).toEqual({ sequence: 0 })
    const first = makeActivity({ what: 'case.opened', at: '2026-11-20T00:00:00.000Z', caseId: 'case-1' })
    const second = makeActivity({ at: '2026-11-19T00:00:00.000Z', who: 'Zoë' })
    const third = makeActivity({ at: '1999-01-01T00:00:00.000Z' })
    expect(await put(store, [], [first, second])).toEqual({ sequence: 2 })
    expect(await put(store, [], [third])).toEqual({ sequence: 3 })
    expect(await put(store, [{ kind: 'case', record: makeCase({ revision: 1 }) }])).toEqual({ sequence: 3 })
    expect(await store.activity(all)).toEqual([
      { ...third, sequence: 3 },
      { ...second, sequence: 2 },
      { ...first, sequence: 1 },
    ])
  })

  it('keeps every value of its sentence as it was', async () => {
    const store = await makeStore()
    const params = {
      text: '“Söhne” 🚀 \n\t\\ \u0000',
      number: 12.5,
      none: null,
      yes: true,
      list: [1, ['two', { three: 3 }]],
      before: { zebra: 1, ant: 2 },
      '10': 'ten',
      '9': 'nine',
    }
    await put(store, [], [makeActivity({ params, who: 'A\u0000B' })])
    expect(await store.activity(all)).toEqual([{ ...makeActivity({ params, who: 'A\u0000B' }), sequence: 1 }])
  })

  it('is read in pieces, and of one case, customer or payer', async () => {
    const store = await makeStore()
    await put(
      store,
      oneCase,
      [
        { caseId: 'case-1', customerId: 'customer-1', payerId: 'payer-1' },
        { caseId: 'case-2', customerId: 'customer-1', payerId: 'payer-2' },
        { customerId: 'customer-2' },
        { payerId: 'payer-1' },
        { caseId: 'case-1' },
      ].map((of) => makeActivity(of)),
    )
    const places = async (query: Partial<ActivityQuery>) =>
      (await store.activity({ ...all, ...query })).map(({ sequence }) => sequence)
    expect(await places({ limit: 2 })).toEqual([5, 4])
    expect(await places({ limit: 2, before: 4 })).toEqual([3, 2])
    expect(await places({ before: 1 })).toEqual([])
    expect(await places({ caseId: 'case-1' })).toEqual([5, 1])
    expect(await places({ caseId: 'case-1', before: 5 })).toEqual([1])
    expect(await places({ customerId: 'customer-1' })).toEqual([2, 1])
    expect(await places({ payerId: 'payer-1' })).toEqual([4, 1])
    expect(await places({ customerId: 'customer-1', payerId: 'payer-2' })).toEqual([2])
  })

  it('is read of one person, since an instant and by what it is about, all at once', async () => {
    const store = await makeStore()
    const entries = [
      { who: 'Ana', what: 'case.opened', at: '2026-11-01T08:00:00.000Z' },
      { who: 'Ben', what: 'step.done', at: '2026-11-02T08:00:00.000Z' },
      { who: 'Ana', what: 'step.done', at: '2026-11-03T08:00:00.000Z' },
      { who: 'Ana', what: 'steps.reused', at: '2026-11-04T08:00:00.000Z' },
      { who: 'Ana', what: 'nowhere', at: '2026-11-05T08:00:00.000Z' },
    ]
    await put(store, oneCase, [
      ...entries.map((of) => makeActivity({ ...of, caseId: 'case-1' })),
      makeActivity({ who: 'Cy' }),
    ])
    const places = async (query: Partial<ActivityQuery>) =>
      (await store.activity({ ...all, caseId: 'case-1', ...query })).map(({ sequence }) => sequence)
    expect(await places({ who: 'Ana' })).toEqual([5, 4, 3, 1])
    expect(await places({ who: 'ana' })).toEqual([])
    expect(await places({ since: '2026-11-03T08:00:00.000Z' })).toEqual([5, 4, 3])
    expect(await places({ topics: ['step'] })).toEqual([3, 2])
    expect(await places({ topics: ['step', 'steps'] })).toEqual([4, 3, 2])
    expect(await places({ topics: [] })).toEqual([])
    expect(await places({ topics: ['step'], who: 'Ana', since: '2026-11-01T08:00:00.000Z', before: 4 })).toEqual([3])
    expect(await store.activityPeople('case-1')).toEqual(['Ana', 'Ben'])
    expect(await store.activityPeople('case-2')).toEqual([])
  })

  it('is not written where the change it tells of is refused', async () => {
    const store = await makeStore()
    await put(store, oneCase, [makeActivity()])
    await expect(put(store, oneCase, [makeActivity({ what: 'case.lost' })])).rejects.toThrow()
    await expect(put(store, [], [makeActivity({ at: 'yesterday' })])).rejects.toThrow()
    expect(await store.activity(all)).toEqual([{ ...makeActivity(), sequence: 1 }])
  })
}
