import { expect, it } from 'vitest'
import type { CaseStore } from '../../../electron/services/ports.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import { makeActivity, makeCase, makeCustomer, makePayer, makeStep, makeWait } from '../../support/records.ts'
import { everything, type MakeStore, numbers, oneCase, put, refusalOf } from './support.ts'

const by = (who: string, what = 'case.described') => [makeActivity({ who, what, caseId: 'case-1' })]
const undone = (who = 'Ana') => [makeActivity({ who, what: 'change.undone', at: '2026-11-22T09:00:00.000Z' })]

/** The case with all that belongs to it; the revision and time of a change are the change's own. */
async function stateOf(store: CaseStore) {
  const c = await store.case('case-1')
  const { rows, total } = await store.cases({ ...everything, text: 'renamed' })
  if (c === null) return { c, found: rows.length, total }
  const timeless = { revision: 0, updatedAt: '' }
  const record = { ...c.record, ...timeless }
  const [customer, payer] = [
    { ...c.customer, ...timeless },
    { ...c.payer, ...timeless },
  ]
  return { c: { ...c, record, customer, payer }, found: rows.length, total }
}

const change = (revision: number, own: Parameters<typeof makeCase>[0] = {}): Put => ({
  kind: 'case',
  record: makeCase({ revision, ...own }),
})

