import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { aside } from './aside.ts'
import { type Db, numberPragma } from './database.ts'
import { makeFolder, syncFolder, writeSynced } from './durable.ts'
import { withFaults, withFaultsAsync } from './faults.ts'
import type { FinishedCopy } from './finish-copy.ts'
import { syncingAside } from './syncing-aside.ts'
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
    await withFaultsAsync(target, () => copyTo(db, target))
    const finished = await withFaultsAsync(target, () => aside('finishCopy', target))
    withFaults(folder, () => syncFolder(folder))
    demandSound(target, finished, numberPragma(db, 'user_version'))
  } catch (thrown) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${target}${suffix}`, { force: true })
    throw thrown
  }
}

/**
 * The engine syncs the whole file with the last of its pages, and nobody has a turn while it does: a second for a
 * gigabyte. So that little is left by then, what is there is synced beside the copying.
 */
async function copyTo(db: Db, target: string): Promise<void> {
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  const file = await open(target, 'r+')
  try {
    const syncing = syncingAside(() => file.datasync())
    let before = 0
    await db.backup(target, {
      progress({ totalPages, remainingPages }) {
        const copied = totalPages - remainingPages
        syncing.wrote(Math.max(0, copied - before) * pageSize)
        before = copied
        // No page is copied while the last ones wait for the disk.
        return remainingPages > STEP || syncing.isSynced() ? STEP : 0
      },
    })
    await syncing.ended()
  } finally {
    await file.close()
  }
}

/** Throws `store.corrupt` where the copy does not read as a whole database of this version. */
function demandSound(file: string, { problem, version: written }: FinishedCopy, version: number): void {
  const detail = problem ?? (written === version ? null : `its data version is ${written} instead of ${version}`)
  if (detail !== null) throw new StoreFault(refuse('store.corrupt', { file, detail }))
}
