import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrations } from '../../../electron/store/migrations/index.ts'
import { seedWorkspace } from '../../../electron/workspace/seed.ts'

const cache = fileURLToPath(new URL('../../../.cache/bench', import.meta.url))

export interface SeededWorkspace {
  readonly folder: string
  readonly megabytes: number
  /** Seconds that seeding took; null where one of today and of this schema was there already. */
  readonly seconds: number | null
}

/**
 * A synthetic workspace that ends today, so that waits are due as in life. Kept between runs; nothing may write to it.
 */
export async function seeded(cases: number, fresh: boolean): Promise<SeededWorkspace> {
  const now = `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`
  const folder = join(cache, `${cases}-${migrations.at(-1)?.version}-${now.slice(0, 10)}`)
  let seconds: number | null = null
  if (fresh || !existsSync(folder)) {
    const unfinished = `${folder}.unfinished`
    for (const path of [unfinished, folder]) rmSync(path, { recursive: true, force: true })
    const since = performance.now()
    await seedWorkspace({ folder: unfinished, cases, now, progress() {} })
    seconds = (performance.now() - since) / 1_000
    renameSync(unfinished, folder)
  }
  return { folder, seconds, megabytes: statSync(join(folder, 'casebook.db')).size / 1e6 }
}

/** A copy to write to, in a folder of its own; on the disk, or the first change that is synced would wait for all of it. */
export function copyOf({ folder }: SeededWorkspace, name: string): string {
  const copy = scratch(name)
  const file = join(copy, 'casebook.db')
  copyFileSync(join(folder, 'casebook.db'), file, constants.COPYFILE_FICLONE)
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  return copy
}

/** An empty folder on the disk that is measured. */
export function scratch(name: string): string {
  const folder = join(cache, 'scratch', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

export function clearScratch(): void {
  rmSync(join(cache, 'scratch'), { recursive: true, force: true })
}

/** Resident memory of a process in MB, and the most it ever had. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_000
  return { now: of('VmRSS'), most: of('VmHWM') }
}
