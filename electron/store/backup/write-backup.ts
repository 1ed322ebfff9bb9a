import { copyFileSync, createWriteStream, existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import Database from 'better-sqlite3'
import { ZipFile } from 'yazl'
import type { Instant } from '../../../shared/domain/instant.ts'
import {
  type BackupManifest,
  type BackupReason,
  BackupManifest as ManifestSchema,
} from '../../../shared/domain/records/backup.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { StoreFault } from '../../services/store-fault.ts'
import { type Db, numberPragma } from '../database.ts'
import { makeFolder, syncFileAside, syncFolder } from '../durable.ts'
import { withFaults, withFaultsAsync } from '../faults.ts'
import { fileHash } from '../file-hash.ts'
import { FILE_MODE, FOLDER_MODE } from '../workspace-folder.ts'
import { attachmentName, DATABASE_NAME, demandWhole, MANIFEST_NAME, openBackup, PRACTICE_NAME } from './read-backup.ts'

export interface BackupOptions {
  /** Path of the backup; it must not be there. */
  readonly target: string
  /** Folder the attachments lie in; it may not be there. */
  readonly attachments: string
  readonly reason: BackupReason
  readonly now: Instant
}

/** Entries without a time of their own: the day a zip begins to count. */
const ENTRY = { mtime: new Date(1980, 0, 1), mode: 0o100600, compress: false, forceDosTimestamp: true }

/**
 * Puts a snapshot of the database and all attachments into one file: a zip without compression that any tool opens, and
 * that unpacked is a workspace folder. It is synced, read back byte for byte against its hashes, and only then gets its
 * name. Throws `backup.exists` and the faults of the disk; no part of it is left then.
 * @param takeSnapshot writes the database as it is at one moment to a new file
 */
export async function writeBackup(
  takeSnapshot: (target: string) => Promise<void>,
  { target, attachments, reason, now }: BackupOptions,
): Promise<BackupManifest> {
  const folder = dirname(target)
  if (existsSync(target)) throw new StoreFault(refuse('backup.exists', { file: target }))
  withFaults(folder, () => makeFolder(folder, FOLDER_MODE))
  const [snapshot, unfinished, practice] = [`${target}.snapshot`, `${target}.unfinished`, `${target}.practice`]
  try {
    // What a crash left under these names is ours, and never got further.
    await removeAll([snapshot, unfinished, practice])
    await takeSnapshot(snapshot)
    const world = await withFaultsAsync(practice, () => copyPractice(dirname(attachments), practice))
    const { told, referred } = withFaults(snapshot, () => lookAt(snapshot))
    const found = await soundAttachments(attachments)
    const database = { name: DATABASE_NAME, size: statSync(snapshot).size, sha256: await fileHash(snapshot) }
    const files = [
      database,
      ...(await world),
      ...found.map(({ hash, size }) => ({ name: attachmentName(hash), size, sha256: hash })),
    ]
    const missing = referred.filter((hash) => !found.some((file) => file.hash === hash))
    const manifest = ManifestSchema.parse({
      format: 'msp-casebook-backup',
      formatVersion: 1,
      createdAt: now,
      reason,
      ...told,
      files,
      missing,
    })
    await withFaultsAsync(unfinished, async () => {
      await writeZip(unfinished, { [DATABASE_NAME]: snapshot, [PRACTICE_NAME]: practice }, attachments, manifest)
      await syncFileAside(unfinished)
    })
    await demandWhole(await openBackup(unfinished))
    withFaults(folder, () => {
      if (existsSync(target)) throw new StoreFault(refuse('backup.exists', { file: target }))
      renameSync(unfinished, target)
      syncFolder(folder)
    })
    return manifest
  } finally {
    await removeAll([snapshot, `${snapshot}-journal`, unfinished, practice])
  }
}

/** Not while others wait: to let go of a gigabyte takes the file system most of a second. */
async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true })
}

async function writeZip(
  target: string,
  copies: Readonly<Record<string, string>>,
  attachments: string,
  manifest: BackupManifest,
): Promise<void> {
  const zip = new ZipFile()
  const output = createWriteStream(target, { flags: 'wx', mode: FILE_MODE })
  zip.on('error', (error) => output.destroy(error as Error))
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), MANIFEST_NAME, ENTRY)
  for (const { name } of manifest.files) {
    zip.addFile(copies[name] ?? join(dirname(attachments), name), name, ENTRY)
  }
  zip.end()
  await pipeline(zip.outputStream, output)
}

/** The practice AWS goes on while the backup is made: what is packed is a copy of one moment. None in a real workspace. */
async function copyPractice(workspace: string, copy: string) {
  const present = join(workspace, PRACTICE_NAME)
  if (!existsSync(present)) return []
  copyFileSync(present, copy)
  return [{ name: PRACTICE_NAME, size: statSync(copy).size, sha256: await fileHash(copy) }]
}

/** What the snapshot holds, read from itself. */
function lookAt(snapshot: string) {
  const db: Db = new Database(snapshot, { readonly: true })
  try {
    const one = (sql: string) => db.prepare<[], Record<string, string | number>>(sql).get()
    const count = (table: string) => Number(one(`SELECT count(*) AS n FROM ${table}`)?.n)
    const last = one('SELECT sequence, at FROM activity ORDER BY sequence DESC LIMIT 1')
    const workspace = one('SELECT workspace_id AS id, kind, company FROM settings')
    const referred = db.prepare<[], string>('SELECT DISTINCT sha256 FROM attachments ORDER BY 1').pluck().all()
    return {
      told: {
        dataVersion: numberPragma(db, 'user_version'),
        workspace: workspace ?? null,
        customers: count('customers'),
        cases: count('cases'),
        lastChange: last ?? null,
      },
      referred,
    }
  } finally {
    db.close()
  }
}

/** The attachments that are what their names say. One that is not is left where it is, and counts as missing. */
async function soundAttachments(folder: string): Promise<readonly { readonly hash: string; readonly size: number }[]> {
  if (!existsSync(folder)) return []
  const found: { hash: string; size: number }[] = []
  await withFaultsAsync(folder, async () => {
    for (const home of readdirSync(folder)
      .filter((name) => /^[0-9a-f]{2}$/.test(name))
      .toSorted()) {
      const names = readdirSync(join(folder, home)).filter(
        (name) => /^[0-9a-f]{64}$/.test(name) && name.startsWith(home),
      )
      for (const hash of names.toSorted()) {
        const path = join(folder, home, hash)
        if ((await fileHash(path)) === hash) found.push({ hash, size: statSync(path).size })
      }
    }
  })
  return found
}
