import Database from 'better-sqlite3'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { Committed } from '../services/ports.ts'
import { ActivityLog } from './activity-log.ts'
import { configure, type Db, openRaw, type Prepare, preparing } from './database.ts'
import { History } from './history.ts'
import { KeptParts } from './kept-parts.ts'
import type { RecordTable } from './record-table.ts'
import { tables } from './tables.ts'
import { type Image, writeChange } from './writer.ts'

/**
 * A change that is written part by part in one transaction, on a connection of its own: who reads meanwhile, on another,
 * sees nothing of it before it is whole. Nobody else may write until it was ended or closed.
 */
export class PartsWriter {
  readonly #db: Db
  readonly #prepare: Prepare
  readonly #log: ActivityLog
  readonly #kept: KeptParts
  /** Sees what was there before. */
  readonly #before: Db
  readonly #beforePrepare: Prepare
  #sequence = 0

  constructor(file: string) {
    this.#db = openRaw(file)
    try {
      configure(this.#db, file)
      this.#db.exec('BEGIN IMMEDIATE')
    } catch (thrown) {
      this.#db.close()
      throw thrown
    }
    this.#prepare = preparing(this.#db)
    this.#log = new ActivityLog(this.#prepare)
    this.#kept = new KeptParts(new History(this.#prepare, this.#log))
    this.#before = new Database(file, { readonly: true })
    this.#beforePrepare = preparing(this.#before)
  }

  add({ puts, activity }: ChangeSet): void {
    // What an earlier part made goes with its own row; how it was between the two is nothing to come back to.
    const images = writeChange(this.#prepare, { puts, activity }).filter(
      (image) => image.row === null || this.#wasThere(image),
    )
    this.#sequence = this.#log.append(activity)
    this.#kept.add(activity, this.#sequence, images)
  }

  /** Durable when it returns. */
  end(): Committed {
    this.#kept.end()
    this.#db.exec('COMMIT')
    return { sequence: this.#sequence }
  }

  /** Nothing is left of what was not ended. */
  close(): void {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
    this.#db.close()
    this.#before.close()
  }

  #wasThere(image: Image): boolean {
    const table = tables[image.kind] as unknown as RecordTable<object>
    return this.#beforePrepare(table.presentSql).get(table.rowOfKey(image.key)) !== undefined
  }
}
