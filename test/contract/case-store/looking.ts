import { expect, it } from 'vitest'
import { makeActivity, makeCase, makeCheck } from '../../support/records.ts'
import { everything, type MakeStore, oneCase, put } from './support.ts'

export function lookingConformance(makeStore: MakeStore): void {
  it('gives the last results of one outcome, newest first, with the names of their case', async () => {
    const store = await makeStore()
    const later = makeCheck({ checkId: 'report.definition', outcome: 'fail', at: '2026-11-21T09:00:00.000Z' })
    const earlier = makeCheck({ checkId: 'bucket.ready', outcome: 'fail', at: '2026-11-20T09:00:00.000Z' })
    const good = makeCheck({ checkId: 'account.payer', outcome: 'pass' })
    await put(store, [...oneCase, ...[earlier, good, later].map((record) => ({ kind: 'check' as const, record }))])
    const failed = await store.checksOf({ outcome: 'fail', limit: 10 })
    expect(failed.map(({ record }) => record)).toEqual([later, earlier])
    expect(failed[0]?.row).toEqual((await store.cases(everything)).rows[0])
    expect((await store.checksOf({ outcome: 'fail', limit: 1 })).map(({ record }) => record)).toEqual([later])
    expect(await store.checksOf({ outcome: 'unknown', limit: 10 })).toEqual([])
  })

  it('leaves abandoned cases out', async () => {
    const store = await makeStore()
    const check = makeCheck({ outcome: 'fail' })
    await put(store, [...oneCase, { kind: 'check', record: check }])
    await put(store, [{ kind: 'case', record: makeCase({ revision: 1, state: 'abandoned' }) }])
    expect(await store.checksOf({ outcome: 'fail', limit: 10 })).toEqual([])
  })

  it('finds what the watcher told among everything that happened, newest first', async () => {
    const store = await makeStore()
    const told = (check: string) => makeActivity({ what: 'watch.told', caseId: 'case-1', params: { check } })
    await put(store, oneCase, [told('a'), makeActivity({ what: 'check.run' }), told('b')])
    expect((await store.told(10)).map(({ sequence, params }) => [sequence, params.check])).toEqual([
      [3, 'b'],
      [1, 'a'],
    ])
    expect((await store.told(1)).map(({ sequence }) => sequence)).toEqual([3])
  })
}
