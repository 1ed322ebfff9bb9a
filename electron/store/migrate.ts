import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../shared/domain/instant.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import { APPLICATION_ID, configure, type Db, numberPragma, openRaw } from './database.ts'
import { withFaults } from './faults.ts'
import type { Migration } from './migrations/migration.ts'
import { writeSnapshot } from './snapshot.ts'

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
 * Brings the file to the newest version. One with data in it is copied into the backups first, and the migrations are
 * proven on a second copy before the file itself is touched. Throws `store.migration-failed`; the file is as it was then.
 */
export function migrate(
  db: Db,
  file: string,
  found: Found,
  backups: string,
  now: Instant,
  migrations: readonly Migration[],
): void {
  const pending = migrations.filter((migration) => found === 'empty' || migration.version > found)
  if (pending.length === 0) return
  if (found !== 'empty') {
    const backup = freeName(backups, `before-version-${pending.at(-1)?.version}-${now.replace(/[:.]/g, '')}`)
    writeSnapshot(db, backup)
    proveOnCopy(backup, pending, now)
  }
  withFaults(file, () => apply(db, pending, now))
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

function proveOnCopy(backup: string, pending: readonly Migration[], now: Instant): void {
  const trial = `${backup}.trial`
  const version = pending.at(-1)?.version ?? 0
  try {
    withFaults(trial, () => copyFileSync(backup, trial))
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

function freeName(folder: string, base: string): string {
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? `${base}.db` : `${base}-${n}.db`)
    if (!existsSync(path)) return path
  }
}
