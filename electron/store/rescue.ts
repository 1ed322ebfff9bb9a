import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'
import type { Db } from './database.ts'
import { isFolder, writeSynced } from './durable.ts'
import { withFaults, withFaultsAsync } from './faults.ts'
import { fileHash } from './file-hash.ts'
import { FILE_MODE, FOLDER_MODE, workspacePaths } from './workspace-folder.ts'

export interface RescuedTable {
  readonly name: string
  readonly rows: number
  /** Why not all could be read; null where all were. */
  readonly lost: string | null
}

export interface Rescued {
  readonly path: string
  readonly tables: readonly RescuedTable[]
  readonly attachments: number
}

/** What people entered; the rest is made from it. */
const TABLES = [
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
] as const

/**
 * Writes what can still be read as JSON, a file a table, and the attachments that are what their names say. Works on a
 * copy of the files: the damaged ones are not even opened by the engine, which might change them.
 * Throws `rescue.nothing`, `rescue.exists` and the faults of the disk.
 */
export async function rescue(workspace: string, out: string): Promise<Rescued> {
  const paths = workspacePaths(workspace)
  const target = resolve(out)
  if (!existsSync(paths.database)) throw new StoreFault(refuse('rescue.nothing', { folder: paths.folder }))
  if (existsSync(target) && (!isFolder(target) || readdirSync(target).length > 0)) {
    throw new StoreFault(refuse('rescue.exists', { folder: target }))
  }
  withFaults(target, () => mkdirSync(target, { recursive: true, mode: FOLDER_MODE }))
  const work = withFaults(target, () => mkdtempSync(join(target, 'copy-')))
  try {
    const copy = join(work, 'casebook.db')
    withFaults(work, () => {
      for (const suffix of ['', '-wal', '-journal']) {
        if (existsSync(`${paths.database}${suffix}`)) copyFileSync(`${paths.database}${suffix}`, `${copy}${suffix}`)
      }
    })
    const tables = TABLES.map((name) => rescueTable(copy, name, target))
    return { path: target, tables, attachments: await rescueFiles(paths.attachments, join(target, 'attachments')) }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function rescueTable(copy: string, name: string, target: string): RescuedTable {
  const rows: unknown[] = []
  const lost = readRows(copy, name, rows)
  const text = `${JSON.stringify(rows, null, 1)}\n`
  withFaults(target, () => writeSynced(join(target, `${name}.json`), new TextEncoder().encode(text), FILE_MODE))
  return { name, rows: rows.length, lost }
}

/** Reads from the front until damage, then from the back; gives what stopped it. */
function readRows(copy: string, name: string, rows: unknown[]): string | null {
  let lost: string | null = null
  const seen = new Set<string>()
  for (const direction of ['ASC', 'DESC']) {
    let db: Db | null = null
    try {
      db = new Database(copy)
      db.pragma('trusted_schema = OFF')
      const keys = db.pragma(`table_info(${name})`) as readonly { readonly name: string; readonly pk: number }[]
      const order = keys.filter(({ pk }) => pk > 0).map((key) => `"${key.name}" ${direction}`)
      for (const row of db
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${name} NOT INDEXED ORDER BY ${order}`)
        .iterate()) {
        const text = JSON.stringify(row)
        if (!seen.has(text)) rows.push(plain(row))
        seen.add(text)
      }
      return lost
    } catch (thrown) {
      lost = thrown instanceof Error ? thrown.message : String(thrown)
    } finally {
      db?.close()
    }
  }
  return lost
}

/** Bytes as hex. */
function plain(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString('hex') : value]),
  )
}

async function rescueFiles(attachments: string, target: string): Promise<number> {
  if (!isFolder(attachments)) return 0
  return withFaultsAsync(target, async () => {
    mkdirSync(target, { mode: FOLDER_MODE })
    let count = 0
    for (const home of readdirSync(attachments).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      for (const hash of readdirSync(join(attachments, home)).filter((name) => /^[0-9a-f]{64}$/.test(name))) {
        const path = join(attachments, home, hash)
        const isSound = await fileHash(path).then(
          (found) => found === hash,
          () => false,
        )
        if (!isSound) continue
        copyFileSync(path, join(target, hash))
        count += 1
      }
    }
    return count
  })
}
