import { expect, it } from 'vitest'
import type { Agenda, AgendaQuery, AgendaWait } from '../../../electron/services/agenda-port.ts'
import type { CaseRow, CaseStore } from '../../../electron/services/ports.ts'
import { addMillis, HOUR } from '../../../shared/domain/instant.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import type { Wait } from '../../../shared/domain/records/wait.ts'
import { waitState } from '../../../shared/domain/wait/wait-state.ts'
import { makeCase, makeWait } from '../../support/records.ts'
import { type MakeStore, oneCase, put } from './support.ts'

const now = '2026-11-21T09:00:00.000Z'
const hoursAgo = (hours: number) => addMillis(now, -hours * HOUR)
const query: AgendaQuery = {
  now,
  soonUntil: hoursAgo(-24),
  untouchedBefore: hoursAgo(14 * 24),
  customerWaits: ['request.org-ids'],
  limit: 500,
}

/** Every wait and case with the groups it is in. */
function placed(agenda: Agenda): Readonly<Record<string, string[]>> {
  return Object.fromEntries(
    Object.entries(agenda).map(([name, { rows }]) => [
      name,
      rows.map((row: AgendaWait | CaseRow) => ('wait' in row ? row.wait.id : `C-${row.record.number}`)),
    ]),
  )
}

/** Waits of every length, grace and age around now, of the customer and of others, running, ended and paused. */
function manyWaits(): Wait[] {
  const ages = [0, 1, 5, 23, 24, 25, 29, 30, 31, 47, 48, 71, 72, 73, 84, 96, 97, 200]
  return ages.flatMap((age) =>
    [
      { expectedHours: 24, graceHours: 6 },
      { expectedHours: 72, graceHours: 24, definition: 'request.org-ids' },
      { expectedHours: 72, graceHours: 12.5, definition: 'spot-link', pausedMillis: 3 * HOUR },
      { expectedHours: 0, graceHours: 0 },
      { expectedHours: 24, graceHours: 6, metAt: now },
      { expectedHours: 24, graceHours: 6, cancelled: { at: now, reason: 'returned' } },
      { expectedHours: 24, graceHours: 6, paused: { at: hoursAgo(age), reason: 'Holidays' } },
    ].map((own, kind) =>
      makeWait({ id: `wait-${age}-${kind}`, anchorAt: hoursAgo(age), recordedAt: hoursAgo(age), ...own }),
    ),
  )
}

/** The group of a wait, by the domain's own words. */
function groupOf(wait: Wait): string | null {
  const { state, remainingMs } = waitState(wait, now)
  if (state === 'overdue' || state === 'ready') return state
  if (state !== 'waiting' || remainingMs === null) return null
  if (query.customerWaits.includes(wait.definition)) return 'customer'
  return remainingMs <= 24 * HOUR ? 'soon' : 'waiting'
}

async function agendaOf(store: CaseStore, own: Partial<AgendaQuery> = {}) {
  return store.agenda({ ...query, ...own })
}

export function agendaConformance(makeStore: MakeStore): void {
  it('puts every wait where the domain says it stands, and counts it there', async () => {
    const store = await makeStore()
    const waits = manyWaits()
    await put(store, [...oneCase, ...waits.map((record): Put => ({ kind: 'wait', record }))])
    const agenda = await agendaOf(store)
    const groups = placed(agenda)
    for (const name of ['overdue', 'ready', 'customer', 'soon', 'waiting'] as const) {
      const expected = waits.filter((wait) => groupOf(wait) === name).map(({ id }) => id)
      expect(expected.length, name).toBeGreaterThan(2)
      expect(groups[name]?.toSorted(), name).toEqual(expected.toSorted())
      expect(agenda[name].total, name).toBe(expected.length)
    }
  })

  it('gives the first of each group, in the order in which they become overdue or due, and the total of all', async () => {
    const store = await makeStore()
    const waits = manyWaits()
    await put(store, [...oneCase, ...waits.map((record): Put => ({ kind: 'wait', record }))])
    const [whole, short] = [await agendaOf(store), await agendaOf(store, { limit: 3 })]
    for (const name of ['overdue', 'ready', 'customer', 'soon', 'waiting'] as const) {
      const order = whole[name].rows.map(({ wait }) => {
        const { dueAt, overdueAt } = waitState(wait, now)
        return name === 'overdue' || name === 'ready' ? overdueAt : dueAt
      })
      expect(order, name).toEqual(order.toSorted())
      expect(short[name].rows, name).toEqual(whole[name].rows.slice(0, 3))
      expect(short[name].total, name).toBe(whole[name].total)
    }
  })

  it('sets a wait that was put off apart until then', async () => {
    const store = await makeStore()
    const wait = makeWait({ id: 'late', anchorAt: hoursAgo(200), recordedAt: hoursAgo(200) })
    const until = hoursAgo(-2)
    await put(store, [
      ...oneCase,
      { kind: 'wait', record: wait },
      { kind: 'snooze', record: { waitId: 'late', until } },
    ])
    const putOff = await agendaOf(store)
    expect([putOff.overdue.total, putOff.overdue.rows]).toEqual([0, []])
    expect(putOff.snoozed).toMatchObject({ total: 1, rows: [{ wait: { id: 'late' }, snoozedUntil: until }] })
    const later = await agendaOf(store, { now: until })
    expect(later.overdue).toMatchObject({ total: 1, rows: [{ wait: { id: 'late' }, snoozedUntil: null }] })
    expect(later.snoozed.total).toBe(0)
  })

  it('lists what can be done longest untouched first, however many cases there are, and what is forgotten apart', async () => {
    const store = await makeStore()
    const due = (dueAt: string) => ({ waitDefinition: 'report-delivery', dueAt, overdueAt: dueAt })
    const cases = [
      makeCase({ id: 'b', number: 2, updatedAt: hoursAgo(1) }),
      makeCase({ id: 'c', number: 3, updatedAt: hoursAgo(300) }),
      makeCase({ id: 'd', number: 4, updatedAt: hoursAgo(400) }),
      makeCase({ id: 'e', number: 5, updatedAt: hoursAgo(400), summary: due(hoursAgo(-30)) }),
      makeCase({ id: 'f', number: 6, updatedAt: hoursAgo(2), summary: due(hoursAgo(3)) }),
      makeCase({ id: 'g', number: 7, updatedAt: hoursAgo(2), summary: { nextKind: 'wait' } }),
      makeCase({ id: 'h', number: 8, updatedAt: hoursAgo(500), summary: { nextKind: null, blocked: true } }),
      makeCase({ id: 'i', number: 9, updatedAt: hoursAgo(600), state: 'done' }),
      makeCase({ id: 'j', number: 10, updatedAt: hoursAgo(600), state: 'on-hold' }),
    ]
    await put(store, [...oneCase, ...cases.map((record): Put => ({ kind: 'case', record }))])
    const agenda = await agendaOf(store)
    // C-1 was last changed a week before: it is at hand, and not yet forgotten.
    expect(placed(agenda)).toMatchObject({ todo: ['C-5', 'C-3', 'C-1', 'C-2'], untouched: ['C-8', 'C-4'] })
    expect([agenda.todo.total, agenda.untouched.total]).toEqual([4, 2])
  })
}
