import type { Instant } from '../../shared/domain/instant.ts'
import type { Wait } from '../../shared/domain/records/wait.ts'
import type { CaseStore, ReminderKey, WaitReminders } from '../services/ports.ts'
import type { Prepare } from './database.ts'
import { tables } from './tables.ts'

const TO_REMIND = `SELECT ${tables.wait.columns('w')}, c.number AS case_number
  FROM waits w INDEXED BY waits_open CROSS JOIN cases c ON c.id = w.case_id
  WHERE w.met_at IS NULL AND w.cancelled IS NULL AND w.due_at <= ? AND (w.due_at, w.id) > (?, ?)
    AND (NOT EXISTS (SELECT 1 FROM reminders r WHERE r.wait_id = w.id AND r.level = ?)
      OR EXISTS (SELECT 1 FROM snoozes s WHERE s.wait_id = w.id))
    AND c.state = 'open'
  ORDER BY w.due_at, w.id LIMIT ?`

export interface RemindableRow {
  readonly wait: Wait
  readonly caseNumber: number
  readonly reminded: WaitReminders
}

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
    const sql = 'INSERT INTO reminders (wait_id, level, recorded_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
    return keys.filter(({ waitId, level }) => this.#prepare(sql).run(waitId, level, at).changes === 1)
  }

  toRemind({ now, last, limit, after }: Parameters<CaseStore['waitsToRemind']>[0]): {
    readonly found: readonly RemindableRow[]
    readonly after: string | null
  } {
    const [dueAt, id] = (after ?? ' ').split(' ')
    const rows = this.#prepare(TO_REMIND).all(now, dueAt, id, last, limit)
    const waits = rows.map((row) => tables.wait.read(row))
    const reminded = this.of(waits.map((wait) => wait.id))
    const found = waits.flatMap((wait, n) => {
      const [row, known] = [rows[n], reminded[n]]
      return row && known ? [{ wait, caseNumber: Number(row.case_number), reminded: known }] : []
    })
    const end = waits.at(-1)
    return {
      found,
      after: waits.length < limit || !end ? null : `${tables.wait.toRow(end, this.#prepare).due_at} ${end.id}`,
    }
  }

  #until(waitId: string): Instant | null {
    const row = this.#prepare('SELECT until FROM snoozes WHERE wait_id = ?').get(waitId)
    return row === undefined ? null : String(row.until)
  }
}
