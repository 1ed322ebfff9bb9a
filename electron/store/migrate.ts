import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { Instant } from '../../shared/domain/instant.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { freeBackupPath } from './backup/backups.ts'
import { writeBackup } from './backup/write-backup.ts'
import { APPLICATION_ID, configure, type Db, numberPragma, openRaw } from './database.ts'
import { withFaults } from './faults.ts'
import type { Migration } from './migrations/migration.ts'
import { snapshotOf } from './snapshot.ts'
import type { WorkspacePaths } from './workspace-folder.ts'

/** A file as it was found: empty, or a workspace with this data version. */
type Found = 'empty' | number

/**
 * Looks at what the file is before anything in it is touched.
 * Throws `store.foreign`, `store.newer`, `store.migration-differs`, `store.corrupt`.
 */
export function inspectFile(db: Db, file: string, migrations: readonly Migration[]): Found {
  return withFaults(file, () => {
    const version = numberPragma(db, 'user_version')
    const objects = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
    if (numberPragma(db, 'application_id') !== APPLICATION_ID) {
      if (version === 0 && objects === 0) return 'empty'
      throw new StoreFault(refuse('store.foreign', { file }))
    }
    const newest = migrations.at(-1)?.version ?? 0
    if (version > newest) throw new StoreFault(refuse('store.newer', { file, version, newest }))
    demandSameHistory(db, file, migrations, version)
    return version
  })
}

/** What was applied must be what is released: an old migration that was edited later shows here. */
function demandSameHistory(db: Db, file: string, migrations: readonly Migration[], version: number): void {
  const rows = db.prepare<[], { version: number; hash: string }>('SELECT version, hash FROM migrations').all()
  const applied = new Map(rows.map((row) => [row.version, row.hash]))
  const expected = migrations.filter((migration) => migration.version <= version)
  const odd = expected.find((migration) => applied.get(migration.version) !== migrationHash(migration))
  const unknown = rows.find((row) => !expected.some((migration) => migration.version === row.version))
  const differing = odd?.version ?? unknown?.version
  if (differing !== undefined) {
    throw new StoreFault(refuse('store.migration-differs', { file, version: differing }))
  }
}

export function migrationHash(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

/**
 * Brings the file to the newest version. One with data in it is backed up first, and the migrations are proven on a copy
 * before the file itself is touched. Throws `store.migration-failed`; the file is as it was then.
 */
export async function migrate(
  db: Db,
  paths: WorkspacePaths,
  found: Found,
  now: Instant,
  migrations: readonly Migration[],
): Promise<void> {
  const pending = migrations.filter((migration) => found === 'empty' || migration.version > found)
  if (pending.length === 0) return
  if (found !== 'empty') {
    const target = freeBackupPath(paths.folder, now, 'before-migration')
    const { attachments } = paths
    await writeBackup((copy) => snapshotOf(db, copy), { target, attachments, reason: 'before-migration', now })
    await proveOnCopy(db, target, pending, now)
  }
  withFaults(paths.database, () => apply(db, pending, now))
}

/** Each migration is one transaction with its version: a crash leaves the one before it or the one after it. */
function apply(db: Db, pending: readonly Migration[], now: Instant): void {
  for (const migration of pending) {
    const run = db.transaction(() => {
      db.exec(migration.sql)
      db.prepare('INSERT INTO migrations (version, name, hash, applied_at) VALUES (?, ?, ?, ?)').run(
        migration.version,
        migration.name,
        migrationHash(migration),
        now,
      )
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${migration.version}`)
    })
    run.immediate()
  }
}

async function proveOnCopy(db: Db, backup: string, pending: readonly Migration[], now: Instant): Promise<void> {
  const trial = `${backup}.trial`
  const version = pending.at(-1)?.version ?? 0
  try {
    await snapshotOf(db, trial)
    const copy = openRaw(trial)
    try {
      configure(copy, trial)
      apply(copy, pending, now)
      const problem = String(copy.pragma('integrity_check(1)', { simple: true }))
      if (problem !== 'ok') throw new Error(problem)
      const broken = copy.pragma('foreign_key_check') as readonly unknown[]
      if (broken.length > 0) throw new Error(`${broken.length} entries point to something that is not there`)
    } finally {
      copy.close()
    }
  } catch (cause) {
    if (cause instanceof StoreFault) throw cause
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw new StoreFault(refuse('store.migration-failed', { version, detail, backup }), { cause })
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${trial}${suffix}`, { force: true })
  }
}
