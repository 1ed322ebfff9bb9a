import { expect, it } from 'vitest'
import type { CaseStore } from '../../../electron/services/ports.ts'
import { StoreFault } from '../../../electron/services/store-fault.ts'
import type { ChangeSet, Put } from '../../../shared/domain/records/change-set.ts'
import {
  makeActivity,
  makeCase,
  makeCustomer,
  makePayer,
  makeSettings,
  makeStep,
  makeWait,
} from '../../support/records.ts'
import { type MakeStore, oneCase, put, refusalOf } from './support.ts'

export function commitConformance(makeStore: MakeStore): void {
  it('refuse a change of what was changed since it was read, with both revisions', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    await put(store, [{ kind: 'case', record: makeCase({ revision: 1, owner: 'Ben' }) }])
    const stale = put(store, [{ kind: 'case', record: makeCase({ revision: 1, owner: 'Cleo' }) }])
    expect(await refusalOf(stale)).toEqual({
      code: 'conflict.revision',
      params: { kind: 'case', id: 'case-1', expected: 1, actual: 2 },
    })
    expect((await store.case('case-1'))?.record).toMatchObject({ owner: 'Ben', revision: 2 })
  })

  it.each<[string, Put, string]>([
    ['settings', { kind: 'settings', record: makeSettings() }, 'settings'],
    ['a payer', { kind: 'payer', record: makePayer() }, 'payer-1'],
    ['a customer', { kind: 'customer', record: makeCustomer() }, 'customer-1'],
    ['a case', { kind: 'case', record: makeCase() }, 'case-1'],
  ])('refuse to make %s that is there, and to change what is not', async (_name, again, id) => {
    const store = await makeStore()
    const unknown = put(store, [withRevision(again, 3)])
    if (again.kind !== 'case') {
      expect(await refusalOf(unknown)).toEqual({
        code: 'conflict.revision',
        params: { kind: again.kind, id, expected: 3, actual: 0 },
      })
    } else {
      await expect(unknown).rejects.toThrow()
    }
    await put(store, [{ kind: 'settings', record: makeSettings() }, ...oneCase])
    expect(await refusalOf(put(store, [again]))).toEqual({
      code: 'conflict.revision',
      params: { kind: again.kind, id, expected: 0, actual: 1 },
    })
  })

  it('of several at once are each whole or refused, and taken back by themselves', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    const owned = (owner: string, revision: number) => ({
      puts: [{ kind: 'case' as const, record: makeCase({ revision, owner }) }],
      activity: [makeActivity({ params: { owner } })],
    })
    const [ben, cleo, dora] = await store.commitEach([owned('Ben', 1), owned('Cleo', 1), owned('Dora', 2)])
    expect(cleo).toMatchObject({ code: 'conflict.revision', params: { expected: 1, actual: 2 } })
    expect((await store.case('case-1'))?.record).toMatchObject({ owner: 'Dora', revision: 3 })
    if (!ben || !dora || 'code' in ben || 'code' in dora) throw new Error('Two of the three were to be taken.')
    expect(dora.sequence).toBe(ben.sequence + 1)
    await store.reverse(dora.sequence, [makeActivity()])
    expect((await store.case('case-1'))?.record.owner).toBe('Ben')
  })

  it('in parts are one change: unseen until it is whole, taken back as one, and others wait for it', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    const order: string[] = []
    let other: Promise<unknown> = Promise.resolve()
    async function* parts(): AsyncGenerator<ChangeSet> {
      const payer = makePayer({ id: 'payer-2', accountId: '222233334444' })
      yield { puts: [{ kind: 'payer', record: payer }], activity: [makeActivity()] }
      expect(await store.payer('payer-2')).toBeNull()
      other = put(store, [{ kind: 'case', record: makeCase({ revision: 1, owner: 'Ben' }) }]).then(() =>
        order.push('other'),
      )
      expect((await store.case('case-1'))?.record.revision).toBe(1)
      order.push('parts')
      const again = { ...payer, bucket: 'another-bucket', revision: 1 }
      yield { puts: [{ kind: 'payer', record: again }], activity: [makeActivity()] }
    }
    const committed = await store.commitParts(parts())
    await other
    expect(order).toEqual(['parts', 'other'])
    expect(await store.payer('payer-2')).toMatchObject({ bucket: 'another-bucket', revision: 2 })
    await store.reverse(committed?.sequence ?? 0, [makeActivity()])
    expect(await store.payer('payer-2')).toBeNull()
  })

  it('in parts of many rows are kept as several that go together, what comes last with them', async () => {
    const store = await makeStore()
    const idOf = (n: number) => `payer-${String(n).padStart(5, '0')}`
    async function* parts(): AsyncGenerator<ChangeSet> {
      for (let n = 0; n < 7_000; n += 1_000) {
        const payers = Array.from({ length: 1_000 }, (_, i) => n + i).map((i) =>
          makePayer({ id: idOf(i), accountId: String(300_000_000_000 + i) }),
        )
        const activity = payers.map(({ id }) => makeActivity({ what: 'payer.added', caseId: null, payerId: id }))
        yield { puts: payers.map((record) => ({ kind: 'payer', record })), activity }
      }
      yield { puts: [], activity: [makeActivity({ what: 'import.done' })] }
    }
    const { sequence } = (await store.commitParts(parts())) ?? { sequence: 0 }
    expect(sequence).toBe(7_001)
    const together = await store.changesTogether(sequence)
    expect(together).toEqual([4_000, 7_001])
    expect((await store.changes({ who: null, which: 'to-undo', limit: 9 })).map((c) => c.sequence)).toEqual([7_001])
    expect((await store.change(sequence))?.activity.at(-1)?.what).toBe('import.done')
    expect((await store.change(1))?.activity).toHaveLength(4_000)
    for (const part of together.toReversed()) await store.reverse(part, [makeActivity({ what: 'change.undone' })])
    expect([await store.payer(idOf(0)), await store.payer(idOf(6_999))]).toEqual([null, null])
    for (const part of together) await store.reverse(part, [makeActivity({ what: 'change.redone' })])
    expect((await store.payer(idOf(6_999)))?.accountId).toBe('300000006999')
  })

  it('in parts leave nothing where one cannot be made, and let others write then', async () => {
    const store = await makeStore()
    async function* parts(): AsyncGenerator<ChangeSet> {
      yield { puts: [{ kind: 'payer', record: makePayer() }], activity: [makeActivity()] }
      throw new Error('a row is at fault')
    }
    await expect(store.commitParts(parts())).rejects.toThrow('a row is at fault')
    expect(await store.payer('payer-1')).toBeNull()
    await put(store, oneCase)
    expect((await store.case('case-1'))?.record.revision).toBe(1)
  })

  it('let one of two changes through that were made from the same state', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    const change = (owner: string) => put(store, [{ kind: 'case', record: makeCase({ revision: 1, owner }) }])
    const outcomes = await Promise.allSettled([change('Ben'), change('Cleo')])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await store.case('case-1'))?.record.revision).toBe(2)
  })

  it('give two cases opened at once different numbers: the later one is refused, and can ask again', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    const [first, second] = await Promise.all([store.nextCaseNumber(), store.nextCaseNumber()])
    await put(store, [{ kind: 'case', record: makeCase({ id: 'case-a', number: first }) }])
    const late = put(store, [{ kind: 'case', record: makeCase({ id: 'case-b', number: second }) }])
    expect(await refusalOf(late)).toEqual({ code: 'conflict.case-number', params: { number: 2 } })
    const number = await store.nextCaseNumber()
    await put(store, [{ kind: 'case', record: makeCase({ id: 'case-b', number }) }])
    expect((await store.caseByNumber(3))?.record.id).toBe('case-b')
  })

  it('refuse a second payer for an account', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    const second = put(store, [{ kind: 'payer', record: makePayer({ id: 'payer-2' }) }])
    expect(await refusalOf(second)).toEqual({
      code: 'conflict.payer-account',
      params: { accountId: '111122223333' },
    })
    await put(store, [{ kind: 'payer', record: makePayer({ revision: 1, region: 'eu-west-1' }) }])
    expect((await store.payer('payer-1'))?.region).toBe('eu-west-1')
  })

  it.each<[string, readonly Put[]]>([
    ['a part without its case', [{ kind: 'step', record: makeStep() }]],
    ['a record twice', [0, 0].map(() => ({ kind: 'case', record: makeCase({ revision: 1 }) }))],
    ['a step twice', [caseAgain(), ...[0, 0].map((): Put => ({ kind: 'step', record: makeStep() }))]],
    ['a record that is none', [{ kind: 'case', record: makeCase({ revision: 1, owner: 'x'.repeat(300) }) }]],
    ['another number for a case', [{ kind: 'case', record: makeCase({ revision: 1, number: 7 }) }]],
    ['a customer that is not there', [{ kind: 'case', record: makeCase({ revision: 1, customerId: 'nobody' }) }]],
    ['a wait for a submission that is not there', [caseAgain(), wait({ submissionId: 'nothing' })]],
    ['an instant that is no time', [caseAgain(), wait({ anchorAt: '2026-13-41T99:00:00.000Z' })]],
  ])('throw at a change set with %s, and write nothing of it', async (_name, puts) => {
    const store = await makeStore()
    await put(store, oneCase, [makeActivity()])
    const before = await everythingOf(store)
    const settings: Put = { kind: 'settings', record: makeSettings() }
    const outcome = await put(store, [settings, ...puts], [makeActivity()]).catch((thrown: unknown) => thrown)
    expect(outcome).toBeInstanceOf(Error)
    // A mistake in the program, not something to tell a person.
    expect(outcome).not.toBeInstanceOf(StoreFault)
    expect(await everythingOf(store)).toEqual(before)
  })

  it('write nothing at all where one record of the set is refused', async () => {
    const store = await makeStore()
    await put(store, oneCase, [makeActivity()])
    const before = await everythingOf(store)
    const half = put(
      store,
      [
        { kind: 'settings', record: makeSettings() },
        { kind: 'customer', record: makeCustomer({ revision: 1, name: 'Renamed' }) },
        { kind: 'case', record: makeCase({ revision: 9 }) },
        { kind: 'step', record: makeStep() },
      ],
      [makeActivity()],
    )
    expect((await refusalOf(half)).code).toBe('conflict.revision')
    expect(await everythingOf(store)).toEqual(before)
  })

  it('can be made after one was refused', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    await refusalOf(put(store, oneCase))
    await put(store, [caseAgain(), { kind: 'step', record: makeStep() }])
    expect((await store.case('case-1'))?.steps).toEqual([makeStep()])
  })
}

function caseAgain(): Put {
  return { kind: 'case', record: makeCase({ revision: 1 }) }
}

function wait(own: Parameters<typeof makeWait>[0]): Put {
  return { kind: 'wait', record: makeWait(own) }
}

function withRevision(put: Put, revision: number): Put {
  return { ...put, record: { ...put.record, revision } } as Put
}

async function everythingOf(store: CaseStore) {
  const activity = await store.activity({ caseId: null, customerId: null, payerId: null, before: null, limit: 100 })
  return {
    settings: await store.settings(),
    customers: await store.customers({ text: '', limit: 100 }),
    found: await store.customers({ text: 'renamed', limit: 100 }),
    case: await store.case('case-1'),
    activity,
  }
}
