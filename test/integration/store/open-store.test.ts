import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { configure, openRaw } from '../../../electron/store/database.ts'
import { migrations } from '../../../electron/store/migrations/index.ts'
import { openStore } from '../../../electron/store/open-store.ts'
import { oneCase, put, refusalOf } from '../../contract/case-store/support.ts'
import { makeCase } from '../../support/records.ts'
import { noon, openWorkspaceStore } from '../../support/sqlite-workspace.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const open = (folder: string, create = false) => openStore({ folder, now: () => noon, create })
const modeOf = (path: string) => statSync(path).mode & 0o777

/** A closed workspace with one case in it. */
async function madeWorkspace(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = temporaryFolder()
  const store = await open(folder, true)
  await put(store, oneCase)
  await store.close()
  return { folder, file: join(folder, 'casebook.db') }
}

describe('opening a workspace', () => {
  it('makes the folder for this user alone, and every file in it', async () => {
    const folder = join(temporaryFolder(), 'deep', 'down')
    const store = await openWorkspaceStore({ folder })
    await put(store, oneCase)
    expect(modeOf(folder)).toBe(0o700)
    const files = readdirSync(folder)
    expect(files.toSorted()).toEqual(['casebook.db', 'casebook.db-shm', 'casebook.db-wal', 'casebook.lock'])
    for (const file of files) expect([file, modeOf(join(folder, file))]).toEqual([file, 0o600])
  })

  it('closes an empty folder to others, and leaves one that holds other things as it is', async () => {
    const [empty, used] = [temporaryFolder(), temporaryFolder()]
    for (const folder of [empty, used]) chmodSync(folder, 0o755)
    writeFileSync(join(used, 'holiday.jpg'), '')
    for (const folder of [empty, used]) await openWorkspaceStore({ folder })
    expect(modeOf(empty)).toBe(0o700)
    expect(modeOf(used)).toBe(0o755)
    expect(modeOf(join(used, 'casebook.db'))).toBe(0o600)
  })

  it('finds everything again that was committed', async () => {
    const { folder } = await madeWorkspace()
    const store = await openWorkspaceStore({ folder, create: false })
    expect((await store.case('case-1'))?.record).toEqual(makeCase({ revision: 1 }))
  })

  it('commits with a write-ahead log that is synced in full, and with references that are enforced', () => {
    const file = join(temporaryFolder(), 'any.db')
    writeFileSync(file, '')
    const db = openRaw(file)
    configure(db, file)
    const names = [
      'journal_mode',
      'synchronous',
      'fullfsync',
      'foreign_keys',
      'recursive_triggers',
      'trusted_schema',
      'busy_timeout',
    ]
    const full = 2
    expect(names.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', full, 1, 1, 1, 0, 2_000])
    db.close()
  })
})

describe('a folder that cannot be opened', () => {
  it('is named as missing where it is not there', async () => {
    const folder = join(temporaryFolder(), 'gone')
    expect(await refusalOf(open(folder))).toEqual({ code: 'store.missing-folder', params: { folder } })
    expect(existsSync(folder)).toBe(false)
  })

  it('is named as no workspace where nothing was made in it, and stays empty', async () => {
    const folder = temporaryFolder()
    expect(await refusalOf(open(folder))).toEqual({ code: 'store.no-workspace', params: { folder } })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is named where it is a file, or would lie in one', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, 'x')
    expect((await refusalOf(open(file, true))).code).toMatch(/^store\.(missing-folder|io)$/)
    expect((await refusalOf(open(join(file, 'below'), true))).code).toBe('store.missing-folder')
    expect(readFileSync(file, 'utf8')).toBe('x')
  })
})

describe('a file that is no workspace of ours', () => {
  it('is refused as foreign where another program made it', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'casebook.db')
    const other = new Database(file)
    other.exec('CREATE TABLE notes (text TEXT)')
    other.close()
    const before = readFileSync(file)
    expect(await refusalOf(open(folder, true))).toEqual({ code: 'store.foreign', params: { file } })
    expect(readFileSync(file)).toEqual(before)
  })

  it('is refused as newer where a later version wrote it', async () => {
    const { folder, file } = await madeWorkspace()
    const later = new Database(file)
    later.pragma('user_version = 990')
    later.close()
    expect(await refusalOf(open(folder))).toEqual({
      code: 'store.newer',
      params: { file, version: 990, newest: migrations.at(-1)?.version },
    })
  })

  it('is refused as damaged where it is not a database at all', async () => {
    const { folder, file } = await madeWorkspace()
    writeFileSync(file, 'not a database, but longer than its header would be '.repeat(40))
    const before = readFileSync(file)
    expect((await refusalOf(open(folder))).code).toBe('store.corrupt')
    expect(readFileSync(file)).toEqual(before)
  })

  it('is refused as damaged where its end is missing', async () => {
    const { folder, file } = await madeWorkspace()
    truncateSync(file, 8_192)
    const opened = open(folder).then(async (store) => {
      try {
        return await store.case('case-1')
      } finally {
        await store.close()
      }
    })
    expect((await refusalOf(opened)).code).toBe('store.corrupt')
  })

  it('is refused as damaged where it was emptied, and never passes for a new workspace', async () => {
    const { folder, file } = await madeWorkspace()
    mkdirSync(join(folder, 'backups'))
    truncateSync(file, 0)
    for (const create of [false, true]) {
      expect((await refusalOf(open(folder, create))).code).toBe('store.corrupt')
    }
    expect(statSync(file).size).toBe(0)
  })

  it('is filled where an interrupted start left it empty', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'casebook.db'), '')
    const store = await openWorkspaceStore({ folder })
    await put(store, oneCase)
    expect(await store.nextCaseNumber()).toBe(2)
  })

  it('gives the workspace free again after each refusal', async () => {
    const { folder, file } = await madeWorkspace()
    const bytes = readFileSync(file)
    writeFileSync(file, 'not a database, but longer than its header would be '.repeat(40))
    expect((await refusalOf(open(folder))).code).toBe('store.corrupt')
    writeFileSync(file, bytes)
    const store = await openWorkspaceStore({ folder })
    expect(await store.nextCaseNumber()).toBe(2)
  })
})
