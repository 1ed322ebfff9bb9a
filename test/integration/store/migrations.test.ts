import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { extract, openBackup } from '../../../electron/store/backup/read-backup.ts'
import { migrationHash } from '../../../electron/store/migrate.ts'
import { migrations } from '../../../electron/store/migrations/index.ts'
import type { Migration } from '../../../electron/store/migrations/migration.ts'
import { openStore } from '../../../electron/store/open-store.ts'
import { numbers, oneCase, put, refusalOf } from '../../contract/case-store/support.ts'
import { makeCase } from '../../support/records.ts'
import { noon, openWorkspaceStore } from '../../support/sqlite-workspace.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const newest = migrations.at(-1)?.version ?? 0
const next = (sql: string): Migration => ({ version: 900, name: 'next', sql })
const open = (folder: string, history: readonly Migration[]) =>
  openStore({ folder, now: () => noon, create: true, migrations: history })

/** A closed workspace with one case, on the released schema. */
async function madeWorkspace(): Promise<string> {
  const folder = temporaryFolder()
  const store = await open(folder, migrations)
  await put(store, oneCase)
  await store.close()
  return folder
}

/** What the file holds, seen by another reader. */
function look<T>(folder: string, read: (db: Database.Database) => T, file = 'casebook.db'): T {
  const db = new Database(join(folder, file), { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}
const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true })

describe('the released migrations', () => {
  it('go up in tens', () => {
    const versions = migrations.map(({ version }) => version)
    expect(versions.filter((version) => version % 10 !== 0)).toEqual([])
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
  })

  it('are as they were released: a change to one is a new one', () => {
    expect(migrations.map((migration) => [migration.version, migrationHash(migration)])).toEqual([
      [10, '55958c43d8429bdf7d45fc2bf431e8fba9d8d0af48b8cc45aec379348bee0b69'],
      [20, '19a865ca76ea3578086f14fe59064f45d2a668278173977e7152a3ba62ce23b7'],
      [30, '9aa4e3c1e3aeab981a60b2364e3cdc87870846d099cc589187585ccb9cc5463e'],
      [40, '8a66e6d246e02733841be7f0ac21c0e67ae79d3a022bb278e981f023763957ba'],
      [60, '86c720c748a49a6c68727b9ebb3c8119254859262d3f9679ddd9d660d0c5e490'],
      [80, 'e12b7c6dab664eda314358edccbc5f6fffd168a4c72830a0520d877208a3510a'],
      [90, '7618a00427da6cec7bde7911ac0efda40e34802d0cd5ae06aa09b7956051ff5b'],
      [100, 'c117f8ba2dd5e195c08e833ac5009acac03fc64623148b29cf80892220a715ff'],
      [110, 'a66896f8375386ad29a6281e216e16053aa4ee0ea244f63368ca0840b743f82b'],
      [120, 'a6893db077a5a006b752a9a43a93a421880f9352a0fe317e2fcb9c466abafb29'],
      [130, '2fb973f172bae66a645e03f8103eea76867ac02e56a480422ba9366114b5d55d'],
      [140, '4152c7fea38ade37e9f749e8dee9707e4a5340598456fbfcb736bf5a7ac00edf'],
    ])
  })

  it('bring a file of each earlier version to the newest, with its data and its search', async () => {
    for (const n of migrations.keys()) {
      if (n === 0) continue
      const folder = temporaryFolder()
      const store = await open(folder, migrations.slice(0, n))
      await store.close()
      fillRaw(join(folder, 'casebook.db'))
      const migrated = await open(folder, migrations)
      expect(await numbers(migrated, { text: 'acme 1111' })).toEqual([1])
      expect((await migrated.integrity()).findings).toEqual([])
      await migrated.close()
    }
  })

  it('leave nothing to do, and no backup, the second time', async () => {
    const folder = await madeWorkspace()
    await openWorkspaceStore({ folder })
    expect(readdirSync(folder)).not.toContain('backups')
  })
})

