import { wildcard } from './bucket-policy.ts'
import { rulesOf } from './rules.ts'
import type { PracticeWorld } from './world.ts'

/** Whether the scenario takes a permission away from the caller. STS tells everybody who they are. */
export function isDenied(world: PracticeWorld, action: string): boolean {
  if (action === 'sts:GetCallerIdentity') return false
  return rulesOf(world).denied?.some((pattern) => wildcard(pattern.toLowerCase(), action.toLowerCase())) ?? false
}
