import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { put } from '../../contract/case-store/support.ts'
import { makeActivity } from '../../support/records.ts'
import { openWorkspaceStore } from '../../support/sqlite-workspace.ts'

const entries = ['one', 'two', 'three', 'four'].map((word) => makeActivity({ params: { word, 'a key': [1, null] } }))

/** A closed workspace with four entries. */
async function written(): Promise<string> {
  const store = await openWorkspaceStore()
  await put(store, [], entries.slice(0, 3))
  await put(store, [], entries.slice(3))
  await store.close()
  return store.file
}

/** What a person with another tool can do: first the triggers go. */
function tamper(file: string, sql: string): void {
  const db = new Database(file)
  db.exec('DROP TRIGGER activity_is_not_changed; DROP TRIGGER activity_is_not_deleted')
  db.exec(sql)
  db.close()
}

async function brokenAt(file: string): Promise<unknown> {
  const store = await openWorkspaceStore({ folder: dirname(file) })
  const [found, ...others] = (await store.integrity()).findings
  expect(others).toEqual([])
  return found && [found.code, found.params.sequence]
}

describe('the activity', () => {
  it.each([
    "UPDATE activity SET who = 'Eve'",
    'DELETE FROM activity WHERE sequence = 2',
    "INSERT OR REPLACE INTO activity SELECT sequence, at, 'Eve', what, case_id, customer_id, payer_id, params, hash FROM activity",
    "INSERT INTO activity SELECT * FROM activity WHERE true ON CONFLICT DO UPDATE SET who = 'Eve'",
  ])('cannot be rewritten: %s', async (sql) => {
    const file = await written()
    const db = new Database(file)
    db.pragma('recursive_triggers = ON')
    expect(() => db.exec(sql)).toThrow('activity is append-only')
    db.close()
    expect(await brokenAt(file)).toBeUndefined()
  })

  it.each([
    ['an instant', "UPDATE activity SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 3", 3],
    ['a name', "UPDATE activity SET who = 'Eve' WHERE sequence = 1", 1],
    ['a value', "UPDATE activity SET params = json_set(params, '$.word', 'five') WHERE sequence = 4", 4],
    ['what it belongs to', "UPDATE activity SET case_id = 'case-9' WHERE sequence = 2", 2],
    ['a hash', 'UPDATE activity SET hash = zeroblob(32) WHERE sequence = 2', 2],
    ['a removed entry', 'DELETE FROM activity WHERE sequence = 2', 2],
    ['the last entries cut off', 'DELETE FROM activity WHERE sequence > 2', 3],
    ['all entries cut off', 'DELETE FROM activity', 1],
    [
      'two entries in each other’s place',
      'UPDATE activity SET sequence = -2 WHERE sequence = 2; UPDATE activity SET sequence = 2 WHERE sequence = 3; UPDATE activity SET sequence = 3 WHERE sequence = -2',
      2,
    ],
    ['an entry that does not read', "UPDATE activity SET params = '[]' WHERE sequence = 3", 3],
  ])('shows %s that was altered', async (_name, sql, place) => {
    const file = await written()
    const altered = sql.replace("params = '[]'", 'params = json(\'{"word": []}\')')
    tamper(file, altered)
    expect(await brokenAt(file)).toEqual(['verify.activity', place])
  })

  it('chains by a rule that another engine can follow', async () => {
    const file = await written()
    const db = new Database(file, { readonly: true })
    const hashes = db.prepare('SELECT hash FROM activity ORDER BY sequence').pluck().all() as Buffer[]
    db.close()
    const text = (n: number, word: string) =>
      `{"at":"2026-11-14T09:00:00.000Z","caseId":null,"customerId":null,"params":{"a key":[1,null],"word":"${word}"},"payerId":null,"sequence":${n},"what":"case.changed","who":"Ana"}`
    let before = '0'.repeat(64)
    const expected = ['one', 'two', 'three', 'four'].map((word, n) => {
      before = createHash('sha256')
        .update(`${before}\n${text(n + 1, word)}`)
        .digest('hex')
      return before
    })
    expect(hashes.map((hash) => hash.toString('hex'))).toEqual(expected)
  })

  it('survives text that is not well-formed', async () => {
    const store = await openWorkspaceStore()
    await put(store, [], [makeActivity({ who: 'a\ud800b', params: { 'k\udc00': ['\ud800'] } })])
    expect((await store.integrity()).findings).toEqual([])
  })
})
