import { rmSync, writeFileSync } from 'node:fs'

/** The sign that a run is under way; where it is still there at the next start, that run did not end by itself. */
export interface RunMark {
  readonly endedBadly: boolean
  /** Takes the sign away: the run has ended as it should. */
  clear(): void
}

/** Leaves the sign, for its owner only. A folder that takes no file gives no sign, and nothing to say. */
export function markRun(file: string, pid: number): RunMark {
  const endedBadly = !leave(file, pid, 'wx') && leave(file, pid, 'w')
  return { endedBadly, clear: () => rmSync(file, { force: true }) }
}

function leave(file: string, pid: number, flag: 'w' | 'wx'): boolean {
  try {
    writeFileSync(file, `${pid}\n`, { flag, mode: 0o600 })
    return true
  } catch {
    return false
  }
}
