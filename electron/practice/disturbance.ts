import { rulesOf } from './world/rules.ts'
import type { PracticeWorld } from './world/world.ts'

/** What happens to an answer on its way, by the rules of the scenario. */
export type Journey = {
  readonly delayMs: number
  /** The call is carried out, but the connection breaks before the answer. */
  readonly lost: boolean
  /** Bytes of the body after which the connection breaks. */
  readonly cutAt?: number
}

/** Keeps count of calls for the disturbances that come and go; a restart starts anew. */
export type Disturbances = {
  /** Whether this call of an action is refused for its rate. */
  throttles(world: PracticeWorld, call: { accountId: string; action: string }): boolean
  journey(world: PracticeWorld, call: { accountId: string; action: string; writes: boolean; bytes: number }): Journey
}

export function createDisturbances(): Disturbances {
  const counts = new Map<string, number>()
  const count = (key: string) => {
    const before = counts.get(key) ?? 0
    counts.set(key, before + 1)
    return before
  }
  return {
    throttles(world, { accountId, action }) {
      const { throttle } = rulesOf(world)
      return throttle !== undefined && count(`throttle ${accountId} ${action}`) % throttle.of < throttle.refused
    },
    journey(world, { accountId, action, writes, bytes }) {
      const { delayMs = 0, loseAnswers, cutDownloads } = rulesOf(world)
      const lost = loseAnswers === true && writes && count(`lose ${accountId} ${action}`) % 2 === 0
      if (cutDownloads === undefined || action !== 's3:GetObject') return { delayMs, lost }
      const cutAt = cutDownloads === 'halfway' ? Math.floor(bytes / 2) : cutDownloads
      return { delayMs, lost, ...(cutAt < bytes && { cutAt }) }
    },
  }
}
