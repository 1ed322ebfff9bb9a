import type { Instant } from '../../shared/domain/instant.ts'
import type { ReminderKey, WaitReminders } from '../services/ports.ts'
import type { Prepare } from './database.ts'

/** Which reminders were recorded, and what was put off. Its own small tables: nothing of it is anybody's decision. */
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

  snooze(waitId: string, until: Instant): void {
    const sql = 'INSERT INTO snoozes (wait_id, until) VALUES (?, ?) ON CONFLICT DO UPDATE SET until = excluded.until'
    this.#prepare(sql).run(waitId, until)
  }

  #until(waitId: string): Instant | null {
    const row = this.#prepare('SELECT until FROM snoozes WHERE wait_id = ?').get(waitId)
    return row === undefined ? null : String(row.until)
  }
}
