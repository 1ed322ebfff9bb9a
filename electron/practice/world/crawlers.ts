import { randomUUID } from 'node:crypto'
import { lastFiring } from './cron.ts'
import { rulesOf } from './rules.ts'
import { happensOnce, type PracticeWorld } from './world.ts'

export type Database = {
  readonly accountId: string
  readonly region: string
  readonly name: string
  readonly description?: string
  readonly createdAt: number
}

export type S3Target = { readonly Path: string; readonly Exclusions: readonly string[] }

export type Schedule = {
  readonly expression: string
  readonly state: 'SCHEDULED' | 'NOT_SCHEDULED'
  readonly since: number
}

export type Crawl = {
  readonly status: 'SUCCEEDED' | 'CANCELLED' | 'FAILED'
  readonly errorMessage?: string
  readonly startedAt: number
  readonly messagePrefix: string
}

export type Crawler = {
  readonly accountId: string
  readonly region: string
  readonly name: string
  role: string
  databaseName: string
  description?: string
  s3Targets: readonly S3Target[]
  schemaChangePolicy: { readonly UpdateBehavior: string; readonly DeleteBehavior: string }
  readonly createdAt: number
  updatedAt: number
  version: number
  schedule?: Schedule
  runningSince?: number
  lastCrawl?: Crawl
}

/** Virtual time that a crawl takes, the last part of it stopping. */
export const crawlMs = 150_000
const stoppingMs = 15_000

type Place = { readonly accountId: string; readonly region: string }

export function findCrawler(world: PracticeWorld, place: Place, name: string): Crawler | undefined {
  return crawlersOf(world, place).find((crawler) => crawler.name === name)
}

export function crawlersOf(world: PracticeWorld, { accountId, region }: Place): Crawler[] {
  return world.crawlers.filter((crawler) => crawler.accountId === accountId && crawler.region === region)
}

export function findDatabase(world: PracticeWorld, { accountId, region }: Place, name: string): Database | undefined {
  return world.databases.find((one) => one.accountId === accountId && one.region === region && one.name === name)
}

export function crawlerState(crawler: Crawler, now: number): 'READY' | 'RUNNING' | 'STOPPING' {
  if (crawler.runningSince === undefined) return 'READY'
  return now < crawler.runningSince + crawlMs - stoppingMs ? 'RUNNING' : 'STOPPING'
}

/** Starts a crawl; false when one is running. */
export function startCrawl(crawler: Crawler, at: number): boolean {
  if (crawler.runningSince !== undefined) return false
  crawler.runningSince = at
  return true
}

/** Sets expression or state of the schedule; what is not given stays. */
export function setSchedule(crawler: Crawler, change: Partial<Schedule>, now: number): void {
  const before = crawler.schedule
  crawler.schedule = {
    expression: change.expression ?? before?.expression ?? '',
    state: change.state ?? before?.state ?? 'NOT_SCHEDULED',
    since: now,
  }
  crawler.updatedAt = now
  crawler.version += 1
}

/** The scenario's accident: somebody stops a schedule that was just started, once for each crawler. */
export function stopByAccident(world: PracticeWorld, crawler: Crawler, now: number): void {
  if (rulesOf(world).scheduleStops && happensOnce(world, `schedule ${crawler.accountId} ${crawler.name}`)) {
    setSchedule(crawler, { state: 'NOT_SCHEDULED' }, now)
  }
}

/** Starts the crawls that their schedules call for and ends those that have run their time. True when one did. */
export function settleCrawlers(world: PracticeWorld, now: number): boolean {
  let changed = false
  for (const crawler of world.crawlers) {
    changed = finishCrawl(world, crawler, now) || changed
    const { schedule } = crawler
    if (schedule?.state !== 'SCHEDULED') continue
    const lastStart = Math.max(schedule.since, crawler.runningSince ?? crawler.lastCrawl?.startedAt ?? 0)
    const at = lastFiring(schedule.expression, lastStart, now)
    if (at === undefined || !startCrawl(crawler, at)) continue
    finishCrawl(world, crawler, now)
    changed = true
  }
  return changed
}

function finishCrawl(world: PracticeWorld, crawler: Crawler, now: number): boolean {
  if (crawler.runningSince === undefined || now < crawler.runningSince + crawlMs) return false
  const failure = rulesOf(world).crawlFails
  const messagePrefix = randomUUID()
  crawler.lastCrawl = {
    status: failure === undefined ? 'SUCCEEDED' : 'FAILED',
    ...(failure !== undefined && { errorMessage: failure }),
    startedAt: crawler.runningSince,
    messagePrefix,
  }
  delete crawler.runningSince
  return true
}
