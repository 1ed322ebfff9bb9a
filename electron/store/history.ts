import type { NewActivity } from '../../shared/domain/records/activity.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import type { PastChange } from '../services/ports.ts'
import { StoreFault } from '../services/store-fault.ts'
import type { ActivityLog } from './activity-log.ts'
import type { Prepare } from './database.ts'
import { codeOf } from './faults.ts'
import type { RecordTable, Row, SqlValue } from './record-table.ts'
import { tables } from './tables.ts'
import { type Image, writeOrder } from './writer.ts'

/** Activity entries that a change, or the last of those made together, may lie back and still be taken back; what undoing needs would grow without end. */
const REACH = 20_000

export interface ChangeText {
  /** Places of its first and last activity entry. */
  readonly first: number
  readonly sequence: number
  readonly who: string
  /** Its images as JSON. */
  readonly back: string
}

const COLUMNS = 'sequence, first, who, back, again, undone_at, together'

/** Of changes that were made together, only the last is listed: it stands for all of them. */
const LAST_OF_ITS = `(together IS NULL OR sequence = (SELECT max(sequence) FROM changes t WHERE t.together = changes.together
  AND (t.again IS NULL) = (changes.again IS NULL)))`

/**
 * What was changed, so that it can be taken back: for each change set the rows as they were. Taking back is a change
 * like any other, with its own activity; what happened stays on the record.
 */
export class History {
  readonly #prepare: Prepare
  readonly #log: ActivityLog

  constructor(prepare: Prepare, log: ActivityLog) {
    this.#prepare = prepare
    this.#log = log
  }

  /**
   * Keeps what a change set replaced, inside its transaction. One without activity says nothing, and cannot be named.
   * @param together the first change of those that this one belongs to; null where it stands alone
   */
  keep(activity: readonly NewActivity[], sequence: number, images: readonly Image[], together: number | null): void {
    const [entry] = activity
    if (entry === undefined || images.length === 0) return
    const first = sequence - activity.length + 1
    this.keepText({ first, sequence, who: entry.who, back: JSON.stringify(images) }, together)
  }

  /** The same of a change whose images are JSON already. */
  keepText(change: ChangeText, together: number | null): void {
    const { first, sequence, who, back } = change
    const insert = 'INSERT INTO changes (sequence, first, who, back, together) VALUES (?, ?, ?, ?, ?)'
    this.#prepare(insert).run(sequence, first, who, back, together)
    if (together !== null) this.#prepare('UPDATE changes SET together = ? WHERE sequence = ?').run(together, together)
    // Those made together go together, however many they are: a part alone would take back a part alone.
    const old = `DELETE FROM changes WHERE sequence <= @past AND (together IS NULL
      OR (SELECT max(t.sequence) FROM changes t WHERE t.together = changes.together) <= @past)`
    this.#prepare(old).run({ past: sequence - REACH })
  }

  /** The changes that were made together with this one, itself among them, oldest first. */
  together(sequence: number): readonly number[] {
    const sql = 'SELECT sequence FROM changes WHERE together = ? ORDER BY sequence'
    const group = this.#row(sequence)?.together ?? null
    return group === null
      ? [sequence]
      : this.#prepare(sql)
          .all(group)
          .map((row) => Number(row.sequence))
  }

  /** How many cases the change, or those made together with it, are about. */
  cases(sequence: number): number {
    const sql = `SELECT count(DISTINCT a.case_id) AS cases FROM changes c CROSS JOIN activity a
      ON a.sequence BETWEEN c.first AND c.sequence WHERE c.sequence IN (SELECT value FROM json_each(?))`
    return Number(this.#prepare(sql).get(JSON.stringify(this.together(sequence)))?.cases)
  }

  /** The change that an entry is of. */
  change(entry: number): PastChange | null {
    const sql = `SELECT ${COLUMNS} FROM changes WHERE sequence >= ? ORDER BY sequence LIMIT 1`
    const row = this.#prepare(sql).get(entry)
    return row === undefined || Number(row.first) > entry ? null : this.#past(row)
  }

  changes(who: string | null, which: 'to-undo' | 'to-redo', limit: number): readonly PastChange[] {
    const undo = `SELECT ${COLUMNS} FROM changes
      WHERE who = coalesce(?, who) AND again IS NULL AND ${LAST_OF_ITS} ORDER BY sequence DESC LIMIT ?`
    // Whoever made another change since has gone another way.
    const redo = `SELECT ${COLUMNS} FROM changes WHERE who = coalesce(?, who) AND again IS NOT NULL AND sequence >
      coalesce((SELECT max(sequence) FROM changes WHERE who = coalesce(?, who) AND again IS NULL), 0)
      AND ${LAST_OF_ITS} ORDER BY sequence LIMIT ?`
    const rows = which === 'to-undo' ? this.#prepare(undo).all(who, limit) : this.#prepare(redo).all(who, who, limit)
    return rows.map((row) => this.#past(row))
  }

  /** Inside the caller's transaction. Gives the place of the last activity entry. */
  reverse(sequence: number, activity: readonly NewActivity[]): number {
    const row = this.#row(sequence)
    if (row === undefined) throw new StoreFault(refuse('undo.unknown', {}))
    const isUndone = row.again !== null
    const images = JSON.parse(String(isUndone ? row.again : row.back)) as readonly Image[]
    this.#demandUntouched(row, images)
    const replaced = this.#apply(images, activity[0]?.at ?? null)
    const last = this.#log.append(activity)
    const undone = isUndone ? [null, null] : [JSON.stringify(replaced), last]
    this.#prepare('UPDATE changes SET again = ?, undone_at = ? WHERE sequence = ?').run(...undone, sequence)
    return last
  }

  #row(sequence: number): Row | undefined {
    return this.#prepare(`SELECT ${COLUMNS} FROM changes WHERE sequence = ?`).get(sequence)
  }

  #past(row: Row): PastChange {
    const [first, last] = [Number(row.first), Number(row.sequence)]
    const query = { caseId: null, customerId: null, payerId: null, before: last + 1, limit: last - first + 1 }
    const activity = this.#log.read(query).toReversed()
    return { sequence: last, who: String(row.who), isUndone: row.again !== null, activity }
  }

