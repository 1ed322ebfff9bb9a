import { settleCrawlers } from './crawlers.ts'
import { settleDeliveries } from './delivery.ts'
import { makeWrongChoice } from './reports.ts'
import type { ActiveScenario } from './rules.ts'
import { settleStacks } from './stack-progress.ts'
import type { PracticeWorld } from './world.ts'

/**
 * Brings the world up to a virtual instant: reports are delivered, stacks progress, crawlers run. Called before every
 * answer, so that the world needs no timers and a clock may jump. True when anything happened.
 */
export function settle(world: PracticeWorld, now: number): boolean {
  const delivered = settleDeliveries(world, now)
  const progressed = settleStacks(world, now)
  const crawled = settleCrawlers(world, now)
  return delivered || progressed || crawled
}

/** Changes the course of things from now on. What stands stays, but reports suffer the new scenario's wrong choice. */
export function changeScenario(world: PracticeWorld, scenario: ActiveScenario): void {
  world.scenario = scenario
  world.mishaps = []
  for (const report of world.reports) makeWrongChoice(world, report)
}
