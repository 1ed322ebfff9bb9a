import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { type Db, numberPragma } from './database.ts'
import { makeFolder, syncFolder, writeSynced } from './durable.ts'
import { withFaults, withFaultsAsync } from './faults.ts'
import type { FinishedCopy } from './finish-copy.ts'
import { finishCopyAside } from './finish-copy-aside.ts'
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
    const finished = await withFaultsAsync(target, () => finishCopyAside(target))
    withFaults(folder, () => syncFolder(folder))
    demandSound(target, finished, numberPragma(db, 'user_version'))
  } catch (thrown) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${target}${suffix}`, { force: true })
    throw thrown
  }
}

/** Throws `store.corrupt` where the copy does not read as a whole database of this version. */
function demandSound(file: string, { problem, version: written }: FinishedCopy, version: number): void {
  const detail = problem ?? (written === version ? null : `its data version is ${written} instead of ${version}`)
  if (detail !== null) throw new StoreFault(refuse('store.corrupt', { file, detail }))
}