  /**
   * Refuses where the rows are not as the change left them: a later change of the same still stands, or (for one that
   * is made again) an earlier one was taken back after it.
   */
  #demandUntouched(change: Row, images: readonly Image[]): void {
    const touched = new Map(images.map((image) => [nameOf(image), image]))
    const since = `SELECT ${COLUMNS} FROM changes WHERE sequence > ? AND again IS NULL
      UNION ALL SELECT ${COLUMNS} FROM changes WHERE sequence < ? AND undone_at > ?`
    for (const row of this.#prepare(since).all(change.sequence, change.sequence, change.undone_at)) {
      const others = JSON.parse(String(row.back)) as readonly Image[]
      if (!others.some((image) => meet(image, touched.get(nameOf(image))))) continue
      const entry = this.#log.read({
        caseId: null,
        customerId: null,
        payerId: null,
        before: Number(row.sequence) + 1,
        limit: 1,
      })[0]
      throw new StoreFault(
        refuse('undo.changed-since', { who: String(row.who), at: entry?.at ?? '', sequence: Number(row.sequence) }),
      )
    }
  }

  /** Puts the rows back as the images have them; gives what they replaced. */
  #apply(images: readonly Image[], at: string | null): readonly Image[] {
    const inOrder = images.toSorted((a, b) => writeOrder(a.kind) - writeOrder(b.kind))
    const gone = inOrder.filter((image) => image.row === null).toReversed()
    const back = inOrder.filter((image) => image.row !== null)
    return [...back.map((image) => this.#putBack(image, at)), ...gone.map((image) => this.#remove(image))]
  }

  #putBack(image: Image, at: string | null): Image {
    const table = tableOf(image)
    const key = table.rowOfKey(image.key)
    const present = this.#prepare(table.presentSql).get(key) as Record<string, SqlValue> | undefined
    const row: Record<string, SqlValue> = { ...image.row, ...key }
    // An inverse is a change of its own: it has its own revision and time.
    if ('revision' in row) row.revision = Number(present?.revision ?? row.revision) + 1
    if ('updated_at' in { ...present, ...row } && at !== null) row.updated_at = at
    if (present === undefined) {
      this.#prepare(table.insertRowSql(Object.keys(row))).run(row)
      return { kind: image.kind, key: image.key, row: null }
    }
    const names = Object.keys(row).filter((name) => !(name in key))
    this.#prepare(table.updateSql(names)).run(row)
    return { ...image, row: Object.fromEntries(names.map((name) => [name, present[name] ?? null])) }
  }

  #remove(image: Image): Image {
    const table = tableOf(image)
    const key = table.rowOfKey(image.key)
    const present = this.#prepare(table.presentSql).get(key) as Record<string, SqlValue> | undefined
    if (present === undefined) throw new StoreFault(refuse('undo.unknown', {}))
    try {
      this.#prepare(table.removeSql).run(key)
    } catch (thrown) {
      if (codeOf(thrown) !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw thrown
      throw new StoreFault(refuse('undo.in-use', { kind: image.kind }), { cause: thrown })
    }
    return { ...image, row: present }
  }
}

function tableOf(image: Image): RecordTable<object> {
  return tables[image.kind] as unknown as RecordTable<object>
}

/** Every change of an aggregate sets these. */
const BOOKKEEPING: readonly string[] = ['revision', 'updated_at']

/** Whether two changes of one row stand on each other: they set the same column, or one made or removed the row. */
function meet(image: Image, other: Image | undefined): boolean {
  if (other === undefined) return false
  const theirs = other.row
  if (image.row === null || theirs === null) return true
  return Object.keys(image.row).some((name) => name in theirs && !BOOKKEEPING.includes(name))
}

function nameOf(image: Image): string {
  return JSON.stringify([image.kind, image.key])
}
