import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { BackupManifest, BackupReason } from '../../../shared/domain/records/backup.ts'
import { isFolder } from '../durable.ts'
import { withFaults } from '../faults.ts'
import { workspacePaths } from '../workspace-folder.ts'
import { openBackup } from './read-backup.ts'
import { backupName, dayOf, readBackupName, toPrune } from './retention.ts'
import { writeBackup } from './write-backup.ts'

export interface MadeBackup {
  readonly path: string
  readonly manifest: BackupManifest
}

/** A backup as the list shows it; the manifest is null where the file cannot be read. */
export interface ListedBackup {
  readonly path: string
  readonly size: number
  readonly manifest: BackupManifest | null
}

/** Makes and keeps the backups of one open workspace, one at a time. */
export class Backups {
  readonly #folder: string
  readonly #takeSnapshot: (target: string) => Promise<void>
  readonly #now: () => Instant
  #last: Promise<unknown> = Promise.resolve()

  constructor(workspace: string, takeSnapshot: (target: string) => Promise<void>, now: () => Instant) {
    this.#folder = workspace
    this.#takeSnapshot = takeSnapshot
    this.#now = now
  }

  /**
   * @param out another place than the backups folder; what lies there is never pruned
   * @param spared path of a backup that is needed now, and must not be pruned for the new one
   */
  make(reason: BackupReason, out?: string, spared?: string): Promise<MadeBackup> {
    return this.#alone(() => this.#make(reason, out, spared))
  }

  /** One a day, made at the first call of the day; null where today has one. */
  daily(): Promise<MadeBackup | null> {
    return this.#alone(async () => {
      const today = dayOf(this.#now())
      const has = namesIn(this.#folder).some((name) => dayOf(readBackupName(name)?.at ?? '') === today)
      return has ? null : this.#make('daily')
    })
  }

  async #make(reason: BackupReason, out?: string, spared?: string): Promise<MadeBackup> {
    const { attachments } = workspacePaths(this.#folder)
    const now = this.#now()
    const target = out === undefined ? freeBackupPath(this.#folder, now, reason) : resolve(out)
    const manifest = await writeBackup(this.#takeSnapshot, { target, attachments, reason, now })
    if (out === undefined) this.#prune(now, basename(target), spared)
    return { path: target, manifest }
  }

  #prune(now: Instant, written: string, spared: string | undefined): void {
    const { backups } = workspacePaths(this.#folder)
    withFaults(backups, () => {
      for (const name of toPrune(namesIn(this.#folder), now, written)) {
        if (join(backups, name) !== spared) rmSync(join(backups, name))
      }
    })
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work)
    this.#last = mine
    return mine
  }
}

/** The backups in the workspace's own folder, newest first. Reads what each says of itself, not all of it. */
export async function listBackups(workspace: string): Promise<readonly ListedBackup[]> {
  const { backups } = workspacePaths(workspace)
  const paths = namesIn(workspace).map((name) => join(backups, name))
  const listed = paths.map(async (path) => {
    const manifest = await openBackup(path).then(
      (opened) => opened.manifest,
      () => null,
    )
    return { path, size: statSync(path, { throwIfNoEntry: false })?.size ?? 0, manifest }
  })
  return Promise.all(listed)
}

/** A path in the backups folder that is not taken. */
export function freeBackupPath(workspace: string, now: Instant, reason: BackupReason): string {
  const { backups } = workspacePaths(workspace)
  for (let n = 1; ; n += 1) {
    const path = join(backups, backupName(now, reason, n))
    if (!existsSync(path)) return path
  }
}

/** The file that is meant: one of the backups folder by its name, or any by its path. */
export function backupPath(workspace: string, named: string): string {
  const own = join(workspacePaths(workspace).backups, named)
  return dirname(named) === '.' && existsSync(own) ? own : resolve(named)
}

function namesIn(workspace: string): readonly string[] {
  const { backups } = workspacePaths(workspace)
  if (!isFolder(backups)) return []
  const names = withFaults(backups, () => readdirSync(backups)).filter((name) => readBackupName(name) !== null)
  return names.toSorted().toReversed()
}
