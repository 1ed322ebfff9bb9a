import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TALLIES } from '../../../electron/store/tally.ts'
import { addMillis, HOUR } from '../../../shared/domain/instant.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import type { Wait } from '../../../shared/domain/records/wait.ts'
import { waitState } from '../../../shared/domain/wait/wait-state.ts'
import { everything, oneCase, put } from '../../contract/case-store/support.ts'
import { makeCase, makeCustomer, makePayer, makeWait } from '../../support/records.ts'
import { openWorkspaceStore } from '../../support/sqlite-workspace.ts'

const now = '2026-11-21T09:04:30.000Z'
const minutesFromNow = (minutes: number) => addMillis(now, minutes * 60_000)
const instant = fc.integer({ min: -40, max: 40 }).map(minutesFromNow)

const caseEdit = fc.record({
  kind: fc.constant('case' as const),
  number: fc.integer({ min: 1, max: 4 }),
  state: fc.constantFrom('open' as const, 'on-hold' as const, 'done' as const, 'abandoned' as const),
  owner: fc.constantFrom('Ana', 'Ben'),
  phase: fc.constantFrom('report', 'link', null),
  nextKind: fc.constantFrom('do', 'wait', null),
  dueAt: fc.option(instant),
  updatedAt: instant,
})
const waitEdit = fc.record({
  kind: fc.constant('wait' as const),
  id: fc.constantFrom('wait-1', 'wait-2', 'wait-3').map(String),
  definition: fc.constantFrom('report-delivery', 'request.org-ids'),
  graceHours: fc.constantFrom(0, 0.25, 12).map(Number),
  anchorAt: instant,
  end: fc.constantFrom('met', 'cancelled', 'paused', 'none', 'none'),
})
const others = fc.constantFrom(...(['customer', 'payer', 'undo', 'redo'] as const)).map((kind) => ({ kind }))
type Edit = typeof caseEdit extends fc.Arbitrary<infer C> ? C : never
type WaitEdit = typeof waitEdit extends fc.Arbitrary<infer W> ? W : never

function caseOf({ number, state, owner, phase, nextKind, dueAt, updatedAt }: Edit, revision: number): Put {
  const summary = {
    phase,
    nextKind,
    dueAt,
    overdueAt: dueAt,
    waitDefinition: dueAt === null ? null : 'report-delivery',
  }
  return {
    kind: 'case',
    record: makeCase({ id: `case-${number}`, number, state, owner, updatedAt, summary, revision }),
  }
}

function waitOf({ id, definition, graceHours, anchorAt, end }: WaitEdit): Wait {
  return makeWait({
    id,
    definition,
    graceHours,
    anchorAt,
    expectedHours: 0,
    metAt: end === 'met' ? now : null,
    cancelled: end === 'cancelled' ? { at: now, reason: 'returned' } : null,
    paused: end === 'paused' ? { at: now, reason: 'Holidays' } : null,
  })
}

it('whatever is written, taken back and made again, each tally is what counting anew gives, and nothing else is in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(caseEdit, waitEdit, others), { minLength: 5, maxLength: 25 }), async (edits) => {
      const store = await openWorkspaceStore()
      await put(store, oneCase)
      for (const [n, edit] of edits.entries()) {
        if (edit.kind === 'case') {
          const there = await store.caseByNumber(edit.number)
          await put(store, [caseOf(edit, there?.record.revision ?? 0)])
        } else if (edit.kind === 'wait') {
          const its = await store.caseByNumber(1)
          if (its)
            await put(store, [
              { kind: 'case', record: its.record },
              { kind: 'wait', record: waitOf(edit) },
            ])
        } else if (edit.kind === 'undo' || edit.kind === 'redo') {
          const [last] = await store.changes({ who: null, which: `to-${edit.kind}`, limit: 1 })
          // A first record that others point to cannot be taken back.
          if (last) await store.reverse(last.sequence, []).catch(() => {})
        } else if (edit.kind === 'payer') {
          const payer = makePayer({ id: `payer-${n + 2}`, accountId: String(200_000_000_000 + n) })
          await put(store, [{ kind: 'payer', record: payer }])
        } else {
          await put(store, [{ kind: 'customer', record: makeCustomer({ id: `customer-${n + 2}` }) }])
        }
      }
      const db = new Database(store.file, { readonly: true })
      for (const name of TALLIES) {
        const rows = (table: string) => new Set(db.prepare(`SELECT * FROM ${table}`).all())
        expect(rows(name), name).toEqual(rows(`${name}_now`))
      }
      db.close()
      await store.close()
    }),
    { numRuns: 40 },
  )
})

