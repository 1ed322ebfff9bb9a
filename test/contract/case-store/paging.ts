import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CaseQuery, CaseRow, CaseStore } from '../../../electron/services/ports.ts'
import type { CaseRecord } from '../../../shared/domain/records/case.ts'
import type { CaseOrder } from '../../../shared/domain/records/case-filter.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import { makeCase, makeCustomer, makePayer } from '../../support/records.ts'
import { everything, type MakeStore, put, refusalOf } from './support.ts'

const names = ['Acme', 'acme', 'Bolt', 'Ångström'] as const
const instants = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'] as const

const caseDraws = fc.record({
  customer: fc.nat({ max: names.length - 1 }),
  state: fc.constantFrom('open', 'on-hold', 'done', 'abandoned'),
  phase: fc.constantFrom('report', 'link', null),
  owner: fc.constantFrom('Ana', 'Ben'),
  updatedAt: fc.constantFrom(...instants),
  dueAt: fc.option(fc.constantFrom(...instants)),
  procedureId: fc.constantFrom('msp-cur-extraction', 'eco-connect'),
  tags: fc.subarray(['spring', 'pilot']),
})
type CaseDraw = typeof caseDraws extends fc.Arbitrary<infer T> ? T : never

const queries = fc.record({
  states: fc.subarray(['open', 'on-hold', 'done'] satisfies CaseRecord['state'][]),
  phase: fc.option(fc.constantFrom('report', 'link')),
  owner: fc.option(fc.constantFrom('Ana', 'Ben')),
  customerId: fc.option(fc.constantFrom('customer-0', 'customer-3'), { freq: 4 }),
  payerId: fc.option(fc.constantFrom('payer-1', 'payer-2'), { freq: 4 }),
  dueBefore: fc.option(fc.constantFrom(...instants)),
  updatedBefore: fc.option(fc.constantFrom(...instants)),
  procedureId: fc.option(fc.constantFrom('msp-cur-extraction', 'eco-connect')),
  tag: fc.option(fc.constantFrom('spring', 'pilot', 'nobody’s')),
  reverse: fc.boolean(),
  text: fc.constantFrom('', '', 'acme', 'b'),
  order: fc.constantFrom<CaseOrder[]>('due', 'updated', 'number', 'customer', 'owner'),
  limit: fc.integer({ min: 1, max: 9 }),
})
type QueryDraw = Omit<CaseQuery, 'after' | 'skip'>

