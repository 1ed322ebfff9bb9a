import { addMillis, HOUR, type Instant } from '../../shared/domain/instant.ts'
import type { Agenda, AgendaQuery, AgendaWait, Group } from '../services/agenda-port.ts'
import type { CaseRow } from '../services/ports.ts'
import type { Prepare } from './database.ts'
import { runningGraces } from './running-graces.ts'
import { tables } from './tables.ts'

const RUNS = 'met_at IS NULL AND cancelled IS NULL AND paused IS NULL'
const ASKED = 'definition IN (SELECT value FROM json_each(@customerWaits))'
/** What is put off is little, and is looked up once. */
const NOT_PUT_OFF = 'id NOT IN (SELECT wait_id FROM snoozes WHERE until > @now)'

/** Of waits with one length of grace: past due and grace, and past due alone. */
const pastDue = {
  overdue: 'due_at <= @overdueFrom',
  ready: 'due_at > @overdueFrom AND due_at <= @now',
} as const

const ahead = {
  customer: `due_at > @now AND ${ASKED}`,
  soon: `due_at > @now AND due_at <= @soonUntil AND NOT ${ASKED}`,
  waiting: `due_at > @now AND due_at > @soonUntil AND NOT ${ASKED}`,
} as const

/** The words of the index, so that the engine knows that it may take it. */
const AT_HAND = `state IN ('open', 'on-hold') AND state = 'open'`
const STALE = `updated_at < @untouchedBefore AND due_order = '~'`
const atHand = {
  todo: `${AT_HAND} AND next_kind <> 'wait' AND due_order > @now AND NOT (${STALE})`,
  untouched: `${AT_HAND} AND ${STALE}`,
} as const

const WAITS_SQL = `SELECT ${tables.wait.columns('w')}, c.number AS case_number
  FROM json_each(?) n CROSS JOIN waits w ON w.id = n.value CROSS JOIN cases c ON c.id = w.case_id ORDER BY n.key`

type Bound = Readonly<Record<string, string | number>>
type Asked = Bound & { readonly now: Instant; readonly limit: number }

/** A row of an index, with what its group is ordered by. */
interface Place {
  readonly id: string
  readonly order: Instant
}

/** Today, read from indexes alone but for the rows that are shown. */
export class AgendaReader {
  readonly #prepare: Prepare
  readonly #rowsOf: (numbers: readonly number[]) => readonly CaseRow[]

  constructor(prepare: Prepare, rowsOf: (numbers: readonly number[]) => readonly CaseRow[]) {
    this.#prepare = prepare
    this.#rowsOf = rowsOf
  }

  read(query: AgendaQuery): Agenda {
    const bound = { ...query, customerWaits: JSON.stringify(query.customerWaits) }
    const graces = runningGraces(this.#prepare)
    return {
      overdue: this.#pastDue(pastDue.overdue, graces, bound),
      ready: this.#pastDue(pastDue.ready, graces, bound),
      customer: this.#ahead(ahead.customer, bound),
      soon: this.#ahead(ahead.soon, bound),
      waiting: this.#ahead(ahead.waiting, bound),
      snoozed: this.#snoozed(bound),
      todo: this.#atHand(atHand.todo, bound),
      untouched: this.#atHand(atHand.untouched, bound),
    }
  }

  /** The first of each length of grace, and of those the first: no index has them all in order. */
  #pastDue(where: string, graces: readonly number[], bound: Asked): Group<AgendaWait> {
    const from = `FROM waits INDEXED BY waits_by_grace WHERE ${RUNS} AND grace_hours = @grace AND ${where} AND ${NOT_PUT_OFF}`
    let total = 0
    const places: Place[] = []
    for (const grace of graces) {
      const of = { ...bound, grace, overdueFrom: addMillis(bound.now, -grace * HOUR) }
      total += this.#count(from, of)
      for (const row of this.#prepare(`SELECT id, due_at ${from} ORDER BY due_at, id LIMIT @limit`).all(of)) {
        places.push({ id: String(row.id), order: addMillis(String(row.due_at), grace * HOUR) })
      }
    }
    const first = places.toSorted((a, b) => (a.order < b.order || (a.order === b.order && a.id < b.id) ? -1 : 1))
    return { total, rows: this.#waits(first.slice(0, bound.limit)) }
  }

  #ahead(where: string, bound: Bound): Group<AgendaWait> {
    const from = `FROM waits INDEXED BY waits_open WHERE ${RUNS} AND ${where}`
    const rows = this.#prepare(`SELECT id ${from} ORDER BY due_at, id LIMIT @limit`).all(bound)
    return { total: this.#count(from, bound), rows: this.#waits(rows.map((row) => ({ id: String(row.id) }))) }
  }

  #snoozed(bound: Bound): Group<AgendaWait> {
    const from = `FROM snoozes s INDEXED BY snoozes_by_until CROSS JOIN waits w ON w.id = s.wait_id
      WHERE s.until > @now AND w.due_at <= @now AND w.met_at IS NULL AND w.cancelled IS NULL AND w.paused IS NULL`
    const rows = this.#prepare(`SELECT w.id, s.until ${from} ORDER BY s.until, w.id LIMIT @limit`).all(bound)
    const found = rows.map((row) => ({ id: String(row.id), snoozedUntil: String(row.until) }))
    return { total: this.#count(from, bound), rows: this.#waits(found) }
  }

  #atHand(where: string, bound: Bound): Group<CaseRow> {
    const from = `FROM cases INDEXED BY cases_at_hand WHERE ${where}`
    const rows = this.#prepare(`SELECT number ${from} ORDER BY updated_at, number LIMIT @limit`).all(bound)
    return { total: this.#count(from, bound), rows: this.#rowsOf(rows.map((row) => Number(row.number))) }
  }

  #count(from: string, bound: Bound): number {
    return Number(this.#prepare(`SELECT count(*) AS total ${from}`).get(bound)?.total)
  }

  /** The waits with the rows of their cases, all in one question each. */
  #waits(found: readonly { readonly id: string; readonly snoozedUntil?: Instant }[]): readonly AgendaWait[] {
    const waits = this.#prepare(WAITS_SQL).all(JSON.stringify(found.map(({ id }) => id)))
    const rows = this.#rowsOf(waits.map((wait) => Number(wait.case_number)))
    return waits.flatMap((wait, n) => {
      const row = rows[n]
      return row ? [{ wait: tables.wait.decode(wait), row, snoozedUntil: found[n]?.snoozedUntil ?? null }] : []
    })
  }
}
