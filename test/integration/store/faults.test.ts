import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { StoreFault } from '../../../electron/services/store-fault.ts'
import { asFault } from '../../../electron/store/faults.ts'
import { openStore } from '../../../electron/store/open-store.ts'
import { SqliteStore } from '../../../electron/store/sqlite-store.ts'
import { oneCase, put, refusalOf } from '../../contract/case-store/support.ts'
import { makeActivity, makeCase } from '../../support/records.ts'
import { noon, openWorkspaceStore } from '../../support/sqlite-workspace.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('a change that the disk does not take', () => {
  it('is refused as a full disk, and all before it stays', async () => {
    const store = await openWorkspaceStore()
    await put(store, oneCase)
    await store.close()

    // SQLite's own limit on its file stands for the end of the disk.
    const db = new Database(store.file)
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`)
    const full = new SqliteStore(db)
    const notes = 'x'.repeat(20_000)
    const filling = async () => {
      for (let number = 2; ; number += 1) {
        await put(full, [{ kind: 'case', record: makeCase({ id: `case-${number}`, number, notes }) }], [makeActivity()])
      }
    }
    expect(await refusalOf(filling())).toEqual({ code: 'store.full', params: { folder: dirname(store.file) } })
    expect(await full.integrity()).toMatchObject({ findings: [] })
    expect((await full.case('case-1'))?.record).toEqual(makeCase({ revision: 1 }))
    await full.close()
  })

  it('is refused where another program holds the file', async () => {
    const store = await openWorkspaceStore()
    const other = new Database(store.file)
    other.exec('BEGIN IMMEDIATE')
    expect(await refusalOf(put(store, oneCase))).toEqual({ code: 'store.busy', params: { file: store.file } })
    other.close()
    await put(store, oneCase)
  })

  it('is refused where the folder was removed under the app, instead of going nowhere', async () => {
    const folder = join(temporaryFolder(), 'workspace')
    const store = await openWorkspaceStore({ folder })
    await put(store, oneCase)
    rmSync(folder, { recursive: true })
    const gone = put(store, [{ kind: 'case', record: makeCase({ revision: 1 }) }])
    expect(await refusalOf(gone)).toEqual({ code: 'store.missing-folder', params: { folder } })
  })

  it('is refused where the file was replaced by another', async () => {
    const store = await openWorkspaceStore()
    renameSync(store.file, `${store.file}.old`)
    writeFileSync(store.file, '')
    expect((await refusalOf(put(store, oneCase))).code).toBe('store.missing-folder')
    expect(readFileSync(store.file, 'utf8')).toBe('')
  })

  it('is refused where the file may only be read', async () => {
    const store = await openWorkspaceStore()
    await put(store, oneCase)
    await store.close()
    const reader = new SqliteStore(new Database(store.file, { readonly: true }))
    expect((await reader.case('case-1'))?.record.id).toBe('case-1')
    const change = put(reader, [{ kind: 'case', record: makeCase({ revision: 1 }) }])
    expect(await refusalOf(change)).toEqual({ code: 'store.read-only', params: { folder: dirname(store.file) } })
    await reader.close()
  })
})

describe('what is read', () => {
  it('is refused as damaged where its page is, and the file is left as it is', async () => {
    const store = await openWorkspaceStore()
    await put(store, oneCase)
    await store.close()
    const root = new Database(store.file, { readonly: true })
    const page = Number(root.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'cases'").pluck().get())
    root.close()
    const file = openSync(store.file, 'r+')
    writeSync(file, Buffer.alloc(4_096, 0x5a), 0, 4_096, (page - 1) * 4_096)
    closeSync(file)
    const before = readFileSync(store.file)

    const damaged = await openWorkspaceStore({ folder: dirname(store.file) })
    expect((await refusalOf(damaged.case('case-1'))).code).toBe('store.corrupt')
    expect((await damaged.integrity()).findings.map(({ code }) => code)).toContain('verify.database')
    await damaged.close()
    expect(readFileSync(store.file)).toEqual(before)
  })

  it.each([
    ['UPDATE cases SET owner = ?', 'x'.repeat(300), 'owner'],
    ['UPDATE customers SET org_ids = ?', '["abc"]', 'orgIds.0'],
    ['UPDATE payers SET account_id = ?', '1234', 'accountId'],
    ['UPDATE steps SET evidence = ?', '{"text": 1}', 'evidence.text'],
  ])('is refused by its place where an entry was changed from outside: %s', async (sql, value, place) => {
    const store = await openWorkspaceStore()
    await put(store, [
      ...oneCase,
      {
        kind: 'step',
        record: { caseId: 'case-1', stepId: 's', state: 'done', at: noon, by: '', reason: '', evidence: null },
      },
    ])
    const other = new Database(store.file)
    other.prepare(sql).run(value)
    other.close()
    const { code, params } = await refusalOf(store.case('case-1'))
    expect(code).toBe('store.row-unreadable')
    expect(params.detail).toMatch(new RegExp(`^${place}: `))
  })

  it('can be nothing that the tables do not allow, whoever writes', async () => {
    const store = await openWorkspaceStore()
    await put(store, oneCase)
    const other = new Database(store.file)
    for (const sql of [
      "UPDATE cases SET state = 'lost'",
      "UPDATE cases SET facts = 'no JSON'",
      "UPDATE cases SET tags = '{}'",
      "UPDATE cases SET updated_at = 'yesterday'",
      "UPDATE cases SET revision = 'one'",
      'UPDATE cases SET number = 2',
      "UPDATE cases SET customer_id = 'nobody'",
      'DELETE FROM customers',
    ]) {
      expect(() => other.exec(sql), sql).toThrow()
    }
    other.close()
  })
})

describe('opening what cannot be written', () => {
  it('is refused where a folder lies in the place of the lock', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'casebook.lock'))
    const { code, params } = await refusalOf(openStore({ folder, now: () => noon, create: true }))
    expect([code, params.folder]).toEqual(['store.io', folder])
  })

  it('is refused where the backup before a migration finds no place, and nothing is changed', async () => {
    const store = await openWorkspaceStore()
    await put(store, oneCase)
    await store.close()
    const folder = dirname(store.file)
    appendFileSync(join(folder, 'backups'), 'a file')
    const before = readFileSync(store.file)
    const { migrations } = await import('../../../electron/store/migrations/index.ts')
    const history = [...migrations, { version: 900, name: 'next', sql: 'CREATE TABLE extra (x TEXT)' }]
    const opening = openStore({ folder, now: () => noon, migrations: history })
    expect((await refusalOf(opening)).code).toMatch(/^store\.(io|missing-folder)$/)
    expect(readFileSync(store.file)).toEqual(before)
  })
})

describe('each failure of the system', () => {
  const file = '/workspace/casebook.db'
  const sqlite = (code: string) => new Database.SqliteError('as SQLite says', code)
  const system = (code: string) => Object.assign(new Error('as the system says'), { code, syscall: 'open' })

  it.each([
    [sqlite('SQLITE_FULL'), 'store.full'],
    [sqlite('SQLITE_READONLY_DBMOVED'), 'store.read-only'],
    [sqlite('SQLITE_CORRUPT_VTAB'), 'store.corrupt'],
    [sqlite('SQLITE_NOTADB'), 'store.corrupt'],
    [sqlite('SQLITE_BUSY_SNAPSHOT'), 'store.busy'],
    [sqlite('SQLITE_LOCKED'), 'store.busy'],
    [sqlite('SQLITE_CANTOPEN'), 'store.missing-folder'],
    [sqlite('SQLITE_IOERR_FSYNC'), 'store.io'],
    [system('ENOSPC'), 'store.full'],
    [system('EDQUOT'), 'store.full'],
    [system('EROFS'), 'store.read-only'],
    [system('EACCES'), 'store.read-only'],
    [system('ENOENT'), 'store.missing-folder'],
    [system('EIO'), 'store.io'],
  ])('has its code: %s', (thrown, code) => {
    const fault = asFault(thrown, file)
    expect(fault).toBeInstanceOf(StoreFault)
    expect((fault as StoreFault).refusal.code).toBe(code)
    expect((fault as StoreFault).cause).toBe(thrown)
  })

  it.each([sqlite('SQLITE_CONSTRAINT_CHECK'), new TypeError('a mistake'), 'no error'])(
    'that is a mistake of ours stays what it is: %s',
    (thrown) => expect(asFault(thrown, file)).toBe(thrown),
  )
})
