import { describe, expect, it } from 'vitest'
import type { CaseQuery, CaseStore, CustomerRow, Page } from '../../../electron/services/ports.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import { makeCase, makeCustomer, makePayer } from '../../support/records.ts'
import { everything, type MakeStore, numbers, oneCase, put, refusalOf } from './support.ts'

const march = '2026-03-01T00:00:00.000Z'
const april = '2026-04-01T00:00:00.000Z'
const may = '2026-05-01T00:00:00.000Z'

/** Five cases of three customers on two payers. */
const workspace: readonly Put[] = [
  { kind: 'payer', record: makePayer() },
  { kind: 'payer', record: makePayer({ id: 'payer-2', accountId: '222233334444', kind: 'shared' }) },
  { kind: 'customer', record: makeCustomer({ name: 'éclair' }) },
  { kind: 'customer', record: makeCustomer({ id: 'customer-2', name: 'Zeta', payerId: 'payer-2' }) },
  { kind: 'customer', record: makeCustomer({ id: 'customer-3', name: 'Delta', payerId: 'payer-2' }) },
  ...[
    makeCase({ id: 'a', number: 1, updatedAt: march, owner: 'Ben', summary: { dueAt: may } }),
    makeCase({ id: 'b', number: 2, updatedAt: may, state: 'done', summary: { phase: 'link' } }),
    makeCase({ id: 'c', number: 3, updatedAt: april, customerId: 'customer-2', payerId: 'payer-2' }),
    makeCase({ id: 'd', number: 4, updatedAt: april, summary: { phase: 'link', dueAt: march } }),
    makeCase({
      id: 'e',
      number: 5,
      updatedAt: march,
      state: 'on-hold',
      customerId: 'customer-3',
      payerId: 'payer-2',
      summary: { dueAt: march },
    }),
  ].map((record): Put => ({ kind: 'case', record })),
]

