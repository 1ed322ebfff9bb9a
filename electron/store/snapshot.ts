import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { type Db, numberPragma } from './database.ts'
import { makeFolder, syncFile, syncFolder, writeSynced } from './durable.ts'
import { withFaults } from './faults.ts'
import { FILE_MODE, FOLDER_MODE } from './workspace-folder.ts'

/**
 * Writes a whole, compact copy of the database as one file and reads it back. Under WAL a plain copy of the file can
 * lack the newest changes, or all of them. Throws EEXIST where the target is there, and the faults of the disk;
 * on a fault no target is left.
 */
export function writeSnapshot(db: Db, target: string): void {
  const folder = dirname(target)
  withFaults(folder, () => makeFolder(folder, FOLDER_MODE))
  withFaults(folder, () => writeSynced(target, new Uint8Array(), FILE_MODE))
  try {
    withFaults(target, () => db.prepare('VACUUM INTO ?').run(target))
    withFaults(folder, () => {
      syncFile(target)
      syncFolder(folder)
    })
    demandSound(target, numberPragma(db, 'user_version'))
  } catch (thrown) {
    rmSync(target, { force: true })
    throw thrown
  }
}

/** Throws `store.corrupt` where the copy does not read as a whole database of this version. */
function demandSound(file: string, version: number): void {
  const problem = withFaults(file, () => {
    const copy = new Database(file, { readonly: true })
    try {
      const check = String(copy.pragma('integrity_check(1)', { simple: true }))
      if (check !== 'ok') return check
      const written = numberPragma(copy, 'user_version')
      return written === version ? null : `its data version is ${written} instead of ${version}`
    } finally {
      copy.close()
    }
  })
  if (problem !== null) throw new StoreFault(refuse('store.corrupt', { file, detail: problem }))
}
