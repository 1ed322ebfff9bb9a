import type { Bucket } from './buckets.ts'
import type { Crawler, Database } from './crawlers.ts'
import type { DataExport } from './exports.ts'
import type { LambdaFunction } from './functions.ts'
import type { Report } from './reports.ts'
import type { ActiveScenario } from './rules.ts'
import type { Stack } from './stacks.ts'

/**
 * Everything the practice AWS knows: plain data, written to disk as it stands. The functions beside it take the world,
 * a command and the virtual instant, and change the world in place; nothing here reads a clock or the network.
 */
export type PracticeWorld = {
  readonly format: 1
  /** The account of access keys that name none. */
  readonly defaultAccountId: string
  scenario: ActiveScenario
  /** Accidents of the scenario that have happened already; each happens once, so that a remedy holds. */
  mishaps: string[]
  readonly buckets: Map<string, Bucket>
  reports: Report[]
  stacks: Stack[]
  databases: Database[]
  crawlers: Crawler[]
  functions: LambdaFunction[]
  exports: DataExport[]
}

/** An empty world. */
export function createWorld(options: { defaultAccountId: string; scenario: ActiveScenario }): PracticeWorld {
  return {
    format: 1,
    defaultAccountId: options.defaultAccountId,
    scenario: options.scenario,
    mishaps: [],
    buckets: new Map(),
    reports: [],
    stacks: [],
    databases: [],
    crawlers: [],
    functions: [],
    exports: [],
  }
}

/** True the first time it is asked for this accident; from then on the operator's remedy holds. */
export function happensOnce(world: PracticeWorld, mishap: string): boolean {
  if (world.mishaps.includes(mishap)) return false
  world.mishaps.push(mishap)
  return true
}
