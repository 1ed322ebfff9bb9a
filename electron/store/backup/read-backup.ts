import { createWriteStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { BackupManifest } from '../../../shared/domain/records/backup.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { StoreFault } from '../../services/store-fault.ts'
import { syncFile } from '../durable.ts'
import { withFaultsAsync } from '../faults.ts'
import { FILE_MODE } from '../workspace-folder.ts'
import { entryHash, entryStream, NotStored, readStoredZip, type StoredEntry } from './stored-zip.ts'

export const DATABASE_NAME = 'casebook.db'
export const MANIFEST_NAME = 'manifest.json'
/** The state of the practice AWS, in the folder of a practice workspace: its cases mean nothing without it. */
export const PRACTICE_NAME = 'practice-aws.json'

const ATTACHMENT_NAME = /^attachments\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/
/** Bytes of a manifest; about a quarter of a million files. */
const MOST_MANIFEST = 50_000_000

/** Name of an attachment's file in a backup: where it lies in a workspace, too. */
export function attachmentName(hash: string): string {
  return `attachments/${hash.slice(0, 2)}/${hash}`
}

/** A backup whose directory and manifest have been read; its files not yet. */
export interface OpenedBackup {
  readonly path: string
  readonly manifest: BackupManifest
  readonly entries: ReadonlyMap<string, StoredEntry>
}

/** Throws `backup.unreadable` where it is no backup or not whole, and the faults of the disk. */
export async function openBackup(path: string): Promise<OpenedBackup> {
  return strictly(path, async () => {
    const entries = new Map((await readStoredZip(path)).map((entry) => [entry.name, entry]))
    const entry = entries.get(MANIFEST_NAME)
    if (entry === undefined || entry.size > MOST_MANIFEST) throw new NotStored('it has no manifest')
    const manifest = readManifest((await buffer(entryStream(path, entry))).toString('utf8'))
    demandSameFiles(manifest, entries)
    return { path, manifest, entries }
  })
}

/** Reads every byte against the manifest. Throws `backup.unreadable`. */
export async function demandWhole({ path, manifest, entries }: OpenedBackup): Promise<void> {
  await strictly(path, async () => {
    for (const { name, sha256 } of manifest.files) {
      const entry = entries.get(name)
      if (entry === undefined || (await entryHash(path, entry)) !== sha256) throw new NotStored(`${name} is damaged`)
    }
  })
}

/** Writes one file of the backup to a new file, synced. */
export async function extract({ path, entries }: OpenedBackup, name: string, target: string): Promise<void> {
  const entry = entries.get(name)
  if (entry === undefined) throw new Error(`The backup has no ${name}.`)
  await withFaultsAsync(target, async () => {
    await pipeline(entryStream(path, entry), createWriteStream(target, { flags: 'wx', mode: FILE_MODE }))
    syncFile(target)
  })
}

/** The bytes of one attachment. */
export async function attachmentBytes({ path, entries }: OpenedBackup, hash: string): Promise<Uint8Array> {
  const entry = entries.get(attachmentName(hash))
  if (entry === undefined) throw new Error(`The backup has no attachment ${hash}.`)
  return withFaultsAsync(path, async () => new Uint8Array(await buffer(entryStream(path, entry))))
}

/** The hashes of the attachments in a backup. */
export function attachmentsIn(manifest: BackupManifest): readonly string[] {
  return manifest.files.flatMap(({ name }) => ATTACHMENT_NAME.exec(name)?.[2] ?? [])
}

function readManifest(text: string): BackupManifest {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new NotStored('its manifest cannot be read')
  }
  const parsed = BackupManifest.safeParse(json)
  if (!parsed.success) throw new NotStored('its manifest is not one this version knows')
  return parsed.data
}

/** What the manifest says and what is there are the same, and nothing but what a workspace is made of. */
function demandSameFiles(manifest: BackupManifest, entries: ReadonlyMap<string, StoredEntry>): void {
  const isOurs = (name: string) => name === DATABASE_NAME || name === PRACTICE_NAME || ATTACHMENT_NAME.test(name)
  const same = manifest.files.every(({ name, size }) => isOurs(name) && entries.get(name)?.size === size)
  const names = new Set(manifest.files.map(({ name }) => name))
  if (!same || !names.has(DATABASE_NAME) || names.size !== manifest.files.length || entries.size !== names.size + 1) {
    throw new NotStored('its files are not those its manifest names')
  }
}

async function strictly<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withFaultsAsync(path, work)
  } catch (thrown) {
    if (!(thrown instanceof NotStored)) throw thrown
    throw new StoreFault(refuse('backup.unreadable', { file: path, detail: thrown.message }), { cause: thrown })
  }
}
