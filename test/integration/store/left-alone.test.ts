import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { everything, oneCase, put } from '../../contract/case-store/support.ts'
import { makeCase } from '../../support/records.ts'
import { openWorkspaceStore } from '../../support/sqlite-workspace.ts'

/** A workspace with three cases, and a look into its file while the store works with it. */
async function watched() {
  const store = await openWorkspaceStore()
  const cases = [2, 3].map((number) => ({
    kind: 'case' as const,
    record: makeCase({ id: `case-${number}`, number, tags: ['early'] }),
  }))
  await put(store, [...oneCase, ...cases])
  const db = new Database(store.file)
  onTestFinished(() => void db.close())
  return { store, db }
}

describe('an edit of a case leaves alone', () => {
  it('each index but those by the last touch, where nothing but that and a tag changes', async () => {
    const { db } = await watched()
    const indexes = db.prepare("SELECT name FROM pragma_index_list('cases')").pluck().all() as string[]
    const touched = indexes.filter((name) =>
      db
        .prepare('SELECT 1 FROM pragma_index_info(?) WHERE name IN (?, ?, ?)')
        .get(name, 'updated_at', 'tags', 'revision'),
    )
    expect(touched.toSorted()).toEqual(['cases_by_updated', 'cases_dated', 'cases_idle'])
  })

  it('the texts that it is found by, where a tag changes', async () => {
    const { db } = await watched()
    db.exec(`CREATE TEMP TABLE written (number INTEGER);
      CREATE TEMP TRIGGER texts_written AFTER UPDATE ON main.case_texts BEGIN INSERT INTO written VALUES (new.number); END`)
    const written = () => db.prepare('SELECT number FROM written').pluck().all()
    db.exec(`UPDATE cases SET tags = '["spring"]' WHERE number = 2`)
    expect(written()).toEqual([])
    db.exec(`UPDATE cases SET notes = 'called' WHERE number = 2`)
    expect(written()).toEqual([2])
  })
})

it('a tag that many cases get is indexed by its words once', async () => {
  const { store, db } = await watched()
  await put(
    store,
    [2, 3].map((number) => ({
      kind: 'case' as const,
      record: makeCase({ id: `case-${number}`, number, tags: ['spring-clean'], revision: 1 }),
    })),
  )
  db.exec('CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, tag_words, row)')
  expect(db.prepare("SELECT term, cnt FROM temp.terms WHERE term IN ('spring', 'early')").raw().all()).toEqual([
    ['early', 1],
    ['spring', 1],
  ])
  const found = async (text: string) =>
    (await store.cases({ ...everything, text })).rows.map(({ record }) => record.number)
  expect(await found('cle')).toEqual([2, 3])
  // The name stays known, and is of no case.
  expect(await found('early')).toEqual([])
})

it('a check of the workspace tells of labels that are not those of the cases, and of a tag without its words', async () => {
  const { store, db } = await watched()
  const told = async () => (await store.verify()).findings.map(({ params }) => (params as { index?: string }).index)
  const sound = await told()
  db.exec(`INSERT INTO case_labels VALUES ('stray', 2)`)
  expect(await told()).toEqual([...sound, 'case_labels'])
  db.exec(`DELETE FROM tag_names WHERE tag = 'early'`)
  expect(await told()).toEqual([...sound, 'case_labels', 'tag_names', 'tag_words'])
})
