import { addMillis, HOUR, type Instant } from '../../shared/domain/instant.ts'
import type { Agenda, AgendaQuery, AgendaWait, Group } from '../services/agenda-port.ts'
import type { CaseRow } from '../services/ports.ts'
import type { Prepare } from './database.ts'
import { RUNS, runningKinds, type WaitKind } from './running-waits.ts'
import { tables } from './tables.ts'
import { countAll, countUpTo, type Tallied } from './tally.ts'

/** Past due and put off is little, and is looked up once. */
const PUT_OFF_SQL = `SELECT w.id, w.definition, w.grace_hours, w.due_at, s.until
  FROM snoozes s INDEXED BY snoozes_by_until CROSS JOIN waits w ON w.id = s.wait_id
  WHERE s.until > @now AND w.due_at <= @now AND w.met_at IS NULL AND w.cancelled IS NULL AND w.paused IS NULL
  ORDER BY s.until, w.id`

const OF_KIND = 'grace_hours = @graceHours AND definition = @definition'
const RUNNING: Tallied = {
  tally: `wait_tally WHERE ${OF_KIND}`,
  rows: `waits INDEXED BY waits_by_kind WHERE ${RUNS} AND ${OF_KIND}`,
  at: 'due_at',
}
const FIRST_SQL = `SELECT id, due_at FROM ${RUNNING.rows} AND due_at > @after AND due_at <= @until
  AND id NOT IN (SELECT value FROM json_each(@without)) ORDER BY due_at, id LIMIT @limit`

/** Open cases without a wait that runs, and those with a step to do beside one, in the words of their indexes. */
const IDLE = `state = 'open' AND due_order = '~'`
const DATED = `state = 'open' AND due_order <> '~' AND next_kind <> 'wait'`

/** The open cases by what they stand for: `free` are those of the idle ones with a step to do. */
const OPEN = {
  idle: {
    tally: `open_tally WHERE standing IN ('free', 'stuck')`,
    rows: `cases INDEXED BY cases_idle WHERE ${IDLE}`,
    at: 'updated_at',
  },
  free: {
    tally: `open_tally WHERE standing = 'free'`,
    rows: `cases INDEXED BY cases_idle WHERE ${IDLE} AND next_kind <> 'wait'`,
    at: 'updated_at',
  },
  dated: {
    tally: `open_tally WHERE standing = 'dated'`,
    rows: `cases INDEXED BY cases_by_due WHERE ${DATED}`,
    at: 'due_order',
  },
} as const satisfies Readonly<Record<string, Tallied>>

const BY_TOUCH = 'ORDER BY updated_at, number LIMIT @limit'
const UNTOUCHED_SQL = `SELECT number FROM ${OPEN.idle.rows} AND updated_at < @untouchedBefore ${BY_TOUCH}`
const FREE_SQL = `SELECT updated_at, number FROM ${OPEN.free.rows} AND updated_at >= @untouchedBefore ${BY_TOUCH}`
const AHEAD_SQL = `SELECT updated_at, number FROM cases INDEXED BY cases_dated
  WHERE ${DATED} AND due_order > @now ${BY_TOUCH}`
const TODO_SQL = `SELECT number FROM (SELECT * FROM (${FREE_SQL}) UNION ALL SELECT * FROM (${AHEAD_SQL})) ${BY_TOUCH}`

const WAITS_SQL = `SELECT ${tables.wait.columns('w')}, c.number AS case_number
  FROM json_each(?) n CROSS JOIN waits w ON w.id = n.value CROSS JOIN cases c ON c.id = w.case_id ORDER BY n.key`

/** Before and after every instant. */
const [EVER, NEVER] = ['', '~']

/** Due after the one and not after the other; listed as they fall due, or so many hours later. */
interface Span {
  readonly after: string
  readonly until: string
  readonly later: number
}

/** A row of an index, with what its group is ordered by. */
interface Place {
  readonly id: string
  readonly order: string
}

