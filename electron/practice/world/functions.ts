import { RETIRED_RUNTIMES } from '../../../shared/domain/crawler-template/retired-runtimes.ts'
import { rulesOf } from './rules.ts'
import type { PracticeWorld } from './world.ts'

export type LambdaFunction = {
  readonly accountId: string
  readonly region: string
  readonly name: string
  readonly runtime: string
  readonly reservedConcurrency: number
}

/** Whether Lambda creates no function with the runtime any more. */
export function isRetiredRuntime(runtime: string): boolean {
  return RETIRED_RUNTIMES.includes(runtime)
}

export type Concurrency = { readonly limit: number; readonly unreserved: number; readonly functions: number }

/** How many functions an account may run at once in a region, and how many of them are not reserved. */
export function concurrencyOf(world: PracticeWorld, accountId: string, region: string): Concurrency {
  const own = world.functions.filter((one) => one.accountId === accountId && one.region === region)
  const limit = rulesOf(world).concurrency ?? 1000
  const reserved = own.reduce((sum, one) => sum + one.reservedConcurrency, 0)
  return { limit, unreserved: limit - reserved, functions: own.length }
}

/** How many executions Lambda keeps unreserved: 100, or all there are in a small new account. */
export function minimumUnreserved(limit: number): number {
  return Math.min(limit, 100)
}