export function listConformance(makeStore: MakeStore): void {
  async function filled(): Promise<CaseStore> {
    const store = await makeStore()
    await put(store, workspace)
    return store
  }

  describe('of cases', () => {
    it.each<[string, Partial<CaseQuery>, number[]]>([
      ['by number', { order: 'number' }, [1, 2, 3, 4, 5]],
      ['by last change, newest first', { order: 'updated' }, [2, 4, 3, 5, 1]],
      ['by due time, those without a wait last', { order: 'due' }, [4, 5, 1, 2, 3]],
      ['by customer, whatever the case and the accents', { order: 'customer' }, [5, 1, 2, 4, 3]],
    ])('come %s', async (_name, query, expected) => {
      expect(await numbers(await filled(), query)).toEqual(expected)
    })

    it('come by their IDs alone with what is asked of each payer, page by page', async () => {
      const store = await filled()
      const payer = makePayer({
        id: 'payer-2',
        accountId: '222233334444',
        kind: 'shared',
        awsProfile: 'prod',
        revision: 1,
      })
      await put(store, [{ kind: 'payer', record: payer }])
      const query: CaseQuery = { ...everything, states: ['open', 'on-hold'], order: 'due', limit: 2 }
      const own = { id: 'payer-1', partition: 'aws', awsProfile: null }
      const shared = { id: 'payer-2', partition: 'aws', awsProfile: 'prod' }
      const first = await store.caseIds(query)
      expect(first.rows).toEqual([
        { caseId: 'd', payer: own },
        { caseId: 'e', payer: shared },
      ])
      const second = await store.caseIds({ ...query, after: first.after })
      expect(second).toEqual({
        rows: [
          { caseId: 'a', payer: own },
          { caseId: 'c', payer: shared },
        ],
        after: null,
      })
    })

    it('are counted by phase and state, one that is past its last phase under none', async () => {
      const store = await filled()
      const past = makeCase({ id: 'f', number: 6, updatedAt: may, summary: { phase: null } })
      await put(store, [{ kind: 'case', record: past }])
      const { procedureId } = past
      const phases = async (query: Partial<CaseQuery> = {}) => {
        const counts = await store.board.phases({ ...everything, ...query, procedureId })
        return counts.map(({ phase, state, total }) => [phase, state, total]).toSorted()
      }
      expect(await phases()).toEqual([
        [null, 'open', 1],
        ['link', 'done', 1],
        ['link', 'open', 1],
        ['report', 'on-hold', 1],
        ['report', 'open', 2],
      ])
      expect(await phases({ owner: 'Ben' })).toEqual([['report', 'open', 1]])
      expect(await phases({ text: 'delta' })).toEqual([['report', 'on-hold', 1]])
      expect(await phases({ updatedBefore: april })).toEqual([
        ['report', 'on-hold', 1],
        ['report', 'open', 1],
      ])
      const first = await store.board.firstCases({ ...everything, order: 'due', limit: 2 })
      expect(first.map(({ record }) => record.number)).toEqual([4, 5])
    })

    it.each<[string, Partial<CaseQuery>, number[]]>([
      ['one state', { states: ['done'] }, [2]],
      ['several states', { states: ['done', 'on-hold'] }, [2, 5]],
      ['a phase', { phase: 'link' }, [2, 4]],
      ['an owner', { owner: 'Ben' }, [1]],
      ['a customer', { customerId: 'customer-1' }, [1, 2, 4]],
      ['a payer', { payerId: 'payer-2' }, [3, 5]],
      ['a customer and a payer', { customerId: 'customer-2', payerId: 'payer-2' }, [3]],
      ['a customer that is not on that payer', { customerId: 'customer-1', payerId: 'payer-2' }, []],
      ['a due time', { dueBefore: april }, [4, 5]],
      ['a due time that is not before itself', { dueBefore: march }, []],
      ['all of it', { states: ['open'], phase: 'link', owner: 'Ana', dueBefore: april, text: 'ecl' }, [4]],
      ['nobody', { owner: 'Nobody' }, []],
    ])('are filtered by %s, in every order and with their total', async (_name, query, expected) => {
      const store = await filled()
      for (const order of ['number', 'updated', 'due', 'customer'] as const) {
        const page = await store.cases({ ...everything, ...query, order })
        expect(page.rows.map((row) => row.record.number).toSorted()).toEqual(expected)
        expect(page.total).toBe(expected.length)
        expect(page.after).toBeNull()
      }
    })

    it('show the names and IDs of customer and payer beside the record', async () => {
      const store = await filled()
      const { rows } = await store.cases({ ...everything, customerId: 'customer-2' })
      const record = makeCase({
        id: 'c',
        number: 3,
        updatedAt: april,
        customerId: 'customer-2',
        payerId: 'payer-2',
        revision: 1,
      })
      expect(rows).toEqual([
        {
          record,
          customerName: 'Zeta',
          managementAccountId: '111122223333',
          orgIds: ['606606606606'],
          payerAccountId: '222233334444',
          bucket: 'spotinst-cur-report-111122223333',
          texts: null,
        },
      ])
    })

    it('come with the texts in which a search may have found them, and say which tags there are', async () => {
      const store = await filled()
      await put(store, [
        { kind: 'customer', record: makeCustomer({ revision: 1, notes: 'Ask Cara first', tags: ['gold'] }) },
        { kind: 'case', record: makeCase({ id: 'a', number: 1, tags: ['spring', 'pilot'], revision: 1 }) },
      ])
      const { rows } = await store.cases({ ...everything, text: 'cara' })
      expect(rows.find(({ record }) => record.number === 1)?.texts).toMatchObject({
        customerNotes: 'Ask Cara first',
        customerTags: ['gold'],
      })
      expect(await store.tags(10)).toEqual(['pilot', 'spring'])
      expect(await store.tags(1)).toEqual(['pilot'])
      expect(await numbers(store, { tag: 'spring' })).toEqual([1])
    })

    it('follow a customer that is renamed', async () => {
      const store = await filled()
      await put(store, [{ kind: 'customer', record: makeCustomer({ revision: 1, name: 'Omega' }) }])
      expect(await numbers(store, { order: 'customer' })).toEqual([5, 1, 2, 4, 3])
      await put(store, [{ kind: 'customer', record: makeCustomer({ revision: 2, name: 'Zulu' }) }])
      expect(await numbers(store, { order: 'customer' })).toEqual([5, 3, 1, 2, 4])
    })

    it('follow a case that gets another customer', async () => {
      const store = await filled()
      const moved = makeCase({ id: 'a', number: 1, customerId: 'customer-3', payerId: 'payer-2', revision: 1 })
      await put(store, [{ kind: 'case', record: moved }])
      expect(await numbers(store, { order: 'customer' })).toEqual([1, 5, 2, 4, 3])
      expect(await numbers(store, { text: 'delta' })).toEqual([1, 5])
    })
  })

  describe('of customers', () => {
    it('come by name, up to the limit', async () => {
      const store = await filled()
      const names = async (limit: number) => (await store.customers({ text: '', limit })).map(({ name }) => name)
      expect(await names(10)).toEqual(['Delta', 'éclair', 'Zeta'])
      expect(await names(2)).toEqual(['Delta', 'éclair'])
    })

    it.each([
      ['ECLAIR', ['éclair']],
      ['clai', ['éclair']],
      ['elt 1111 2222', ['Delta']],
      ['606606', ['Delta', 'éclair', 'Zeta']],
      ['1111 2222 3333', ['Delta', 'éclair', 'Zeta']],
      ['pil', ['Delta', 'éclair', 'Zeta']],
      ['%', ['Delta', 'éclair', 'Zeta']],
      ['a_', []],
      ['delta zeta', []],
    ])('are found by parts of names, IDs and tags: %s', async (text, expected) => {
      const found = await (await filled()).customers({ text, limit: 10 })
      expect(found.map(({ name }) => name)).toEqual(expected)
    })

    it('of a payer come by name', async () => {
      const found = await (await filled()).customersOfPayer('payer-2')
      expect(found.map(({ name }) => name)).toEqual(['Delta', 'Zeta'])
    })
  })

  it('of payers come by account', async () => {
    const store = await makeStore()
    await put(store, [
      { kind: 'payer', record: makePayer({ id: 'z', accountId: '000000000001' }) },
      { kind: 'payer', record: makePayer({ id: 'a', accountId: '999999999999' }) },
      ...oneCase,
    ])
    const page = { text: '', limit: 10, after: null }
    const accounts = (await store.payerPage(page)).rows.map(({ payer }) => payer.accountId)
    expect(accounts).toEqual(['000000000001', '111122223333', '999999999999'])
  })

  describe('of payers and customers', () => {
    async function many(): Promise<CaseStore> {
      const store = await makeStore()
      await put(store, [
        ...['b', 'a', 'c'].map(
          (id, n): Put => ({
            kind: 'payer',
            record: makePayer({ id, accountId: `00000000000${n + 1}`, bucket: `bucket-${id}` }),
          }),
        ),
        ...['Delta', 'Alpha', 'Éclair', 'delta', 'Zeta'].map(
          (name, n): Put => ({
            kind: 'customer',
            record: makeCustomer({ id: `c${n}`, name, payerId: n < 3 ? 'a' : 'b' }),
          }),
        ),
      ])
      return store
    }

    it('come in pages that join without gap or double, each with the total', async () => {
      const store = await many()
      const names: string[] = []
      for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages += 1) {
        const page: Page<CustomerRow> = await store.customerPage({ text: '', limit: 2, after })
        expect(page.total).toBe(5)
        names.push(...page.rows.map(({ customer }) => customer.name))
        after = page.after
      }
      expect(names).toEqual(['Alpha', 'Delta', 'delta', 'Éclair', 'Zeta'])

      const first = await store.payerPage({ text: '', limit: 2, after: null })
      const second = await store.payerPage({ text: '', limit: 2, after: first.after })
      const counted = [...first.rows, ...second.rows].map(({ payer, customers }) => [payer.id, customers])
      expect(counted).toEqual([
        ['b', 2],
        ['a', 3],
        ['c', 0],
      ])
      expect([first.total, second.total, second.after]).toEqual([3, 3, null])
    })

    it('are narrowed by a text, and the total with them', async () => {
      const store = await many()
      const found = await store.customerPage({ text: 'DELT', limit: 1, after: null })
      expect([found.rows.map(({ customer }) => customer.name), found.total]).toEqual([['Delta'], 2])
      expect(found.rows[0]?.payerAccountId).toBe('000000000002')
      const payers = await store.payerPage({ text: 'Bucket-C 0003', limit: 10, after: null })
      expect([payers.rows.map(({ payer }) => payer.id), payers.total]).toEqual([['c'], 1])
    })

    it.each(['customerPage', 'payerPage', 'cases'] as const)(
      'are refused after a mark of another list: %s',
      async (name) => {
        const store = await many()
        const other =
          name === 'customerPage'
            ? (await store.payerPage({ text: '', limit: 1, after: null })).after
            : (await store.customerPage({ text: '', limit: 1, after: null })).after
        for (const after of [other, 'nonsense', '']) {
          const asked =
            name === 'cases' ? store.cases({ ...everything, after }) : store[name]({ text: '', limit: 1, after })
          expect((await refusalOf(asked)).code).toBe('list.mark-unknown')
        }
      },
    )
  })
}
