import { AwsFault } from '../http/fault.ts'
import { type JsonObject, jsonService, requiredText } from '../http/json-service.ts'
import { page } from '../http/page.ts'
import type { Call } from '../http/service.ts'
import { partitionOf } from '../world/accounts.ts'
import {
  type Crawler,
  crawlerState,
  crawlersOf,
  findCrawler,
  findDatabase,
  setSchedule,
  startCrawl,
  stopByAccident,
} from '../world/crawlers.ts'
import { isCronExpression } from '../world/cron.ts'
import { describeCrawler } from './crawler-view.ts'

/** AWS Glue, as far as the crawler of a report and its database go. */
export const glue = jsonService({
  iam: 'glue',
  operations: {
    GetCrawler: {
      resource: arn('crawler', 'Name'),
      run: (input, call) => ({ Crawler: describeCrawler(existing(input, 'Name', call), call.now) }),
    },
    GetCrawlers: {
      run(input, { world, caller, now }) {
        const token = typeof input.NextToken === 'string' ? input.NextToken : undefined
        const size = typeof input.MaxResults === 'number' ? input.MaxResults : 100
        const invalid = () => new AwsFault('InvalidInputException', 'The NextToken is not valid.')
        const { items, next } = page(crawlersOf(world, caller), token, size, invalid)
        const crawlers = items.map((crawler) => describeCrawler(crawler, now))
        return { Crawlers: crawlers, ...(next !== undefined && { NextToken: next }) }
      },
    },
    StartCrawler: {
      writes: true,
      resource: arn('crawler', 'Name'),
      run(input, call) {
        const crawler = existing(input, 'Name', call)
        if (!startCrawl(crawler, call.now)) throw running(crawler)
        return {}
      },
    },
    UpdateCrawler: { writes: true, resource: arn('crawler', 'Name'), run: updateCrawler },
    UpdateCrawlerSchedule: {
      writes: true,
      resource: arn('crawler', 'CrawlerName'),
      run(input, call) {
        const crawler = existing(input, 'CrawlerName', call)
        changeExpression(crawler, input, call)
        return {}
      },
    },
    StartCrawlerSchedule: { writes: true, resource: arn('crawler', 'CrawlerName'), run: startSchedule },
    StopCrawlerSchedule: {
      writes: true,
      resource: arn('crawler', 'CrawlerName'),
      run(input, call) {
        const crawler = existing(input, 'CrawlerName', call)
        if (crawler.schedule?.state !== 'SCHEDULED') {
          throw new AwsFault('SchedulerNotRunningException', 'The scheduler of the crawler is not running.')
        }
        setSchedule(crawler, { state: 'NOT_SCHEDULED' }, call.now)
        return {}
      },
    },
    GetDatabase: {
      resource: arn('database', 'Name'),
      run(input, { world, caller }) {
        const name = requiredText(input, 'Name', 'InvalidInputException')
        const found = findDatabase(world, caller, name)
        if (!found) throw new AwsFault('EntityNotFoundException', `Database ${name} not found.`)
        const { description, createdAt } = found
        const CreateTime = createdAt / 1000
        return { Database: { Name: name, Description: description, CreateTime, CatalogId: caller.accountId } }
      },
    },
    DeleteDatabase: {
      writes: true,
      resource: arn('database', 'Name'),
      run(input, { world, caller }) {
        const name = requiredText(input, 'Name', 'InvalidInputException')
        const found = findDatabase(world, caller, name)
        if (!found) throw new AwsFault('EntityNotFoundException', `Database ${name} not found.`)
        world.databases = world.databases.filter((one) => one !== found)
        return {}
      },
    },
  },
})

function arn(noun: string, member: string) {
  return (input: JsonObject, { caller }: Call) =>
    `arn:${partitionOf(caller.region)}:glue:${caller.region}:${caller.accountId}:${noun}/${String(input[member])}`
}

function existing(input: JsonObject, member: string, { world, caller }: Call): Crawler {
  const name = requiredText(input, member, 'InvalidInputException')
  const crawler = findCrawler(world, caller, name)
  if (!crawler) throw new AwsFault('EntityNotFoundException', `Crawler entry with name ${name} does not exist`)
  return crawler
}

function running(crawler: Crawler): AwsFault {
  return new AwsFault('CrawlerRunningException', `Crawler with name ${crawler.name} has already started`)
}

/** An expression alone schedules nothing: the state stays as it was until the schedule is started. */
function changeExpression(crawler: Crawler, input: JsonObject, { now }: Call): void {
  const expression = input.Schedule
  if (typeof expression !== 'string' || !isCronExpression(expression)) {
    const message = `Invalid schedule expression: ${String(expression)}. It reads cron(minutes hours day month weekday year).`
    throw new AwsFault('InvalidInputException', message)
  }
  setSchedule(crawler, { expression }, now)
}

function startSchedule(input: JsonObject, call: Call): JsonObject {
  const crawler = existing(input, 'CrawlerName', call)
  if (!crawler.schedule) throw new AwsFault('NoScheduleException', `There is no schedule for crawler ${crawler.name}`)
  if (crawler.schedule.state === 'SCHEDULED') {
    throw new AwsFault('SchedulerRunningException', `The scheduler of crawler ${crawler.name} is already running`)
  }
  setSchedule(crawler, { state: 'SCHEDULED' }, call.now)
  stopByAccident(call.world, crawler, call.now)
  return {}
}

function updateCrawler(input: JsonObject, call: Call): JsonObject {
  const crawler = existing(input, 'Name', call)
  if (crawlerState(crawler, call.now) !== 'READY') throw running(crawler)
  if (input.Schedule !== undefined) changeExpression(crawler, input, call)
  const { Role, DatabaseName, Description } = input
  if (typeof Role === 'string') crawler.role = Role
  if (typeof DatabaseName === 'string') crawler.databaseName = DatabaseName
  if (typeof Description === 'string') crawler.description = Description
  crawler.updatedAt = call.now
  crawler.version += 1
  return {}
}