it('Today counts in each group as many as the domain puts there, at any minute', async () => {
  const store = await openWorkspaceStore()
  const waits = Array.from({ length: 120 }, (_, n) =>
    waitOf({
      kind: 'wait',
      id: `wait-${n}`,
      definition: n % 4 === 0 ? 'request.org-ids' : 'report-delivery',
      graceHours: [0, 0.25, 0.5][n % 3] ?? 0,
      anchorAt: minutesFromNow(n - 60),
      end: n % 10 === 0 ? 'paused' : 'none',
    }),
  )
  const cases = Array.from({ length: 60 }, (_, n) =>
    caseOf(
      {
        kind: 'case',
        number: n + 2,
        state: n % 7 === 0 ? 'on-hold' : 'open',
        owner: 'Ana',
        phase: 'link',
        nextKind: (['do', 'wait', null, 'do'] as const)[n % 4] ?? null,
        dueAt: n % 3 === 0 ? minutesFromNow(n - 30) : null,
        updatedAt: minutesFromNow(n - 40),
      },
      0,
    ),
  )
  await put(store, [...oneCase, ...waits.map((record): Put => ({ kind: 'wait', record })), ...cases])
  const records = cases.flatMap((one) => (one.kind === 'case' ? [one.record] : []))
  for (const minutes of [-45, -30.5, -10, -4.5, 0, 0.5, 5.5, 15.5, 25.5, 44]) {
    const at = minutesFromNow(minutes)
    const query = {
      now: at,
      soonUntil: addMillis(at, HOUR / 3),
      untouchedBefore: at,
      customerWaits: ['request.org-ids'],
    }
    const agenda = await store.agenda({ ...query, limit: 500 })
    const group = (wait: Wait) => {
      const { state, remainingMs } = waitState(wait, at)
      if (state !== 'waiting') return state
      if (wait.definition === 'request.org-ids') return 'customer'
      return (remainingMs ?? 0) <= HOUR / 3 ? 'soon' : 'waiting'
    }
    for (const name of ['overdue', 'ready', 'customer', 'soon', 'waiting'] as const) {
      const { total, rows } = agenda[name]
      expect([total, rows.length], `${name} at ${at}`).toEqual(
        Array(2).fill(waits.filter((w) => group(w) === name).length),
      )
    }
    const open = records.filter(({ state }) => state === 'open')
    const untouched = open.filter(({ summary, updatedAt }) => summary.dueAt === null && updatedAt < at)
    const todo = open.filter(
      (record) =>
        !untouched.includes(record) &&
        !['wait', null].includes(record.summary.nextKind) &&
        (record.summary.dueAt === null || record.summary.dueAt > at),
    )
    // The case that all waits are of is open too, with nothing to wait for in its own row.
    const one = (await store.caseByNumber(1))?.record
    const own = one ? [one].filter(({ updatedAt }) => updatedAt < at) : []
    expect(agenda.untouched.rows.map(({ record }) => record.number).toSorted()).toEqual(
      [...untouched, ...own].map(({ number }) => number).toSorted(),
    )
    expect(agenda.untouched.total).toBe(untouched.length + own.length)
    expect([agenda.todo.total, agenda.todo.rows.length]).toEqual([todo.length, todo.length])
  }
})

it('a total is what a list of that filter holds, whatever it is narrowed to', async () => {
  const store = await openWorkspaceStore()
  const edits = fc.sample(caseEdit, { numRuns: 60, seed: 7 })
  await put(store, [...oneCase, ...edits.map((edit, n) => caseOf({ ...edit, number: n + 2 }, 0))])
  for (const filter of [
    {},
    { states: ['open', 'on-hold'] as const },
    { states: ['done'] as const, owner: 'Ben' },
    { owner: 'Nobody' },
    { procedureId: 'msp-cur-extraction', phase: 'link' },
    { procedureId: 'eco-connect' },
    { dueBefore: now, states: ['open'] as const },
    { updatedBefore: now, owner: 'Ana' },
  ]) {
    const { total, rows } = await store.cases({ ...everything, ...filter })
    const counted = await store.count({ ...everything, ...filter })
    expect([total, counted], JSON.stringify(filter)).toEqual([rows.length, rows.length])
  }
  expect(await store.counts()).toEqual({ cases: 61, customers: 1 })
})

it.each(TALLIES)('%s is found not to agree, where somebody changed it', async (name) => {
  const store = await openWorkspaceStore()
  await put(store, [...oneCase, { kind: 'wait', record: makeWait() }])
  expect((await store.integrity()).findings).toEqual([])
  const db = new Database(store.file)
  expect(db.prepare(`UPDATE ${name} SET n = n + 1`).run().changes).toBeGreaterThan(0)
  db.close()
  expect((await store.integrity()).findings).toMatchObject([{ code: 'verify.tally', params: { tally: name } }])
})
