import Database from 'better-sqlite3'
import { type Db, numberPragma } from './database.ts'
import { syncFile } from './durable.ts'

export interface FinishedCopy {
  /** What is wrong with the pages of the copy; null where nothing is. */
  readonly problem: string | null
  readonly version: number
}

/**
 * Makes the copy of a database one file alone, puts it on the disk and reads it back: it would take over that the
 * original has a write-ahead log. Reads every page: seconds for a large one.
 */
export function finishCopy(file: string): FinishedCopy {
  opened(new Database(file), (copy) => copy.pragma('journal_mode = DELETE'))
  syncFile(file)
  return opened(new Database(file, { readonly: true }), (copy) => {
    const check = String(copy.pragma('quick_check(1)', { simple: true }))
    return { problem: check === 'ok' ? null : check, version: numberPragma(copy, 'user_version') }
  })
}

function opened<T>(copy: Db, work: (copy: Db) => T): T {
  try {
    return work(copy)
  } finally {
    copy.close()
  }
}
