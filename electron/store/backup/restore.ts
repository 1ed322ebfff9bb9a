import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { BackupManifest } from '../../../shared/domain/records/backup.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { StoreFault } from '../../services/store-fault.ts'
import { ActivityLog } from '../activity-log.ts'
import { openAttachments } from '../attachments.ts'
import { openRaw, preparing } from '../database.ts'
import { makeFolder, syncFile, syncFolder } from '../durable.ts'
import { withFaults } from '../faults.ts'
import { checkIntegrity } from '../integrity.ts'
import { inspectFile } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { strangeSchema } from '../schema.ts'
import { demandFolder, FOLDER_MODE, type WorkspacePaths, workspacePaths } from '../workspace-folder.ts'
import { lockWorkspace } from '../workspace-lock.ts'
import {
  attachmentBytes,
  attachmentsIn,
  DATABASE_NAME,
  demandWhole,
  extract,
  type OpenedBackup,
  openBackup,
  PRACTICE_NAME,
} from './read-backup.ts'

export interface Restored {
  readonly manifest: BackupManifest
  /** Folder with the files that were replaced; null where there was nothing, or a backup of it was just made. */
  readonly kept: string | null
}

/**
 * What a backup holds, after every byte of it was read. Throws `backup.missing-file`, `backup.unreadable`,
 * `backup.newer` and the faults of the disk.
 */
export async function inspectBackup(file: string): Promise<OpenedBackup> {
  if (!existsSync(file)) throw new StoreFault(refuse('backup.missing-file', { file }))
  const opened = await openBackup(file)
  const newest = migrations.at(-1)?.version ?? 0
  const { dataVersion } = opened.manifest
  if (dataVersion > newest) throw new StoreFault(refuse('backup.newer', { file, version: dataVersion, newest }))
  await demandWhole(opened)
  return opened
}

/**
 * Puts a backup in the place of the workspace, which this process must have closed before. The database is unpacked
 * beside the present one, checked as a whole, and takes its place by one rename: a crash leaves the one or the other.
 * Attachments are added, none is removed.
 * @param isSafe whether what is replaced has just been backed up; without that its files are kept as they are
 */
export async function restoreBackup(folder: string, file: string, now: Instant, isSafe: boolean): Promise<Restored> {
  const paths = workspacePaths(folder)
  const opened = await inspectBackup(file)
  demandFolder(paths, true)
  const release = lockWorkspace(paths.lock, now)
  try {
    const staged = `${paths.database}.restoring`
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${staged}${suffix}`, { force: true })
    try {
      await extract(opened, DATABASE_NAME, staged)
      demandSoundDatabase(staged, opened)
      await addAttachments(paths.folder, opened)
      const world = `${join(paths.folder, PRACTICE_NAME)}.restoring`
      rmSync(world, { force: true })
      const hasWorld = opened.entries.has(PRACTICE_NAME)
      if (hasWorld) await extract(opened, PRACTICE_NAME, world)
      const kept = withFaults(paths.folder, () => {
        const place = keepReplaced(paths, now, isSafe)
        // A crash between the two leaves the cases as they were beside an older practice AWS, which is made up anyway.
        if (hasWorld) renameSync(world, join(paths.folder, PRACTICE_NAME))
        renameSync(staged, paths.database)
        syncFolder(paths.folder)
        return place
      })
      return { manifest: opened.manifest, kept }
    } finally {
      rmSync(staged, { force: true })
    }
  } finally {
    release()
  }
}

/** The database must be what the manifest says, on a schema of ours, and sound as a whole. */
function demandSoundDatabase(staged: string, { path, manifest }: OpenedBackup): void {
  const refused = (detail: string) => new StoreFault(refuse('backup.unreadable', { file: path, detail }))
  const db = openRaw(staged)
  try {
    const version = inspectFile(db, path, migrations)
    if (version !== manifest.dataVersion) throw refused('its database is of another data version than it says')
    const [strange] = strangeSchema(db, version)
    if (strange !== undefined) throw refused(`its database is not as the app made it (${strange})`)
    const prepare = preparing(db)
    const { findings, cases, activity } = withFaults(path, () => checkIntegrity(db, prepare, new ActivityLog(prepare)))
    if (findings[0] !== undefined) throw refused(`its database is damaged (${findings[0].code})`)
    if (cases !== manifest.cases || activity !== (manifest.lastChange?.sequence ?? 0)) {
      throw refused('its database holds something else than it says')
    }
  } finally {
    db.close()
  }
}

async function addAttachments(folder: string, opened: OpenedBackup): Promise<void> {
  const files = openAttachments(folder)
  for (const hash of attachmentsIn(opened.manifest)) await files.put(await attachmentBytes(opened, hash))
}

/**
 * Sets the replaced files aside. A write-ahead log that is left over belongs to the replaced database alone: beside the
 * new one it would be played into it.
 */
function keepReplaced({ folder, database }: WorkspacePaths, now: Instant, isSafe: boolean): string | null {
  const leftovers = ['-wal', '-shm', '-journal']
    .map((suffix) => `${database}${suffix}`)
    .filter((path) => existsSync(path))
  if (!existsSync(database) || (isSafe && leftovers.length === 0)) return null
  const place = freePlace(join(folder, 'replaced'), now.replace(/[:.]/g, ''))
  makeFolder(place, FOLDER_MODE)
  const kept = join(place, basename(database))
  const world = join(folder, PRACTICE_NAME)
  if (existsSync(world)) copyFileSync(world, join(place, PRACTICE_NAME))
  try {
    linkSync(database, kept)
  } catch {
    // Not every file system has a second name for a file.
    copyFileSync(database, kept)
    syncFile(kept)
  }
  for (const path of leftovers) renameSync(path, join(place, basename(path)))
  syncFolder(place)
  syncFolder(folder)
  return place
}

function freePlace(folder: string, name: string): string {
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? name : `${name}-${n}`)
    if (!existsSync(path)) return path
  }
}
