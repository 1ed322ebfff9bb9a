import { randomUUID } from 'node:crypto'
import { linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { refuse } from '../../shared/domain/refusal.ts'
import type { ExportFailure } from '../../shared/text/messages/store.ts'
import type { Outbox, OutFile } from '../services/ports.ts'
import { StoreFault } from '../services/store-fault.ts'
import { makeFolder, syncFolderAside, writeSyncedAside } from './durable.ts'
import { codeOf } from './faults.ts'
import { demandSafeNames } from './safe-name.ts'
import { SharedSync } from './shared-sync.ts'

/** Modes of what is handed to others are the user's own habit, the umask. */
const OPEN_FOLDER = 0o777
const OPEN_FILE = 0o666

/**
 * Writes bundles under a temporary name beside the target, syncs, and renames: a crash leaves a `.part` at most.
 * The same content that is there already counts as written; other content is never touched.
 * Throws `export.exists`, `export.failed`, `export.unsafe-name`.
 */
export function createOutbox(defaultFolder: string): Outbox {
  const names = new SharedSync()
  return {
    defaultFolder: () => defaultFolder,

    writeFolder: async (parent, name, files) => {
      demandSafeNames([name])
      demandSafeNames(files.map((file) => file.name))
      return place(names, parent, name, {
        same: (path) => holdsFiles(path, files),
        write: async (path) => {
          mkdirSync(path, { mode: OPEN_FOLDER })
          const written = files.map((file) => writeSyncedAside(join(path, file.name), file.bytes, OPEN_FILE))
          // All have ended before any of it is judged, or the temporary could not be removed.
          for (const one of await Promise.allSettled(written)) if (one.status === 'rejected') throw one.reason
          await syncFolderAside(path)
        },
        settle: renameSync,
      })
    },

    writeFile: async (parent, file) => {
      demandSafeNames([file.name])
      return place(names, parent, file.name, {
        same: (path) => isFile(path) && holdsBytes(path, file.bytes),
        write: (path) => writeSyncedAside(path, file.bytes, OPEN_FILE),
        settle: linkOrRename,
      })
    },
  }
}

interface Content {
  /** Whether what lies at the path is this content already. */
  same(path: string): boolean
  write(path: string): Promise<void>
  /** Gives the finished temporary its name. */
  settle(temporary: string, path: string): void
}

async function place(
  names: SharedSync,
  parent: string,
  name: string,
  content: Content,
): Promise<{ readonly path: string }> {
  const folder = resolve(parent)
  const path = join(folder, name)
  const temporary = join(folder, `.${randomUUID()}.part`)
  try {
    makeFolder(folder, OPEN_FOLDER)
    if (isTaken(path)) {
      if (content.same(path)) return { path }
      throw new StoreFault(refuse('export.exists', { path }))
    }
    await content.write(temporary)
    content.settle(temporary, path)
    await names.of(folder)
    return { path }
  } catch (thrown) {
    remove(temporary)
    const fault = asExportFault(thrown, path)
    // Somebody wrote the same in the meantime.
    if (fault instanceof StoreFault && fault.refusal.code === 'export.exists' && content.same(path)) return { path }
    throw fault
  }
}

/** A temporary that cannot be removed either is one `.part` too many; why the export failed matters more. */
function remove(temporary: string): void {
  try {
    rmSync(temporary, { recursive: true, force: true })
  } catch {}
}

/** A link never replaces a file that came in between; where the file system has none, the look before has to do. */
function linkOrRename(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
    rmSync(temporary)
  } catch (thrown) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'].includes(codeOf(thrown))) throw thrown
    renameSync(temporary, path)
  }
}

function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function holdsBytes(path: string, bytes: Uint8Array): boolean {
  return lstatSync(path).size === bytes.byteLength && readFileSync(path).equals(bytes)
}

/** Exactly these files, nothing more and nothing less. */
function holdsFiles(path: string, files: readonly OutFile[]): boolean {
  if (!lstatSync(path).isDirectory() || readdirSync(path).length !== files.length) return false
  return files.every((file) => isFile(join(path, file.name)) && holdsBytes(join(path, file.name), file.bytes))
}

function asExportFault(thrown: unknown, path: string): unknown {
  if (thrown instanceof StoreFault || !(thrown instanceof Error) || !('syscall' in thrown)) return thrown
  const code = codeOf(thrown)
  // The last step found something there; a folder that cannot be made is another matter.
  if ((code === 'EEXIST' || code === 'ENOTEMPTY') && thrown.syscall !== 'mkdir')
    return new StoreFault(refuse('export.exists', { path }), { cause: thrown })
  const reason = reasons[code] ?? 'other'
  return new StoreFault(refuse('export.failed', { path, reason, detail: thrown.message }), { cause: thrown })
}

const reasons: Readonly<Record<string, ExportFailure>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  // A file where the folder should be.
  EEXIST: 'missing',
}