interface PutOff extends WaitKind {
  readonly id: string
  readonly dueAt: Instant
  readonly until: Instant
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
    const { now, soonUntil, limit } = query
    const putOff = this.#putOff(now)
    const kinds = runningKinds(this.#prepare)
    const [others, asked] = [false, true].map((is) =>
      kinds.filter(({ definition }) => query.customerWaits.includes(definition) === is),
    ) as [WaitKind[], WaitKind[]]
    const running = (of: readonly WaitKind[], spanOf: (kind: WaitKind) => Span) =>
      this.#running(of, spanOf, limit, putOff)
    const pastGrace = ({ graceHours }: WaitKind) => addMillis(now, -graceHours * HOUR)
    const ahead = (after: string, until: string) => () => ({ after, until, later: 0 })
    return {
      overdue: running(kinds, (kind) => ({ after: EVER, until: pastGrace(kind), later: kind.graceHours })),
      ready: running(kinds, (kind) => ({ after: pastGrace(kind), until: now, later: kind.graceHours })),
      customer: running(asked, ahead(now, NEVER)),
      soon: running(others, ahead(now, soonUntil)),
      waiting: running(others, ahead(soonUntil, NEVER)),
      snoozed: {
        total: putOff.length,
        rows: this.#waits(putOff.slice(0, limit).map(({ id, until }) => ({ id, snoozedUntil: until }))),
      },
      ...this.#open(query),
    }
  }

  /** Of each kind the first, and of those the first: no index has them all in order. */
  #running(
    kinds: readonly WaitKind[],
    spanOf: (kind: WaitKind) => Span,
    limit: number,
    putOff: readonly PutOff[],
  ): Group<AgendaWait> {
    const without = JSON.stringify(putOff.map(({ id }) => id))
    let total = 0
    const places: Place[] = []
    for (const kind of kinds) {
      const { after, until, later } = spanOf(kind)
      const isIn = (one: PutOff) => isOf(one, kind) && one.dueAt > after && one.dueAt <= until
      const upTo = (at: string) => countUpTo(this.#prepare, RUNNING, at, { ...kind })
      total += upTo(until) - upTo(after) - putOff.filter(isIn).length
      for (const row of this.#prepare(FIRST_SQL).all({ ...kind, after, until, limit, without })) {
        places.push({ id: String(row.id), order: addMillis(String(row.due_at), later * HOUR) })
      }
    }
    return { total, rows: this.#waits(firstOf(places, limit)) }
  }

  /** Past due and put off, next to come back first. */
  #putOff(now: Instant): readonly PutOff[] {
    return this.#prepare(PUT_OFF_SQL)
      .all({ now })
      .map((row) => ({
        id: String(row.id),
        definition: String(row.definition),
        graceHours: Number(row.grace_hours),
        dueAt: String(row.due_at),
        until: String(row.until),
      }))
  }

  #open({ now, untouchedBefore, limit }: AgendaQuery): Pick<Agenda, 'todo' | 'untouched'> {
    const upTo = (tallied: Tallied, until: string) => countUpTo(this.#prepare, tallied, until, {})
    const from = (tallied: Tallied, after: string) => countAll(this.#prepare, tallied) - upTo(tallied, after)
    const rows = (sql: string) => this.#prepare(sql).all({ now, untouchedBefore, limit })
    const casesOf = (sql: string) => this.#rowsOf(rows(sql).map((row) => Number(row.number)))
    const before = addMillis(untouchedBefore, -1)
    return {
      todo: { total: from(OPEN.free, before) + from(OPEN.dated, now), rows: casesOf(TODO_SQL) },
      untouched: { total: upTo(OPEN.idle, before), rows: casesOf(UNTOUCHED_SQL) },
    }
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

function isOf(one: WaitKind, kind: WaitKind): boolean {
  return one.definition === kind.definition && one.graceHours === kind.graceHours
}

function firstOf(places: readonly Place[], limit: number): readonly Place[] {
  return places.toSorted((a, b) => (a.order < b.order || (a.order === b.order && a.id < b.id) ? -1 : 1)).slice(0, limit)
}
