import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { type Db, numberPragma } from './database.ts'
import { makeFolder, syncFile, syncFolder, writeSynced } from './durable.ts'
import { withFaults, withFaultsAsync } from './faults.ts'
import { FILE_MODE, FOLDER_MODE } from './workspace-folder.ts'

/** Pages copied between two looks at other work: 2 MB, a few milliseconds. */
const STEP = 512

/**
 * Writes the whole database as one file and reads it back. Under WAL a plain copy of the file can lack the newest
 * changes, or all of them. What this connection commits while it runs is in the copy. Throws EEXIST where the target is
 * there, and the faults of the disk; on a fault no target is left.
 */
export async function snapshotOf(db: Db, target: string): Promise<void> {
  const folder = dirname(target)
  withFaults(folder, () => makeFolder(folder, FOLDER_MODE))
  withFaults(folder, () => writeSynced(target, new Uint8Array(), FILE_MODE))
  try {
    await withFaultsAsync(target, async () => {
      await db.backup(target, { progress: () => STEP })
    })
    withFaults(folder, () => {
      // One file alone: a copy takes over that the original has a write-ahead log.
      const copy = new Database(target)
      try {
        copy.pragma('journal_mode = DELETE')
      } finally {
        copy.close()
      }
      syncFile(target)
      syncFolder(folder)
    })
    demandSound(target, numberPragma(db, 'user_version'))
  } catch (thrown) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${target}${suffix}`, { force: true })
    throw thrown
  }
}

/** Throws `store.corrupt` where the copy does not read as a whole database of this version. */
function demandSound(file: string, version: number): void {
  const problem = withFaults(file, () => {
    const copy = new Database(file, { readonly: true })
    try {
      const check = String(copy.pragma('quick_check(1)', { simple: true }))
      if (check !== 'ok') return check
      const written = numberPragma(copy, 'user_version')
      return written === version ? null : `its data version is ${written} instead of ${version}`
    } finally {
      copy.close()
    }
  })
  if (problem !== null) throw new StoreFault(refuse('store.corrupt', { file, detail: problem }))
}
