import {
  CreateStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation'
import { DescribeReportDefinitionsCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import {
  GetCrawlerCommand,
  GetDatabaseCommand,
  StartCrawlerScheduleCommand,
  UpdateCrawlerScheduleCommand,
} from '@aws-sdk/client-glue'
import { GetBucketNotificationConfigurationCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { spotAnswer } from '../../../electron/practice/spot.ts'
import { validateCrawlerTemplate } from '../../../shared/domain/crawler-template/validate.ts'
import {
  account,
  bucketName,
  clients,
  crawlerFileKey,
  crawlerFileUrl,
  HOUR,
  MINUTE,
  makeReport,
  practiceAws,
} from '../../support/practice.ts'

test('a customer goes through all three phases of the procedure with the real SDK', async () => {
  const aws = await practiceAws()
  const { sts, s3, cur, cloudFormation, glue } = clients(aws)
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe(account)

  // Phase 1: bucket, policy, report; then 24 hours.
  await makeReport(clients(aws))
  const report = async () => {
    const { ReportDefinitions: [first] = [] } = await cur.send(new DescribeReportDefinitionsCommand({}))
    return first as typeof first & { ReportStatus?: { lastDelivery?: string; lastStatus?: string } }
  }
  expect((await report()).ReportStatus).toBeUndefined()
  aws.clock.advance(24 * HOUR - 1)
  expect((await report()).ReportStatus).toBeUndefined()
  aws.clock.advance(1)
  expect((await report()).ReportStatus).toEqual({ lastDelivery: '20261122T100000Z', lastStatus: 'SUCCESS' })

  // Phase 2: the crawler file, its stack, the crawler's schedule.
  const listed = await s3.send(new ListObjectsV2Command({ Bucket: bucketName, Prefix: 'spotinst_eco/' }))
  expect(listed.Contents?.map((one) => one.Key)).toContain(crawlerFileKey)
  const file = await s3.send(new GetObjectCommand({ Bucket: bucketName, Key: crawlerFileKey }))
  const bytes = await file.Body?.transformToByteArray()
  const judged = validateCrawlerTemplate(bytes ?? '', {
    bucket: bucketName,
    prefix: 'spotinst_eco',
    report: 'spotinst-cur-report',
  })
  expect(judged).toMatchObject({ ok: true, findings: [], crawlerName: 'AWSCURCrawler-spotinst-cur-report' })

  const created = await cloudFormation.send(
    new CreateStackCommand({
      StackName: 'SpotEcoStack',
      TemplateURL: crawlerFileUrl,
      Capabilities: ['CAPABILITY_IAM'],
    }),
  )
  const stack = async () => {
    const { Stacks: [first] = [] } = await cloudFormation.send(
      new DescribeStacksCommand({ StackName: created.StackId }),
    )
    return first
  }
  expect((await stack())?.StackStatus).toBe('CREATE_IN_PROGRESS')
  aws.clock.advance(1.5 * MINUTE)
  expect((await stack())?.StackStatus).toBe('CREATE_IN_PROGRESS')
  const halfway = await cloudFormation.send(new DescribeStackEventsCommand({ StackName: 'SpotEcoStack' }))
  expect(halfway.StackEvents?.length).toBeGreaterThan(5)
  aws.clock.advance(1.5 * MINUTE)
  expect((await stack())?.StackStatus).toBe('CREATE_COMPLETE')
  const { StackEvents: events = [] } = await cloudFormation.send(
    new DescribeStackEventsCommand({ StackName: 'SpotEcoStack' }),
  )
  expect(events[0]).toMatchObject({ ResourceStatus: 'CREATE_COMPLETE', LogicalResourceId: 'SpotEcoStack' })
  expect(events.at(-1)).toMatchObject({ ResourceStatus: 'CREATE_IN_PROGRESS', ResourceStatusReason: 'User Initiated' })
  const { StackResourceSummaries: resources = [] } = await cloudFormation.send(
    new ListStackResourcesCommand({ StackName: 'SpotEcoStack' }),
  )
  expect(resources).toHaveLength(11)

  const notified = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket: bucketName }))
  expect(notified.LambdaFunctionConfigurations).toHaveLength(1)
  await glue.send(new GetDatabaseCommand({ Name: 'athenacurcfn_spotinst_cur_report' }))
  const crawler = async () =>
    (await glue.send(new GetCrawlerCommand({ Name: 'AWSCURCrawler-spotinst-cur-report' }))).Crawler
  const CrawlerName = 'AWSCURCrawler-spotinst-cur-report'
  await glue.send(new UpdateCrawlerScheduleCommand({ CrawlerName, Schedule: 'cron(0 0 * * ? *)' }))
  expect((await crawler())?.Schedule).toEqual({ ScheduleExpression: 'cron(0 0 * * ? *)', State: 'NOT_SCHEDULED' })
  await glue.send(new StartCrawlerScheduleCommand({ CrawlerName }))
  expect((await crawler())?.Schedule?.State).toBe('SCHEDULED')

  // 72 hours until Spot answers; the crawler runs at midnight, the report is delivered again every day.
  aws.clock.advance(72 * HOUR)
  expect((await crawler())?.LastCrawl).toMatchObject({
    Status: 'SUCCEEDED',
    StartTime: new Date('2026-11-25T00:00:00Z'),
  })
  expect((await report()).ReportStatus?.lastDelivery).toBe('20261125T100000Z')

  // Phase 3: Spot's link, its template with the operator's parameters.
  const link = new URL(
    spotAnswer({
      region: 'us-east-1',
      bucket: bucketName,
      prefix: 'spotinst_eco',
      reportName: 'spotinst-cur-report',
      customerName: 'acme',
    }),
  )
  const filled = new URLSearchParams(link.hash.slice(link.hash.indexOf('?') + 1))
  const parameters = new Map(
    [...filled].filter(([name]) => name.startsWith('param_')).map(([name, value]) => [name.slice(6), value]),
  )
  parameters.set('CURBucketName', bucketName).set('AccountList', '111122223333,444455556666')
  await cloudFormation.send(
    new CreateStackCommand({
      StackName: filled.get('stackName') ?? '',
      TemplateURL: filled.get('templateURL') ?? '',
      Parameters: [...parameters].map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
      Capabilities: ['CAPABILITY_IAM'],
    }),
  )
  aws.clock.advance(3 * MINUTE)
  const { Stacks: [extractor] = [] } = await cloudFormation.send(
    new DescribeStacksCommand({ StackName: 'SpotCostAndUsageExtractor' }),
  )
  expect(extractor?.StackStatus).toBe('CREATE_COMPLETE')
  expect(extractor?.Parameters).toContainEqual({
    ParameterKey: 'AccountList',
    ParameterValue: '111122223333,444455556666',
  })
})
