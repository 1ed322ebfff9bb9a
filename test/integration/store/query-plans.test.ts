import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { CaseQuery } from '../../../electron/services/ports.ts'
import { SqliteStore } from '../../../electron/store/sqlite-store.ts'
import { everything, oneCase, put } from '../../contract/case-store/support.ts'
import { makeActivity, makeCase, makeStep, makeWait } from '../../support/records.ts'
import { openWorkspaceStore } from '../../support/sqlite-workspace.ts'

interface Plan {
  readonly sql: string
  readonly plan: readonly string[]
}

/** A store that writes down every statement it asks. */
async function listening() {
  const closed = await openWorkspaceStore()
  await closed.close()
  const db = new Database(closed.file)
  const asked = new Set<string>()
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => {
    asked.add(sql)
    return prepare(sql)
  }) as typeof db.prepare
  const store = new SqliteStore(db)
  await put(store, [...oneCase, { kind: 'wait', record: makeWait() }])
  // A literal in the place of each value: the engine has no statistics that would make it plan differently for one.
  const planOf = (sql: string) => {
    const rows = prepare(`EXPLAIN QUERY PLAN ${sql.replace(/\?|@\w+/g, "'x'")}`).all()
    return (rows as { readonly detail: string }[]).map(({ detail }) => detail)
  }
  /** Every statement asked so far that could read a whole table, with its plan. */
  const plans = (): readonly Plan[] =>
    [...asked].filter((sql) => !harmless.test(sql)).map((sql) => ({ sql, plan: planOf(sql) }))
  return { store, plans }
}

/**
 * Settings are one row; what a search found is looked through whole; the newest activity lies at the end of its table,
 * and the walk from there ends with the limit.
 */
const harmless =
  /^CREATE|FROM settings$|^DELETE FROM temp\.found_cases|^SELECT [^?]* FROM activity\s+ORDER BY sequence DESC LIMIT (1|\?)$/
/**
 * The queue of a recursive question, `label`, holds one row; `crossed` and subqueries are what came through an index
 * before; of these tallies one has a row for each phase, state and owner, and two have one row.
 */
const wholeTable =
  /^SCAN (?!label$|crossed$|\(subquery-\d+\)$|newest$|(case|customer|payer)_tally$|.*(USING (COVERING )?INDEX|VIRTUAL TABLE|json_each|CONSTANT ROW))/

function demandNone(asked: readonly Plan[], step: RegExp): void {
  for (const { sql, plan } of asked) {
    const found = plan.filter((line) => step.test(line))
    expect(found, sql).toEqual([])
  }
}

