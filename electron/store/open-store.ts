import type { Instant } from '../../shared/domain/instant.ts'
import { configure, demandWritable, openRaw } from './database.ts'
import { inspectFile, migrate } from './migrate.ts'
import { migrations as released } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { SqliteStore } from './sqlite-store.ts'
import { demandDatabaseFile, demandFolder, workspacePaths } from './workspace-folder.ts'
import { lockWorkspace } from './workspace-lock.ts'

export interface OpenOptions {
  readonly folder: string
  readonly now: () => Instant
  /** Makes the workspace where there is none; without it that is refused. */
  readonly create?: boolean
  /** Schema history to bring the file to; the released one where nothing is said. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the workspace for this process alone, on the newest schema.
 * Throws a StoreFault: `store.locked-by`, `store.newer`, `store.foreign`, `store.corrupt`, `store.no-workspace`,
 * `store.missing-folder`, `store.read-only`, `store.migration-failed`… Nothing of the data is changed then.
 */
export async function openStore(options: OpenOptions): Promise<SqliteStore> {
  const paths = workspacePaths(options.folder)
  const create = options.create ?? false
  const history = options.migrations ?? released
  demandFolder(paths, create)
  const release = lockWorkspace(paths.lock, options.now())
  try {
    demandDatabaseFile(paths, create)
    const db = openRaw(paths.database)
    try {
      const found = inspectFile(db, paths.database, history)
      configure(db, paths.database)
      demandWritable(db, paths.database)
      await migrate(db, paths, found, options.now(), history)
      return new SqliteStore(db, release)
    } catch (thrown) {
      db.close()
      throw thrown
    }
  } catch (thrown) {
    release()
    throw thrown
  }
}
