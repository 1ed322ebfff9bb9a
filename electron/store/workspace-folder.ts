import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { isFolder, makeFolder, syncFolder, writeSynced } from './durable.ts'
import { withFaults } from './faults.ts'

/** Only the person whose workspace it is may look into it. */
export const FOLDER_MODE = 0o700
export const FILE_MODE = 0o600

/** Where things lie in a workspace. */
export interface WorkspacePaths {
  readonly folder: string
  readonly database: string
  readonly lock: string
  readonly attachments: string
  readonly backups: string
}

export function workspacePaths(folder: string): WorkspacePaths {
  const root = resolve(folder)
  return {
    folder: root,
    database: join(root, 'casebook.db'),
    lock: join(root, 'casebook.lock'),
    attachments: join(root, 'attachments'),
    backups: join(root, 'backups'),
  }
}

/**
 * Sees to it that the folder is there, and with `create` makes it, for this user only.
 * Throws `store.missing-folder`, `store.no-workspace`, `store.read-only`.
 */
export function demandFolder(paths: WorkspacePaths, create: boolean): void {
  const { folder, database } = paths
  withFaults(folder, () => {
    if (existsSync(database)) return
    if (!create)
      throw new StoreFault(refuse(isFolder(folder) ? 'store.no-workspace' : 'store.missing-folder', { folder }))
    makeFolder(folder, FOLDER_MODE)
    if (!isFolder(folder)) throw new StoreFault(refuse('store.missing-folder', { folder }))
    // A folder that holds other things is somebody's already: /tmp must not be closed to all others.
    if (readdirSync(folder).length === 0) chmodSync(folder, FOLDER_MODE)
  })
}

/** Makes the empty database file, so that SQLite does not give it the modes of the user's umask. */
export function demandDatabaseFile(paths: WorkspacePaths, create: boolean): void {
  const { database } = paths
  withFaults(paths.folder, () => {
    const size = statSync(database, { throwIfNoEntry: false })?.size
    if (size === undefined) {
      writeSynced(database, new Uint8Array(), FILE_MODE)
      syncFolder(paths.folder)
      return
    }
    // Empty after an interrupted start it may be filled; empty after a disaster it must not pass for a new workspace.
    if (size === 0 && (!create || isFolder(paths.backups) || isFolder(paths.attachments))) {
      throw new StoreFault(refuse('store.corrupt', { file: database, detail: 'the file is empty' }))
    }
  })
}
