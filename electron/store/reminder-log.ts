import { addMillis, HOUR, type Instant } from '../../shared/domain/instant.ts'
import type { CaseStore } from '../services/ports.ts'
import type { RemindableWait, ReminderKey, WaitReminders } from '../services/reminder-store.ts'
import type { Prepare } from './database.ts'
import { RUNS, runningKinds, type WaitKind } from './running-waits.ts'
import { tables } from './tables.ts'

type Asked = Parameters<CaseStore['waitsToRemind']>[0]

const DUE = `FROM waits INDEXED BY waits_open WHERE ${RUNS} AND due_at <= @now AND (due_at, id) > (@dueAt, @id)`

/** Where a page of waits that are due ends: what was told of long ago is passed over without its rows being read. */
const END = `SELECT due_at, id ${DUE} ORDER BY due_at, id LIMIT 1 OFFSET @limit - 1`
const OF_PAGE = `SELECT id ${DUE} AND (due_at, id) <= (@endDueAt, @endId)`

/** What became due, overdue or was put off until a moment after `@since`. */
const CROSSED = `SELECT id FROM waits INDEXED BY waits_open WHERE ${RUNS} AND due_at > @since AND due_at <= @now
  UNION SELECT waits.id FROM json_each(@kinds) k CROSS JOIN waits INDEXED BY waits_by_kind
    ON grace_hours = k.value ->> 0 AND definition = k.value ->> 1
      AND due_at > k.value ->> 2 AND due_at <= k.value ->> 3 AND ${RUNS}
  UNION SELECT wait_id FROM snoozes WHERE until > @since AND until <= @now`

/** Those of the IDs that have something untold. Grace is in the row: it is read of those only that the last level lacks. */
const untold = (ids: string) => `SELECT ${tables.wait.columns('w')}, c.number AS case_number, s.until AS snoozed_until,
    (SELECT json_group_array(level) FROM reminders WHERE wait_id = w.id) AS levels
  FROM (${ids}) crossed LEFT JOIN snoozes s ON s.wait_id = crossed.id
    CROSS JOIN waits w ON w.id = crossed.id CROSS JOIN cases c ON c.id = w.case_id
  WHERE (s.until <= @now OR s.until IS NULL AND NOT EXISTS (SELECT 1 FROM reminders WHERE wait_id = crossed.id AND level = @last))
    AND ${RUNS} AND c.state = 'open'
    AND (s.until IS NOT NULL OR NOT EXISTS (SELECT 1 FROM reminders WHERE wait_id = w.id AND level = @first)
      OR w.due_at <= strftime('%Y-%m-%dT%H:%M:%fZ', @now, '-' || w.grace_hours || ' hours'))
  ORDER BY w.due_at, w.id`

const RECORD = `INSERT INTO reminders (wait_id, level, recorded_at)
  SELECT value ->> 0, value ->> 1, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING RETURNING wait_id, level`

/** Which reminders were recorded. Nothing of it is anybody's decision; what was put off is, and is written as a change. */
export class ReminderLog {
  readonly #prepare: Prepare

  constructor(prepare: Prepare) {
    this.#prepare = prepare
  }

  of(waitIds: readonly string[]): readonly WaitReminders[] {
    return waitIds.map((waitId) => ({
      waitId,
      levels: this.#prepare('SELECT level FROM reminders WHERE wait_id = ?')
        .all(waitId)
        .map((row) => String(row.level)),
      snoozedUntil: this.#until(waitId),
    }))
  }

  /** Inside the caller's transaction. */
  record(keys: readonly ReminderKey[], at: Instant): readonly ReminderKey[] {
    const given = JSON.stringify(keys.map(({ waitId, level }) => [waitId, level]))
    const rows = this.#prepare(RECORD).all(at, given)
    return rows.map((row) => ({ waitId: String(row.wait_id), level: String(row.level) }))
  }

  toRemind(asked: Asked): { readonly rows: readonly RemindableWait[]; readonly after: string | null } {
    return asked.since === null ? this.#page(asked) : { rows: this.#crossed(asked, asked.since), after: null }
  }

  #page({ now, first, last, limit, after }: Asked): ReturnType<ReminderLog['toRemind']> {
    const [dueAt, id] = (after ?? ' ').split(' ')
    const from = { now, dueAt, id }
    const end = this.#prepare(END).get({ ...from, limit })
    const to = end ? { endDueAt: end.due_at, endId: end.id } : { endDueAt: now, endId: LAST_ID }
    const rows = this.#prepare(untold(OF_PAGE)).all({ ...from, ...to, first, last })
    return { rows: rows.map(remindable), after: end ? `${end.due_at} ${end.id}` : null }
  }

  #crossed({ now, first, last }: Asked, since: Instant): readonly RemindableWait[] {
    const crossing = ({ graceHours, definition }: WaitKind) => [
      graceHours,
      definition,
      ...[since, now].map((at) => addMillis(at, -graceHours * HOUR)),
    ]
    const kinds = JSON.stringify(runningKinds(this.#prepare).map(crossing))
    return this.#prepare(untold(CROSSED)).all({ now, since, kinds, first, last }).map(remindable)
  }

  #until(waitId: string): Instant | null {
    const row = this.#prepare('SELECT until FROM snoozes WHERE wait_id = ?').get(waitId)
    return row === undefined ? null : String(row.until)
  }
}

/** Comes after every ID. */
const LAST_ID = '\u{10ffff}'

function remindable(row: Record<string, unknown>): RemindableWait {
  const wait = tables.wait.read(row)
  const levels = JSON.parse(String(row.levels)) as readonly string[]
  const snoozedUntil = row.snoozed_until === null ? null : String(row.snoozed_until)
  return { wait, caseNumber: Number(row.case_number), reminded: { waitId: wait.id, levels, snoozedUntil } }
}
