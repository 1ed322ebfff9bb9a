import type { Instant } from '../../shared/domain/instant.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { ActivityLog } from './activity-log.ts'
import { configure, type Db, openRaw, type Prepare, preparing } from './database.ts'
import { syncFile } from './durable.ts'
import { withFaults } from './faults.ts'
import { openStore } from './open-store.ts'
import type { RecordTable } from './record-table.ts'
import { tables } from './tables.ts'
import { TALLIES } from './tally.ts'
import { workspacePaths } from './workspace-folder.ts'
import { lockWorkspace } from './workspace-lock.ts'
import { writeOrder } from './writer.ts'

/** A new workspace being filled with much at once. */
export interface Filling {
  /** Records that are all new, each at revision 0, and their activity. Nothing of it can be taken back later. */
  add(change: ChangeSet): void
  /** Makes the indexes and searches of all that was added, and puts it on the disk. */
  finish(): void
  /** Lets go of the workspace; without `finish` it is unusable. */
  close(): void
}

/**
 * Makes a workspace and fills it in the way that is fastest for much data: no journal and no sync while it is half done,
 * indexes and searches once at the end. Throws `workspace.not-empty` where there is a workspace already.
 */
export async function openFilling(folder: string, now: () => Instant): Promise<Filling> {
  const store = await openStore({ folder, now, create: true })
  const there = await store.settings()
  const file = store.file
  await store.close()
  if (there) throw new StoreFault(refuse('workspace.not-empty', { company: there.company }))
  const release = lockWorkspace(workspacePaths(folder).lock, now())
  const db = openRaw(file)
  withFaults(file, () => {
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.pragma('foreign_keys = OFF')
    db.pragma('cache_size = -131072')
  })
  const rebuild = takeAway(db)
  const prepare = preparing(db)
  const log = new ActivityLog(prepare)
  return {
    add: (change) => withFaults(file, () => void db.transaction(() => insertAll(prepare, log, change))()),
    finish: () =>
      withFaults(file, () => {
        rebuild()
        configure(db, file)
        syncFile(file)
      }),
    close() {
      db.close()
      release()
    },
  }
}

function insertAll(prepare: Prepare, log: ActivityLog, { puts, activity }: ChangeSet): void {
  for (const put of puts.toSorted((a, b) => writeOrder(a.kind) - writeOrder(b.kind))) {
    const table = tables[put.kind] as unknown as RecordTable<object>
    const row = table.toRow(put.record, prepare)
    if ('revision' in row) row.revision = 1
    table.insert(prepare, row)
  }
  log.append(activity)
}

/** Takes away what the engine would keep in step row by row; gives what makes it all at once. */
function takeAway(db: Db): () => void {
  const named = (type: string, rest: string) =>
    db
      .prepare<[], { readonly name: string; readonly sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = '${type}' AND sql IS NOT NULL AND ${rest}`,
      )
      .all()
  const indexes = named('index', 'true')
  const followers = named('trigger', "(tbl_name = 'case_texts' OR name GLOB '*_tally_*')")
  const searches = named('table', "sql LIKE '%USING fts5%content = ''case_texts''%'")
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  for (const { name } of followers) db.exec(`DROP TRIGGER ${name}`)
  return () => {
    for (const { name } of searches) db.exec(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`)
    for (const name of TALLIES) db.exec(`DELETE FROM ${name}; INSERT INTO ${name} SELECT * FROM ${name}_now`)
    for (const { sql } of [...indexes, ...followers]) db.exec(sql)
  }
}
