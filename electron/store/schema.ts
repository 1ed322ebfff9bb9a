import Database from 'better-sqlite3'
import type { Db } from './database.ts'
import { migrations } from './migrations/index.ts'

interface SchemaObject {
  readonly name: string
  readonly sql: string
}

/** Tables that FTS5 keeps for itself; their text is the engine's, and may differ between its versions. */
const OF_THE_ENGINE = /^(sqlite_|(case_(words|tags|parts)|tag_words)_(data|idx|content|docsize|config)$)/

/**
 * Names of tables, indexes, views and triggers that are not as the released migrations up to this version make them:
 * changed, added or gone. A trigger of somebody else's would run with every change.
 */
export function strangeSchema(db: Db, version: number | 'empty'): readonly string[] {
  const model = new Database(':memory:')
  try {
    for (const migration of migrations.filter((m) => version !== 'empty' && m.version <= version))
      model.exec(migration.sql)
    const [made, found] = [objectsOf(model), objectsOf(db)]
    const names = new Set([...made.keys(), ...found.keys()])
    return [...names].filter((name) => made.get(name) !== found.get(name)).toSorted()
  } finally {
    model.close()
  }
}

function objectsOf(db: Db): ReadonlyMap<string, string> {
  const rows = db.prepare<[], SchemaObject>('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL').all()
  return new Map(rows.filter(({ name }) => !OF_THE_ENGINE.test(name)).map(({ name, sql }) => [name, sql]))
}
