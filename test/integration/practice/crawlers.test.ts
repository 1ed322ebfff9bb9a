import { CreateStackCommand } from '@aws-sdk/client-cloudformation'
import {
  DeleteDatabaseCommand,
  GetCrawlerCommand,
  GetCrawlersCommand,
  GetDatabaseCommand,
  GetJobCommand,
  StartCrawlerCommand,
  StartCrawlerScheduleCommand,
  StopCrawlerScheduleCommand,
  UpdateCrawlerCommand,
  UpdateCrawlerScheduleCommand,
} from '@aws-sdk/client-glue'
import { beforeEach, describe, expect, test } from 'vitest'
import { generateCrawlerTemplate } from '../../../electron/practice/crawler-template.ts'
import type { PracticeAws } from '../../../electron/practice/server.ts'
import {
  bucketName,
  type Clients,
  clients,
  faultOf,
  HOUR,
  MINUTE,
  makeBucket,
  practiceAws,
} from '../../support/practice.ts'

const Name = 'AWSCURCrawler-spotinst-cur-report'
const daily = 'cron(0 0 * * ? *)'
let aws: PracticeAws
let glue: Clients['glue']

beforeEach(async () => {
  aws = await practiceAws()
  const sdk = clients(aws)
  glue = sdk.glue
  await makeBucket(sdk)
  const facts = { bucket: bucketName, prefix: 'spotinst_eco', report: 'spotinst-cur-report' }
  await sdk.cloudFormation.send(
    new CreateStackCommand({
      StackName: 'SpotEcoStack',
      TemplateBody: generateCrawlerTemplate(facts),
      Capabilities: ['CAPABILITY_IAM'],
    }),
  )
  aws.clock.advance(3 * MINUTE)
})

const crawler = async () => (await glue.send(new GetCrawlerCommand({ Name }))).Crawler
const setExpression = (Schedule: string) => glue.send(new UpdateCrawlerScheduleCommand({ CrawlerName: Name, Schedule }))
const start = () => glue.send(new StartCrawlerScheduleCommand({ CrawlerName: Name }))
const stop = () => glue.send(new StopCrawlerScheduleCommand({ CrawlerName: Name }))

test('a new crawler has run once, as its stack starts it, and has no schedule', async () => {
  expect((await crawler())?.State).toBe('RUNNING')
  aws.clock.advance(5 * MINUTE)
  expect(await crawler()).toMatchObject({ State: 'READY', LastCrawl: { Status: 'SUCCEEDED' } })
  expect((await crawler())?.Schedule).toBeUndefined()
  expect((await crawler())?.Targets?.S3Targets).toEqual([
    {
      Path: `s3://${bucketName}/spotinst_eco/spotinst-cur-report/spotinst-cur-report`,
      Exclusions: ['**.json', '**.yml', '**.sql', '**.csv', '**.gz', '**.zip'],
    },
  ])
})

describe('a schedule', () => {
  test('is there but not running until it is started, and stays as it was when its expression changes', async () => {
    expect((await faultOf(start())).name).toBe('NoScheduleException')
    await setExpression(daily)
    expect((await crawler())?.Schedule).toEqual({ ScheduleExpression: daily, State: 'NOT_SCHEDULED' })
    expect((await faultOf(stop())).name).toBe('SchedulerNotRunningException')
    await start()
    expect((await crawler())?.Schedule).toEqual({ ScheduleExpression: daily, State: 'SCHEDULED' })
    expect((await faultOf(start())).name).toBe('SchedulerRunningException')
    await setExpression('cron(30 12 * * ? *)')
    expect((await crawler())?.Schedule).toEqual({ ScheduleExpression: 'cron(30 12 * * ? *)', State: 'SCHEDULED' })
    await stop()
    expect((await crawler())?.Schedule?.State).toBe('NOT_SCHEDULED')
  })

  test('makes the crawler run at midnight UTC, and only while it is running', async () => {
    await setExpression(daily)
    aws.clock.advance(24 * HOUR)
    expect((await crawler())?.LastCrawl?.StartTime?.toISOString()).toMatch(/^2026-11-21T10:/)
    await start()
    aws.clock.advance(14 * HOUR - 3 * MINUTE)
    expect((await crawler())?.State).toBe('RUNNING')
    aws.clock.advance(5 * MINUTE)
    expect(await crawler()).toMatchObject({
      State: 'READY',
      LastCrawl: { StartTime: new Date('2026-11-23T00:00:00Z') },
    })
    await stop()
    aws.clock.advance(48 * HOUR)
    expect((await crawler())?.LastCrawl?.StartTime).toEqual(new Date('2026-11-23T00:00:00Z'))
  })

  test.each(['daily', 'cron(0 0 * * * *)', 'cron(60 0 * * ? *)', 'cron(0 0 * * ?)', 'rate(1 day)'])(
    'is refused as %s',
    async (expression) => {
      expect(await faultOf(setExpression(expression))).toMatchObject({ name: 'InvalidInputException', status: 400 })
    },
  )
})

test('a running crawler can be neither started nor changed', async () => {
  const update = () => glue.send(new UpdateCrawlerCommand({ Name, Description: 'changed', Schedule: daily }))
  expect((await faultOf(glue.send(new StartCrawlerCommand({ Name })))).name).toBe('CrawlerRunningException')
  expect((await faultOf(update())).name).toBe('CrawlerRunningException')
  aws.clock.advance(5 * MINUTE)
  await update()
  expect(await crawler()).toMatchObject({
    Description: 'changed',
    Schedule: { ScheduleExpression: daily, State: 'NOT_SCHEDULED' },
  })
  await glue.send(new StartCrawlerCommand({ Name }))
  expect((await crawler())?.State).toBe('RUNNING')
  aws.clock.advance(140_000)
  expect((await crawler())?.State).toBe('STOPPING')
})

test('what is not there is told by its name', async () => {
  const missing = await faultOf(glue.send(new GetCrawlerCommand({ Name: 'AWSCURCrawler-other' })))
  expect(missing).toEqual({
    name: 'EntityNotFoundException',
    message: 'Crawler entry with name AWSCURCrawler-other does not exist',
    status: 400,
  })
  expect((await faultOf(glue.send(new GetDatabaseCommand({ Name: 'other' })))).name).toBe('EntityNotFoundException')
  expect((await faultOf(glue.send(new GetJobCommand({ JobName: 'other' })))).name).toBe('UnknownOperationException')
})

test('crawlers are listed, databases read and deleted', async () => {
  expect((await glue.send(new GetCrawlersCommand({}))).Crawlers?.map((one) => one.Name)).toEqual([Name])
  const database = { Name: 'athenacurcfn_spotinst_cur_report' }
  const { Database } = await glue.send(new GetDatabaseCommand(database))
  expect(Database).toMatchObject({ ...database, CatalogId: '111122223333' })
  await glue.send(new DeleteDatabaseCommand(database))
  expect((await faultOf(glue.send(new GetDatabaseCommand(database)))).name).toBe('EntityNotFoundException')
})
