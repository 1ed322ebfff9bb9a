import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'

export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGB: number
  readonly system: string
  readonly node: string
  readonly chromium: string
  /** Processes that wanted a core, on average over the last minute, before and after. */
  readonly load: readonly [number, number]
  readonly at: string
}

export function machine(before: number, chromium: string): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${release()}`,
    node: process.versions.node,
    chromium,
    load: [before, round(loadavg()[0] ?? 0)],
    at: new Date().toISOString(),
  }
}

export function loadNow(): number {
  return round(loadavg()[0] ?? 0)
}

/** What is installed, or null. */
export function versionOf(program: string): string | null {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