describe('no question reads a whole table', () => {
  const orders = ['due', 'updated', 'number', 'customer', 'owner'] as const
  const filters: readonly Partial<CaseQuery>[] = [
    {},
    { states: ['open', 'on-hold'] },
    { states: ['open'], phase: 'link', owner: 'Ana', dueBefore: '2026-11-21T00:00:00.000Z' },
    { text: 'acme 1111 x' },
    { procedureId: 'eco-connect', updatedBefore: '2026-11-21T00:00:00.000Z', reverse: true },
    { tag: 'spring', states: ['open'] },
    { procedureId: 'eco-connect', phase: 'link', states: ['open'], owner: 'Ana' },
    { customerId: 'customer-1', states: ['open'] },
    { payerId: 'payer-1', owner: 'Ana' },
  ]

  it.each(orders.flatMap((order) => filters.map((filter) => [order, filter] as const)))(
    'of the list by %s with %j, and the order comes from an index',
    async (order, filter) => {
      const { store, plans } = await listening()
      await put(store, [{ kind: 'case', record: makeCase({ id: 'case-2', number: 2 }) }])
      const { after } = await store.cases({ ...everything, ...filter, order, limit: 1 })
      if (after !== null) await store.cases({ ...everything, ...filter, order, after })
      expect(plans().filter(({ sql }) => sql.startsWith('SELECT number,')).length).toBeGreaterThanOrEqual(1)
      demandNone(plans(), wholeTable)
      // A customer's cases and those found are few, and a payer's are sorted from one index that holds all it takes.
      if (filter.customerId !== undefined || filter.payerId !== undefined || filter.text !== undefined) return
      const walks = plans().filter(({ sql }) => sql.startsWith('SELECT number,'))
      // Those last touched before an instant are a stretch of one index, and sorted from it.
      if (filter.updatedBefore === undefined) demandNone(walks, /TEMP B-TREE/)
      else for (const { sql, plan } of walks) expect(plan[0], sql).toMatch(/^SEARCH .* cases_by_updated \(updated_at</)
      for (const { sql, plan } of walks) expect(plan[0], sql).toMatch(/COVERING INDEX/)
    },
  )

  it('of a search: a few cases found are gone to and put in order, many are picked out of an index in its order', async () => {
    const { store, plans } = await listening()
    const notes = (n: number) => (n % 20 === 0 ? 'spring rare' : n % 2 === 0 ? 'spring' : '')
    const cases = Array.from({ length: 4_400 }, (_, n) =>
      makeCase({ id: `case-${n + 2}`, number: n + 2, notes: notes(n), state: n % 3 === 0 ? 'open' : 'on-hold' }),
    )
    await put(
      store,
      cases.map((record) => ({ kind: 'case' as const, record })),
    )
    const ofText = async (text: string, states: CaseQuery['states']) => {
      const { rows, total } = await store.cases({ ...everything, text, states, order: 'number', limit: 5_000 })
      return { numbers: rows.map(({ record }) => record.number), total }
    }
    const numbersWith = (word: string, states: CaseQuery['states']) =>
      cases.filter((c) => c.notes.includes(word) && states.includes(c.state)).map(({ number }) => number)

    for (const states of [['open'], ['open', 'on-hold']] as const) {
      for (const word of ['rare', 'spring']) {
        const wanted = numbersWith(word, states)
        expect(await ofText(word, states)).toEqual({ numbers: wanted, total: wanted.length })
      }
    }
    const searches = plans().filter(({ sql }) => /^SELECT (number,|count).*found_cases/s.test(sql))
    const howOf = (sql: string) => (sql.includes('FROM cases NOT INDEXED') ? 'each' : 'index')
    for (const states of ['state IN (?, ?)', 'state IN (?)']) {
      const asked = searches.filter(({ sql }) => sql.includes(states))
      expect(asked.map(({ sql }) => howOf(sql)).toSorted()).toEqual(['each', 'each', 'index', 'index'])
    }
    for (const { sql, plan } of searches) {
      if (howOf(sql) === 'each') expect(plan[0], sql).toMatch(/^SEARCH cases USING INTEGER PRIMARY KEY/)
      else demandNone([{ sql, plan }], /TEMP B-TREE/)
    }
    demandNone(plans(), wholeTable)
  })

  it('of a search for what each case has: it is the list itself, and no case is written down as found', async () => {
    const { store, plans } = await listening()
    await put(store, [{ kind: 'case', record: makeCase({ id: 'case-2', number: 2, notes: 'spring' }) }])
    const { total } = await store.cases({ ...everything, text: 'c' })
    expect(total).toBe(2)
    expect(plans().filter(({ sql }) => sql.includes('INTO temp.found_cases'))).toEqual([])
    expect((await store.cases({ ...everything, text: 'c spring' })).total).toBe(1)
    expect((await store.cases({ ...everything, text: 'c' })).total).toBe(2)
  })

  it('of a total by what lists are narrowed to: no case is looked at, whatever the filter', async () => {
    const { store, plans } = await listening()
    await put(store, [{ kind: 'case', record: makeCase({ id: 'case-2', number: 2, state: 'done' }) }])
    expect(await store.count({ ...everything, states: ['on-hold', 'open'] })).toBe(1)
    expect(await store.count({ ...everything, procedureId: 'eco-connect', phase: 'link', owner: 'Ana' })).toBe(0)
    expect(await store.count(everything)).toBe(2)
    expect(plans().filter(({ sql }) => /AS total.* FROM cases/.test(sql))).toEqual([])
  })

  it.each([
    [{ tag: 'spring', states: ['open'] }, /^SEARCH cases USING COVERING INDEX cases_by_number \(number=/],
    [{ dueBefore: '2026-11-21T00:00:00.000Z' }, /^SEARCH cases USING COVERING INDEX cases_by_due \(due_order</],
  ] as const)('of the total of %j: only what has it is looked at', async (filter, wanted) => {
    const { store, plans } = await listening()
    expect(await store.count({ ...everything, ...filter, states: ['open'] })).toBe(0)
    const [asked] = plans().filter(({ sql }) => sql.startsWith('SELECT count(*) AS total'))
    expect(asked?.plan[0]).toMatch(wanted)
  })

  it('of the board: each column is walked in one index that holds what it takes, and none is counted', async () => {
    const { store, plans } = await listening()
    const board = { ...everything, procedureId: 'eco-connect', states: ['open' as const], owner: 'Ana' }
    await store.board.phases(board)
    await store.cases({ ...board, phase: 'link', order: 'due' })
    await store.board.firstCases({ ...board, phase: 'link', order: 'due' })
    const asked = plans().filter(({ sql }) => sql.includes('INDEXED BY cases_of_phase'))
    expect(asked).toHaveLength(1)
    for (const { sql, plan } of asked) {
      expect(plan, sql).toEqual([expect.stringMatching(/^SEARCH cases USING COVERING INDEX cases_of_phase/)])
    }
    await store.board.phases({ ...board, updatedBefore: '2026-11-21T00:00:00.000Z' })
    demandNone(plans(), wholeTable)
  })

  it('of everything else that is asked while working', async () => {
    const { store, plans } = await listening()
    const all = { caseId: null, customerId: null, payerId: null, before: null, limit: 10 }
    await store.settings()
    await store.case('case-1')
    await store.caseByNumber(1)
    await store.casesByNumber([1, 2])
    await store.customer('customer-1')
    await store.customers({ text: '', limit: 10 })
    await store.customers({ text: 'acme', limit: 10 })
    const page = { text: '', limit: 1, after: null }
    const { after: afterCustomer } = await store.customerPage(page)
    await store.customerPage({ ...page, text: 'acme', after: afterCustomer })
    await store.payerPage(page)
    await store.customerCount('payer-1')
    await store.customersOfPayer('payer-1')
    await store.customersByAccount(['111122223333'])
    await store.duplicates.customersByOrgId(['606606606606'], 10)
    await store.duplicates.payersByBucket('spotinst-cur-report-111122223333', 10)
    await store.payer('payer-1')
    await store.payerByAccount('111122223333')
    await store.nextCaseNumber()
    await store.openWaits({ limit: 10, after: null })
    await store.checksOf({ outcome: 'fail', limit: 10 })
    await store.caseIds({ ...everything, states: ['open'], order: 'due' })
    await store.told(10)
    const remind = { now: '2026-11-21T00:00:00.000Z', first: 'due', last: 'overdue', limit: 10, after: null }
    await store.waitsToRemind({ ...remind, since: null })
    await store.waitsToRemind({ ...remind, since: '2026-11-20T23:59:00.000Z' })
    await store.tags(10)
    await store.count({ ...everything, tag: 'spring', text: 'acme' })
    const now = '2026-11-21T09:00:00.000Z'
    await store.agenda({ now, soonUntil: now, untouchedBefore: now, customerWaits: ['request.access'], limit: 10 })
    await store.reports.standing()
    await store.reports.overdue(now)
    await store.reports.histories({ from: now, procedureId: null, owner: null, limit: 10, after: null })
    await store.activity(all)
    await store.activity({ ...all, caseId: 'case-1', before: 9 })
    await store.activity({ ...all, customerId: 'customer-1' })
    await store.activity({ ...all, payerId: 'payer-1' })
    const record = makeCase({ revision: 1, notes: 'new' })
    await put(
      store,
      [
        { kind: 'case', record },
        { kind: 'step', record: makeStep() },
      ],
      [makeActivity()],
    )
    expect(plans().length).toBeGreaterThan(20)
    demandNone(plans(), wholeTable)
    const timelines = plans().filter(({ sql }) => sql.includes('FROM activity') || sql.includes('FROM waits w'))
    expect(timelines.length).toBeGreaterThanOrEqual(4)
    demandNone(timelines, /TEMP B-TREE/)
  })
})
