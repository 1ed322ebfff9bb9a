import Database from 'better-sqlite3'
import type { Db } from './database.ts'
import { codeOf } from './faults.ts'

/** Lines of the engine's own report that are shown; a damaged file can give thousands. */
const MOST_LINES = 20

/** What the engine finds wrong with the pages; nothing where they are sound. Reads all of the file: seconds on a large one. */
export function pageReport(db: Db): readonly string[] {
  try {
    const lines = db.pragma(`integrity_check(${MOST_LINES})`) as readonly { readonly integrity_check: string }[]
    return lines.map((line) => line.integrity_check).filter((line) => line !== 'ok')
  } catch (thrown) {
    // Damage in certain places ends the check itself.
    if (thrown instanceof Error && codeOf(thrown).startsWith('SQLITE_CORRUPT')) return [thrown.message]
    throw thrown
  }
}

/** The same of a file that others work on meanwhile: it is looked at as it was when this began. */
export function pageReportOf(file: string): readonly string[] {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return pageReport(db)
  } finally {
    db.close()
  }
}
