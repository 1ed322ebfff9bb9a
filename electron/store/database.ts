import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { codeOf, withFaults } from './faults.ts'
import type { Row } from './record-table.ts'

export type Db = Database.Database

/** `MSPC`, so that a file of another program is recognised by its header. */
export const APPLICATION_ID = 0x4d535043

/** Milliseconds to wait for a program that holds the file for a moment. The service stands still meanwhile. */
const BUSY_TIMEOUT = 2_000

/** Opens the file as it is: no change to it, not even of the journal mode. */
export function openRaw(file: string): Db {
  return withFaults(file, () => {
    const db = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT })
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    return db
  })
}

/**
 * Sets what makes a commit durable and the schema strict.
 * Acknowledged means on disk: with WAL, only synchronous FULL syncs the log before COMMIT returns.
 */
export function configure(db: Db, file: string): void {
  withFaults(file, () => {
    const mode = db.pragma('journal_mode = WAL', { simple: true })
    if (mode !== 'wal') {
      const detail = `its file system allows no write-ahead log (${String(mode)})`
      throw new StoreFault(refuse('store.io', { folder: dirname(file), detail }))
    }
    db.pragma('synchronous = FULL')
    // On macOS a plain sync may stop at the drive's cache; elsewhere this changes nothing.
    db.pragma('fullfsync = ON')
    db.pragma('foreign_keys = ON')
    // Without it an INSERT OR REPLACE would slip past the trigger that forbids deleting activity.
    db.pragma('recursive_triggers = ON')
    db.pragma('temp_store = MEMORY')
    // In pages, 64 MB: only a load without pause gets there, see checkpoints.ts.
    db.pragma('wal_autocheckpoint = 16384')
    db.pragma('journal_size_limit = 67108864')
  })
}

export function numberPragma(db: Db, name: 'application_id' | 'user_version' | 'page_count'): number {
  return Number(db.pragma(name, { simple: true }))
}

export type Prepare = (sql: string) => Database.Statement<unknown[], Row>

/** Statements by their text, each prepared once for this connection. */
export function preparing(db: Db): Prepare {
  const prepared = new Map<string, Database.Statement<unknown[], Row>>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = db.prepare<unknown[], Row>(sql)
    prepared.set(sql, statement)
    return statement
  }
}

/**
 * A file that may only be read is opened by SQLite without a word, and refuses the first change. Throws `store.read-only`.
 * Who holds it for a moment is waited for when there is something to write.
 */
export function demandWritable(db: Db, file: string): void {
  withFaults(file, () => {
    try {
      // Beginning alone is granted to a file that may only be read.
      db.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${numberPragma(db, 'user_version')}`)
    } catch (thrown) {
      if (!codeOf(thrown).startsWith('SQLITE_BUSY')) throw thrown
    } finally {
      if (db.inTransaction) db.exec('ROLLBACK')
    }
  })
}
