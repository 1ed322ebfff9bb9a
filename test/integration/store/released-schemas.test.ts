import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { listBackups } from '../../../electron/store/backup/backups.ts'
import { migrations } from '../../../electron/store/migrations/index.ts'
import { strangeSchema } from '../../../electron/store/schema.ts'
import { numbers } from '../../contract/case-store/support.ts'
import { openWorkspaceStore } from '../../support/sqlite-workspace.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** How many statements are tried; `MIGRATION_ENDS=1000` for all of them. */
const most = Number(process.env.MIGRATION_ENDS ?? 6)
const program = fileURLToPath(new URL('../../support/migrate-program.ts', import.meta.url))
const fixture = (version: number) =>
  fileURLToPath(new URL(`../../fixtures/schemas/version-${version}.db`, import.meta.url))
const versions = migrations.map(({ version }) => version)

/** A workspace folder with the database of that version. */
function workspaceOf(version: number): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder()
  const file = join(folder, 'casebook.db')
  copyFileSync(fixture(version), file)
  return { folder, file }
}

/** What people entered, with the columns the oldest schema has. */
function entered(file: string): unknown {
  const oldest = new Database(fixture(10), { readonly: true })
  const db = new Database(file, { readonly: true })
  const names = [
    'settings',
    'payers',
    'customers',
    'cases',
    'steps',
    'submissions',
    'waits',
    'attachments',
    'checks',
    'activity',
  ]
  const rows = names.map((name) => {
    const columns = (oldest.pragma(`table_info(${name})`) as { name: string }[]).map((c) => `"${c.name}"`).join(', ')
    return db.prepare(`SELECT ${columns} FROM ${name}`).all()
  })
  for (const handle of [oldest, db]) handle.close()
  return rows
}

it('there is a database of each released schema, on exactly that schema', () => {
  const files = readdirSync(join(fixture(10), '..')).filter((name) => name.endsWith('.db'))
  expect(files.toSorted()).toEqual(versions.map((version) => `version-${version}.db`).toSorted())
  for (const version of versions) {
    const db = new Database(fixture(version), { readonly: true })
    expect(db.pragma('user_version', { simple: true })).toBe(version)
    expect(strangeSchema(db, version)).toEqual([])
    db.close()
  }
})

it.each(versions)(
  'a workspace of data version %i opens with all that was entered, found, sound and backed up',
  async (version) => {
    const { folder, file } = workspaceOf(version)
    const store = await openWorkspaceStore({ folder })
    expect(entered(file)).toEqual(entered(fixture(10)))
    const { findings } = await store.verify()
    expect(findings.map(({ code }) => code)).toEqual(['verify.attachment-missing'])
    expect((await store.case('case-1'))?.submissions[0]?.ticket).toBe('SPOT-4711')
    for (const text of ['acme', '6066', 'SPOT-4711', 'pilot', 'sam sales'])
      expect(await numbers(store, { text })).toEqual([1])
    const backups = await listBackups(folder)
    expect(backups.map(({ manifest }) => manifest?.dataVersion)).toEqual(version === versions.at(-1) ? [] : [version])
  },
)

it(
  'a migration that is ended at any of its statements leaves the version before or the one after, and goes on',
  async () => {
    const whole = spawnSync(process.execPath, [program, workspaceOf(10).file, '0'], { encoding: 'utf8' })
    const statements = Number(whole.stdout)
    expect(statements, whole.stderr).toBeGreaterThan(50)
    const step = Math.max(1, Math.floor(statements / most))
    let ended = 0
    for (let n = 1; n <= statements; n += step) {
      const { folder, file } = workspaceOf(10)
      expect(spawnSync(process.execPath, [program, file, String(n)]).signal).toBe('SIGKILL')
      const db = new Database(file)
      const version = Number(db.pragma('user_version', { simple: true }))
      expect(versions).toContain(version)
      expect(strangeSchema(db, version), `after statement ${n}`).toEqual([])
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
      expect(entered(file)).toEqual(entered(fixture(10)))
      const store = await openWorkspaceStore({ folder })
      expect((await store.integrity()).findings).toEqual([])
      await store.close()
      ended += 1
    }
    console.log(`${ended} migrations ended at one of their ${statements} statements, 0 left between two versions`)
  },
  60_000 + most * 4_000,
)
