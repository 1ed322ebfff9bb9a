import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../../shared/domain/instant.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { writeSynced } from './durable.ts'
import { asFault, codeOf, withFaults } from './faults.ts'
import { FILE_MODE } from './workspace-folder.ts'

interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/** Held on to, because a lock that nothing refers to any more would be collected, and end in the middle of the work. */
const held = new Set<Database.Database>()

/** Milliseconds to wait for another process that is writing its name into the lock at this moment. */
const HOLDER_TIMEOUT = 1_000

/**
 * Takes the workspace for this process and says how to give it back. Throws `store.locked-by`.
 *
 * The lock is one the operating system keeps (a reserved lock on a small database of its own), so it ends with the
 * process however that ends, and a number that another process was given since can never hold it. What the file says
 * is only who to name (docs/decisions/0007-the-system-keeps-the-lock.md).
 */
export function lockWorkspace(file: string, since: Instant): () => void {
  const lock = withFaults(file, () => {
    // Never opened but by SQLite once it is there: closing any other handle on it would end this process's own lock.
    if (!existsSync(file)) writeSynced(file, new Uint8Array(), FILE_MODE)
    return new Database(file, { timeout: 0 })
  })
  try {
    take(lock, file)
    lock.exec(
      'CREATE TABLE IF NOT EXISTS holder (one INTEGER PRIMARY KEY CHECK (one = 1), pid INTEGER, host TEXT, since TEXT) STRICT',
    )
    lock.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?, ?, ?)').run(process.pid, hostname(), since)
    lock.exec('COMMIT')
    // A process that comes in between has the workspace, and this one is refused.
    take(lock, file)
  } catch (thrown) {
    lock.close()
    throw asLockFault(thrown, file)
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}

function take(lock: Database.Database, file: string): void {
  try {
    lock.exec('BEGIN IMMEDIATE')
  } catch (thrown) {
    if (!codeOf(thrown).startsWith('SQLITE_BUSY')) throw thrown
    const { pid, host, since } = holderOf(lock) ?? { pid: null, host: '', since: '' }
    throw new StoreFault(refuse('store.locked-by', { folder: dirname(file), pid, host, since }), { cause: thrown })
  }
}

/** Null where the holder has not written its name yet. */
function holderOf(lock: Database.Database): Holder | null {
  try {
    lock.pragma(`busy_timeout = ${HOLDER_TIMEOUT}`)
    return lock.prepare<[], Holder>('SELECT pid, host, since FROM holder').get() ?? null
  } catch {
    return null
  }
}

function asLockFault(thrown: unknown, file: string): unknown {
  const code = codeOf(thrown)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new StoreFault(refuse('store.lock-broken', { file }), { cause: thrown })
  }
  return asFault(thrown, file)
}
