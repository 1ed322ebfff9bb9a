import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse } from '../../shared/domain/refusal.ts'
import { StoreFault } from '../services/store-fault.ts'

/**
 * What SQLite or the file system reported, as the fault a person is told of.
 * Anything else (a broken constraint, a wrong argument) is a mistake of ours and stays what it is.
 * @param file the file or folder that was being worked on
 */
export function asFault(thrown: unknown, file: string): unknown {
  if (thrown instanceof StoreFault || !(thrown instanceof Error)) return thrown
  const fault = sqliteFault(thrown, file) ?? fileFault(thrown, file)
  return fault === null ? thrown : new StoreFault(fault, { cause: thrown })
}

/** Runs `work`; what the disk or SQLite refuses comes out as a StoreFault. */
export function withFaults<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw asFault(thrown, file)
  }
}

/** The same for work that waits. */
export async function withFaultsAsync<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw asFault(thrown, file)
  }
}

export function codeOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : ''
}

function sqliteFault(error: Error, file: string) {
  const folder = dirname(file)
  // Extended codes refine the primary one: SQLITE_IOERR_WRITE, SQLITE_BUSY_SNAPSHOT…
  const [, primary] = /^SQLITE_([A-Z]+)/.exec(codeOf(error)) ?? []
  switch (primary) {
    case 'FULL':
      return refuse('store.full', { folder })
    case 'READONLY':
    case 'PERM':
      return refuse('store.read-only', { folder })
    case 'CORRUPT':
    case 'NOTADB':
      return refuse('store.corrupt', { file, detail: error.message })
    case 'BUSY':
    case 'LOCKED':
      return refuse('store.busy', { file })
    case 'CANTOPEN':
      if (!existsSync(folder)) return refuse('store.missing-folder', { folder })
      return refuse('store.io', { folder, detail: error.message })
    case 'IOERR':
      return refuse('store.io', { folder, detail: error.message })
    default:
      return null
  }
}

function fileFault(error: Error, file: string) {
  if (!('syscall' in error)) return null
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return refuse('store.full', { folder: file })
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return refuse('store.read-only', { folder: file })
    case 'ENOENT':
    case 'ENOTDIR':
      return refuse('store.missing-folder', { folder: file })
    default:
      return refuse('store.io', { folder: file, detail: error.message })
  }
}