describe('a migration of a workspace with data', () => {
  it('is run after a backup that holds everything as it was, for this user alone', async () => {
    const folder = await madeWorkspace()
    const history = [...migrations, next('CREATE TABLE extra (x TEXT) STRICT')]
    const store = await open(folder, history)
    expect((await store.case('case-1'))?.record).toEqual(makeCase({ revision: 1 }))
    await store.close()
    expect(look(folder, versionOf)).toBe(900)

    const backups = readdirSync(join(folder, 'backups'))
    expect(backups).toEqual(['casebook-2026-11-21T120000.000Z-before-migration.zip'])
    const backup = await openBackup(join(folder, 'backups', backups[0] ?? ''))
    expect(backup.manifest).toMatchObject({ dataVersion: newest, cases: 1, reason: 'before-migration' })
    await extract(backup, 'casebook.db', join(folder, 'unpacked.db'))
    expect(look(folder, versionOf, 'unpacked.db')).toBe(newest)
    expect(look(folder, (db) => db.prepare('SELECT id FROM cases').pluck().all(), 'unpacked.db')).toEqual(['case-1'])
    expect(statSync(join(folder, 'backups')).mode & 0o777).toBe(0o700)
    expect(statSync(backup.path).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['breaks off', 'CREATE TABLE extra (x TEXT) STRICT; DROP TABLE absent'],
    ['loses what others refer to', 'PRAGMA defer_foreign_keys = ON; DELETE FROM customers'],
    ['breaks a rule of a table', "UPDATE cases SET state = 'lost'"],
  ])('that %s is refused before the file is touched', async (_name, sql) => {
    const folder = await madeWorkspace()
    const refusal = await refusalOf(open(folder, [...migrations, next(sql)]))
    expect(refusal.code).toBe('store.migration-failed')
    expect(refusal.params).toMatchObject({ version: 900, backup: expect.stringContaining('before-migration') })
    expect(look(folder, versionOf)).toBe(newest)
    expect(look(folder, (db) => db.prepare("SELECT name FROM sqlite_schema WHERE name = 'extra'").all())).toEqual([])
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('trial'))).toEqual([])

    const store = await openWorkspaceStore({ folder })
    expect((await store.case('case-1'))?.record).toEqual(makeCase({ revision: 1 }))
  })

  it('can be tried again, and each try has its backup', async () => {
    const folder = await madeWorkspace()
    const broken = [...migrations, next('DROP TABLE absent')]
    await refusalOf(open(folder, broken))
    await refusalOf(open(folder, broken))
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(2)
  })

  it('is one step that is done or not: one that fails keeps those before it', async () => {
    const folder = temporaryFolder()
    const history = [...migrations, { ...next('CREATE TABLE a (x TEXT) STRICT'), version: newest + 10 }]
    const broken = [...history, { ...next('CREATE TABLE b (x TEXT) STRICT; DROP TABLE absent'), version: newest + 20 }]
    await expect(open(folder, broken)).rejects.toThrow('no such table')
    expect(look(folder, versionOf)).toBe(newest + 10)
    const tables = look(folder, (db) =>
      db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('a', 'b')").pluck().all(),
    )
    expect(tables).toEqual(['a'])
  })

  it('that differs from the one the file was made with is noticed', async () => {
    const folder = await madeWorkspace()
    const [first, ...others] = migrations as readonly [Migration, ...Migration[]]
    const edited = [{ ...first, sql: `${first.sql} ` }, ...others]
    expect(await refusalOf(open(folder, edited))).toMatchObject({
      code: 'store.migration-differs',
      params: { version: 10 },
    })
    expect(await refusalOf(open(folder, [first, { ...next(''), version: 15 }, ...others]))).toMatchObject({
      code: 'store.migration-differs',
      params: { version: 15 },
    })
  })
})

/** A case as the first schema holds it, written without the app. */
function fillRaw(file: string): void {
  const db = new Database(file)
  const at = `'${noon}'`
  db.exec(`
    INSERT INTO payers VALUES ('payer-1', '111122223333', 'aws', 'shared', 'r', 'b', 'p', 'us-east-1', 'S', NULL, ${at}, ${at}, 1);
    INSERT INTO customers VALUES (1, 'customer-1', 'Acme', 'acme', 'acme', '111122223333', '[]', 'payer-1', '[]', '[]', '', ${at}, ${at}, 1);
    INSERT INTO cases (number, id, customer_id, payer_id, customer_key, procedure_id, procedure_version, state, state_reason,
      owner, steps_done, steps_total, blocked, due_order, facts, tags, notes, opened_at, updated_at, revision)
    VALUES (1, 'case-1', 'customer-1', 'payer-1', 'acme', 'msp-cur-extraction', 1, 'open', '', 'Ana', 0, 20, 0, '~', '{}', '[]', '',
      ${at}, ${at}, 1);`)
  db.close()
}