export function undoConformance(makeStore: MakeStore): void {
  it('knows which changes were made together, and lists them as one', async () => {
    const store = await makeStore()
    await put(store, oneCase, by('Ana', 'case.opened'))
    const owner = (revision: number, to: string) => ({
      puts: [change(revision, { owner: to })],
      activity: by('Ana'),
    })
    const first = (await store.commit(owner(1, 'Ben'))).sequence
    const second = (await store.commit(owner(2, 'Cleo'), first)).sequence
    const alone = (await store.commit(owner(3, 'Dan'))).sequence
    expect(await store.changesTogether(second)).toEqual([first, second])
    expect(await store.changesTogether(first)).toEqual([first, second])
    expect(await store.changesTogether(alone)).toEqual([alone])
    const listed = await store.changes({ who: 'Ana', which: 'to-undo', limit: 9 })
    expect(listed.map(({ sequence }) => sequence)).toEqual([alone, second, 1])
  })

  it('forgets what lies too far back, and of changes made together all or none', async () => {
    const store = await makeStore()
    await put(store, oneCase, by('Ana', 'case.opened'))
    const owner = (revision: number, to: string) => ({ puts: [change(revision, { owner: to })], activity: by('Ana') })
    const first = (await store.commit(owner(1, 'Ben'))).sequence
    const last = (await store.commit(owner(2, 'Cleo'), first)).sequence
    const entries = (count: number) => Array.from({ length: count }, () => makeActivity({ who: 'Ana' }))
    // As far back as a change may lie: its first part lies further.
    await put(store, [change(3, { owner: 'Dan' })], entries(19_999))
    expect(await store.changesTogether(last)).toEqual([first, last])
    expect(await store.change(1)).toBeNull()
    expect((await store.change(first))?.sequence).toBe(first)
    await put(store, [change(4, { owner: 'Eve' })], entries(1))
    expect([await store.change(first), await store.change(last)]).toEqual([null, null])
  })

  it('gives back everything a change replaced, added and renamed, and makes it again', async () => {
    const store = await makeStore()
    await put(store, [...oneCase, { kind: 'step', record: makeStep({ reason: 'before' }) }], by('Ana', 'case.opened'))
    const before = await stateOf(store)
    const { sequence } = await put(
      store,
      [
        change(1, { owner: 'Ben', notes: 'renamed', tags: ['a'] }),
        { kind: 'customer', record: makeCustomer({ revision: 1, name: 'Renamed' }) },
        { kind: 'payer', record: makePayer({ revision: 1, region: 'eu-west-1' }) },
        { kind: 'step', record: makeStep({ reason: 'after' }) },
        { kind: 'wait', record: makeWait() },
      ],
      [...by('Ana'), ...by('Ana')],
    )
    const after = await stateOf(store)
    expect(after).not.toEqual(before)

    const inverse = await store.reverse(sequence, undone())
    expect(inverse.sequence).toBe(sequence + 1)
    expect(await stateOf(store)).toEqual(before)
    expect((await store.case('case-1'))?.record).toMatchObject({ revision: 3, updatedAt: '2026-11-22T09:00:00.000Z' })
    expect(await store.change(sequence)).toMatchObject({ isUndone: true, activity: [{}, {}] })

    await store.reverse(sequence, undone())
    expect(await stateOf(store)).toEqual(after)
    await store.reverse(sequence, undone())
    expect(await stateOf(store)).toEqual(before)
    const activity = await store.activity({ caseId: null, customerId: null, payerId: null, before: null, limit: 9 })
    expect(activity.map(({ what }) => what)).toEqual([
      'change.undone',
      'change.undone',
      'change.undone',
      'case.described',
      'case.described',
      'case.opened',
    ])
  })

  it('removes a case that was opened, from the search too, and never gives its number again', async () => {
    const store = await makeStore()
    await put(store, oneCase.slice(0, 2), by('Ana', 'customer.added'))
    const parts: readonly Put[] = [
      change(0),
      { kind: 'step', record: makeStep() },
      { kind: 'wait', record: makeWait() },
    ]
    const { sequence } = await put(store, parts, by('Ana', 'case.opened'))
    const opened = await stateOf(store)
    await store.reverse(sequence, undone())
    expect(await store.case('case-1')).toBeNull()
    expect(await numbers(store, { text: 'acme' })).toEqual([])
    expect((await store.openWaits({ limit: 10, after: null })).rows).toEqual([])
    expect(await store.nextCaseNumber()).toBe(2)
    await store.reverse(sequence, undone())
    expect(await stateOf(store)).toEqual(opened)
    expect(await numbers(store, { text: 'acme' })).toEqual([1])
  })

  it('is refused where the same was changed since, names who did, and is possible once that is taken back', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    const first = await put(store, [change(1, { owner: 'Ben' })], by('Ana'))
    const second = await put(store, [change(2, { owner: 'Cleo' })], by('Ben'))
    const before = await stateOf(store)
    expect(await refusalOf(store.reverse(first.sequence, undone()))).toMatchObject({
      code: 'undo.changed-since',
      params: { who: 'Ben', sequence: second.sequence },
    })
    expect(await stateOf(store)).toEqual(before)
    await store.reverse(second.sequence, undone('Ben'))
    await store.reverse(first.sequence, undone())
    expect((await store.case('case-1'))?.record.owner).toBe('Ana')
    // What stood on it is not made again without it.
    expect((await refusalOf(store.reverse(second.sequence, undone('Ben')))).code).toBe('undo.changed-since')
    await store.reverse(first.sequence, undone())
    await store.reverse(second.sequence, undone('Ben'))
    expect((await store.case('case-1'))?.record.owner).toBe('Cleo')
  })

  it('is refused where something was added that needs what would go', async () => {
    const store = await makeStore()
    const { sequence } = await put(store, oneCase.slice(0, 2), by('Ana', 'customer.added'))
    await put(store, [change(0)], by('Ana', 'case.opened'))
    expect((await refusalOf(store.reverse(sequence, undone()))).code).toBe('undo.in-use')
    expect(await store.customer('customer-1')).not.toBeNull()
    expect((await refusalOf(store.reverse(99, undone()))).code).toBe('undo.unknown')
  })

  it('goes back through one’s own changes, newest first, and forward until another is made', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    const made: number[] = []
    for (const [n, who] of ['Ana', 'Ben', 'Ana'].entries()) {
      const record = makeCase({ id: `case-${n + 2}`, number: n + 2 })
      made.push((await put(store, [{ kind: 'case', record }], by(who, 'case.opened'))).sequence)
    }
    const list = async (who: string, which: 'to-undo' | 'to-redo') =>
      (await store.changes({ who, which, limit: 10 })).map((past) => past.sequence)
    expect(await list('Ana', 'to-undo')).toEqual([made[2], made[0]])
    await store.reverse(made[2] ?? 0, undone())
    await store.reverse(made[0] ?? 0, undone())
    expect(await list('Ana', 'to-undo')).toEqual([])
    expect(await list('Ana', 'to-redo')).toEqual([made[0], made[2]])
    expect(await list('Ben', 'to-undo')).toEqual([made[1]])
    await put(store, [change(1)], by('Ana'))
    expect(await list('Ana', 'to-redo')).toEqual([])
  })

  it('takes a bulk change back as one', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    const cases = (revision: number, owner: string): Put[] =>
      Array.from({ length: 200 }, (_, n) => {
        const record = makeCase({ id: `case-${n + 2}`, number: n + 2, revision, owner })
        return { kind: 'case', record }
      })
    await put(store, cases(0, 'Ana'), by('Ana'))
    const { sequence } = await put(store, cases(1, 'Ben'), by('Ana'))
    await store.reverse(sequence, undone())
    expect((await store.cases({ ...everything, owner: 'Ana' })).total).toBe(201)
    await store.reverse(sequence, undone())
    expect((await store.cases({ ...everything, owner: 'Ben' })).total).toBe(200)
  })
}