export function pagingConformance(makeStore: MakeStore): void {
  it('give every matching case once and in order, whatever the filters and the size of a page', async () => {
    const draws = fc.record({
      cases: fc.array(caseDraws, { minLength: 1, maxLength: 25 }),
      queries: fc.array(queries, { minLength: 4, maxLength: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(draws, async (draw) => {
        const store = await makeStore()
        await put(store, putsOf(draw.cases))
        for (const query of draw.queries) {
          const expected = model(draw.cases, query)
          const { rows, totals } = await walk(store, query)
          expect(rows.map((row) => row.record.number)).toEqual(expected)
          expect(totals.every((total) => total === expected.length)).toBe(true)
        }
        await store.close()
      }),
      { numRuns: 25 },
    )
  })

  it('jump over as many rows as asked for, and end where there are no more', async () => {
    const store = await makeStore()
    await put(store, putsOf(Array.from({ length: 6 }, () => sample)))
    const numbers = async (skip: number) =>
      (await store.cases({ ...everything, limit: 2, skip })).rows.map((row) => row.record.number)
    expect(await numbers(3)).toEqual([4, 5])
    expect(await numbers(5)).toEqual([6])
    expect(await numbers(9)).toEqual([])
  })

  it('go on after the last row of a page although rows before it are gone or new ones came', async () => {
    const store = await makeStore()
    await put(store, putsOf(Array.from({ length: 6 }, () => sample)))
    const first = await store.cases({ ...everything, states: ['open'], limit: 3 })
    expect(first.rows.map((row) => row.record.number)).toEqual([1, 2, 3])
    await put(store, [
      { kind: 'case', record: caseOf({ ...sample, state: 'done' }, 0, 1) },
      { kind: 'case', record: caseOf(sample, 6) },
    ])
    const second = await store.cases({ ...everything, states: ['open'], limit: 3, after: first.after })
    expect(second.rows.map((row) => row.record.number)).toEqual([4, 5, 6])
    expect(second.total).toBe(6)
    const third = await store.cases({ ...everything, states: ['open'], limit: 3, after: second.after })
    expect(third.rows.map((row) => row.record.number)).toEqual([7])
    expect(third.after).toBeNull()
  })

  it.each(['', 'x', 'bnVsbA', 'W10', 'WyJudW1iZXIiLCJ4IiwiMSJd', '{"a":1}', '\u0000'])(
    'are refused after a mark that the list did not give: %j',
    async (after) => {
      const store = await makeStore()
      const refusal = await refusalOf(store.cases({ ...everything, after }))
      expect(refusal.code).toBe('list.mark-unknown')
    },
  )

  it('are refused after a mark of another order', async () => {
    const store = await makeStore()
    await put(store, putsOf([sample, sample]))
    const { after } = await store.cases({ ...everything, order: 'due', limit: 1 })
    const refusal = await refusalOf(store.cases({ ...everything, order: 'customer', after }))
    expect(refusal.code).toBe('list.mark-unknown')
  })
}

const sample: CaseDraw = {
  customer: 0,
  state: 'open',
  phase: 'link',
  owner: 'Ana',
  updatedAt: instants[0],
  dueAt: null,
  procedureId: 'msp-cur-extraction',
  tags: [],
}

function putsOf(draws: readonly CaseDraw[]): readonly Put[] {
  return [
    { kind: 'payer', record: makePayer() },
    { kind: 'payer', record: makePayer({ id: 'payer-2', accountId: '222233334444' }) },
    ...names.map((name, n): Put => ({ kind: 'customer', record: makeCustomer({ id: `customer-${n}`, name }) })),
    ...draws.map((draw, n): Put => ({ kind: 'case', record: caseOf(draw, n) })),
  ]
}

function caseOf(draw: CaseDraw, n: number, revision = 0): CaseRecord {
  const { customer, state, phase, owner, updatedAt, dueAt, procedureId, tags } = draw
  return makeCase({
    id: `case-${n}`,
    number: n + 1,
    customerId: `customer-${customer}`,
    payerId: payerOf(customer),
    state,
    owner,
    updatedAt,
    procedureId,
    tags,
    summary: { phase, dueAt },
    revision,
  })
}

function payerOf(customer: number): string {
  return customer === 3 ? 'payer-2' : 'payer-1'
}

async function walk(store: CaseStore, query: QueryDraw) {
  const rows: CaseRow[] = []
  const totals: number[] = []
  let after: string | null = null
  do {
    const page = await store.cases({ ...query, after, skip: 0 })
    expect(page.rows.length).toBeLessThanOrEqual(query.limit)
    rows.push(...page.rows)
    totals.push(page.total)
    after = page.after
  } while (after !== null)
  return { rows, totals }
}

/** The same list, worked out in plain steps. */
function model(draws: readonly CaseDraw[], query: QueryDraw): number[] {
  const folded = ['acme', 'acme', 'bolt', 'angstrom']
  const nameOf = (draw: CaseDraw) => folded[draw.customer] ?? ''
  const keyOf = (draw: CaseDraw) =>
    ({ due: draw.dueAt ?? '~', updated: draw.updatedAt, customer: nameOf(draw), number: '', owner: draw.owner })[
      query.order
    ]
  const sign = (query.order === 'updated') === query.reverse ? 1 : -1
  return draws
    .map((draw, n) => ({ draw, number: n + 1, key: keyOf(draw) }))
    .filter(
      ({ draw }) =>
        (query.states.length === 0 || query.states.includes(draw.state)) &&
        (query.phase === null || draw.phase === query.phase) &&
        (query.owner === null || draw.owner === query.owner) &&
        (query.customerId === null || query.customerId === `customer-${draw.customer}`) &&
        (query.payerId === null || query.payerId === payerOf(draw.customer)) &&
        (query.procedureId === null || draw.procedureId === query.procedureId) &&
        (query.tag === null || draw.tags.includes(query.tag)) &&
        (query.updatedBefore === null || draw.updatedAt < query.updatedBefore) &&
        (query.dueBefore === null || (draw.dueAt !== null && draw.dueAt < query.dueBefore)) &&
        nameOf(draw).startsWith(query.text),
    )
    .toSorted((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.number - b.number))
    .map(({ number }) => number)
}
