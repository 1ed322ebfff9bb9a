import { hash as hashOf } from 'node:crypto'
import { Activity, type NewActivity } from '../../shared/domain/records/activity.ts'
import type { ActivityQuery } from '../services/ports.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Prepare } from './database.ts'
import { RecordTable, type Row } from './record-table.ts'

const table = new RecordTable<Activity>({
  name: 'activity',
  schema: Activity,
  key: ['sequence'],
  fields: {
    sequence: 'plain',
    at: 'plain',
    who: 'plain',
    what: 'plain',
    caseId: 'plain',
    customerId: 'plain',
    payerId: 'plain',
    params: 'json',
  },
})

const INSERT_SQL = `INSERT INTO activity (sequence, at, who, what, case_id, customer_id, payer_id, params, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Entries that are checked in one go. */
export const STRETCH = 5_000

const TOPIC_IN = "substr(what, 1, instr(what, '.') - 1) IN (SELECT value FROM json_each(?))"

/** Before the first entry there is nothing to chain to. */
const GENESIS: Buffer = Buffer.alloc(32)

/**
 * The workspace's one append-only record of who did what. Each entry carries the SHA-256 of the hash before it
 * (as hex), a line feed, and its own canonical JSON, so that a changed, removed or inserted entry shows.
 */
export class ActivityLog {
  readonly #prepare: Prepare

  constructor(prepare: Prepare) {
    this.#prepare = prepare
  }

  /** Adds entries inside the caller's transaction. Gives the place of the last entry, 0 where there is none at all. */
  append(entries: readonly NewActivity[]): number {
    const last = this.#prepare('SELECT sequence, hash FROM activity ORDER BY sequence DESC LIMIT 1').get()
    let sequence = last === undefined ? 0 : Number(last.sequence)
    let hash = last === undefined ? GENESIS : (last.hash as Buffer)
    for (const entry of entries) {
      sequence += 1
      const activity = Activity.parse({ ...entry, sequence })
      hash = link(hash, activity)
      const { at, who, what, caseId, customerId, payerId } = activity
      const params = JSON.stringify(activity.params)
      this.#prepare(INSERT_SQL).run(sequence, at, who, what, caseId, customerId, payerId, params, hash)
    }
    return sequence
  }

  /** Newest first. */
  read(query: ActivityQuery): readonly Activity[] {
    const { who = null, since = null, topics = null } = query
    const filters = [
      ['case_id = ?', query.caseId],
      ['customer_id = ?', query.customerId],
      ['payer_id = ?', query.payerId],
      ['who = ?', who],
      ['at >= ?', since],
      [TOPIC_IN, topics && JSON.stringify(topics)],
      ['sequence < ?', query.before],
    ] as const
    const used = filters.filter(([, value]) => value !== null)
    const where = used.length === 0 ? '' : `WHERE ${used.map(([sql]) => sql).join(' AND ')}`
    const sql = `SELECT ${table.columns()} FROM activity ${where} ORDER BY sequence DESC LIMIT ?`
    const rows = this.#prepare(sql).all(...used.map(([, value]) => value), query.limit)
    return rows.map((row) => table.read(row))
  }

  people(caseId: string): readonly string[] {
    const rows = this.#prepare('SELECT DISTINCT who FROM activity WHERE case_id = ? ORDER BY who').all(caseId)
    return rows.map((row) => String(row.who))
  }

  /** What the watcher told, newest first; the literal lets the index of news be used. */
  told(limit: number): readonly Activity[] {
    const sql = `SELECT ${table.columns()} FROM activity WHERE what = 'watch.told' ORDER BY sequence DESC LIMIT ?`
    return this.#prepare(sql)
      .all(limit)
      .map((row) => table.read(row))
  }

  /**
   * Walks the whole chain, a stretch at a time, between which others may work. Gives the number of entries and the place of
   * the first that does not fit, null where all do.
   */
  *verify(): Generator<void, { readonly entries: number; readonly brokenAt: number | null }> {
    const sql = `SELECT ${table.columns()}, hash FROM activity WHERE sequence > ? ORDER BY sequence LIMIT ${STRETCH}`
    let hash = GENESIS
    let entries = 0
    for (;;) {
      const rows = this.#prepare(sql).all(entries)
      for (const row of rows) {
        if (row.sequence !== entries + 1 || !fits(hash, row)) return { entries, brokenAt: entries + 1 }
        hash = row.hash as Buffer
        entries += 1
      }
      if (rows.length < STRETCH) break
      yield
    }
    // The engine counts what was ever appended: entries cut off the end leave it ahead.
    const appended = this.#prepare("SELECT seq FROM sqlite_sequence WHERE name = 'activity'").get()?.seq ?? 0
    return { entries, brokenAt: appended === entries ? null : entries + 1 }
  }
}

function fits(before: Buffer, row: Row): boolean {
  try {
    return link(before, table.decode(row)).equals(row.hash as Buffer)
  } catch {
    return false
  }
}

function link(before: Buffer, activity: Activity): Buffer {
  return hashOf('sha256', `${before.toString('hex')}\n${canonicalJson(activity)}`, 'buffer')
}
