import { randomUUID } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '../../shared/domain/refusal.ts'
import type { AttachmentFiles } from '../services/ports.ts'
import { StoreFault } from '../services/store-fault.ts'
import { makeFolder, syncFolder, writeSynced } from './durable.ts'
import { codeOf, withFaults, withFaultsAsync } from './faults.ts'
import { sha256 } from './sha256.ts'
import { FILE_MODE, FOLDER_MODE, workspacePaths } from './workspace-folder.ts'

/**
 * The attachments folder: each file under its own SHA-256, `ab/ab12…`, so that the same bytes are kept once and a
 * changed file is noticed. Only the process that holds the workspace's lock may write into it.
 * @param workspace the workspace's folder; the one for attachments is made in it with the first file
 */
export function openAttachments(workspace: string): AttachmentFiles {
  const folder = workspacePaths(workspace).attachments
  // What a crash left half written never got its name.
  const unfinished = join(folder, 'unfinished')
  withFaults(folder, () => rmSync(unfinished, { recursive: true, force: true }))

  return {
    put: (bytes) =>
      withFaultsAsync(folder, async () => {
        const hash = sha256(bytes)
        const { home, path } = place(folder, hash)
        if (!(await holds(path, hash))) {
          makeFolder(home, FOLDER_MODE)
          makeFolder(unfinished, FOLDER_MODE)
          const temporary = join(unfinished, randomUUID())
          try {
            writeSynced(temporary, bytes, FILE_MODE)
            renameSync(temporary, path)
          } finally {
            rmSync(temporary, { force: true })
          }
          syncFolder(home)
        }
        return { sha256: hash, size: bytes.byteLength }
      }),

    get: (hash) =>
      withFaultsAsync(folder, async () => {
        const bytes = await read(place(folder, hash).path)
        if (bytes === null) throw new StoreFault(refuse('attachment.missing', { sha256: hash }))
        if (sha256(bytes) !== hash) throw new StoreFault(refuse('attachment.altered', { sha256: hash }))
        return bytes
      }),
  }
}

function place(folder: string, hash: string): { readonly home: string; readonly path: string } {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('An attachment is asked for by its SHA-256.')
  const home = join(folder, hash.slice(0, 2))
  return { home, path: join(home, hash) }
}

/** Whether the file is there and is what its name says: one that was altered is written anew. */
async function holds(path: string, hash: string): Promise<boolean> {
  const bytes = await read(path)
  return bytes !== null && sha256(bytes) === hash
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return null
    throw thrown
  }
}
