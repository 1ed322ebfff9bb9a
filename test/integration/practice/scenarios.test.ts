import { GetExportCommand, ListExportsCommand } from '@aws-sdk/client-bcm-data-exports'
import {
  CreateStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStacksCommand,
} from '@aws-sdk/client-cloudformation'
import {
  DescribeReportDefinitionsCommand,
  ModifyReportDefinitionCommand,
  PutReportDefinitionCommand,
} from '@aws-sdk/client-cost-and-usage-report-service'
import {
  DeleteDatabaseCommand,
  GetCrawlerCommand,
  GetCrawlersCommand,
  StartCrawlerScheduleCommand,
  UpdateCrawlerScheduleCommand,
} from '@aws-sdk/client-glue'
import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda'
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations'
import {
  CreateBucketCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
} from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { describe, expect, test } from 'vitest'
import { type ScenarioName, scenarios } from '../../../electron/practice/scenarios.ts'
import type { PracticeAws } from '../../../electron/practice/server.ts'
import {
  account,
  billingPolicy,
  bucketName,
  type Clients,
  clients,
  crawlerFileKey,
  crawlerFileUrl,
  definition,
  faultOf,
  HOUR,
  MINUTE,
  makeBucket,
  makeReport,
  practiceAws,
} from '../../support/practice.ts'

/** Scenarios that a test has taken up, to see at the end that none was forgotten. */
const shown = new Set<ScenarioName>()

async function scenario(name: ScenarioName, options: { attempts?: number } = {}) {
  shown.add(name)
  const aws = await practiceAws({ scenario: name })
  return { aws, sdk: clients(aws, options) }
}

async function report({ cur }: Clients) {
  const { ReportDefinitions: [first] = [] } = await cur.send(new DescribeReportDefinitionsCommand({}))
  return first as typeof first & { ReportStatus?: { lastStatus?: string; lastDelivery?: string } }
}

async function delivered(aws: PracticeAws, sdk: Clients) {
  await makeReport(sdk)
  aws.clock.advance(24 * HOUR)
}

/** Creates the crawler stack from the delivered file and gives its first failed event after five minutes. */
async function crawlerStack(aws: PracticeAws, { cloudFormation }: Clients) {
  const StackName = 'SpotEcoStack'
  await cloudFormation.send(
    new CreateStackCommand({ StackName, TemplateURL: crawlerFileUrl, Capabilities: ['CAPABILITY_IAM'] }),
  )
  aws.clock.advance(5 * MINUTE)
  const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName }))
  const { StackEvents = [] } = await cloudFormation.send(new DescribeStackEventsCommand({ StackName }))
  const failed = StackEvents.findLast((event) => event.ResourceStatus?.endsWith('_FAILED'))
  return { status: stack?.StackStatus, failed: failed?.LogicalResourceId, reason: failed?.ResourceStatusReason }
}

describe('the bucket', () => {
  test('bucket-name-taken: the proposed name is a stranger’s, another one is free', async () => {
    const { sdk } = await scenario('bucket-name-taken')
    const create = (Bucket: string) => sdk.s3.send(new CreateBucketCommand({ Bucket }))
    expect((await faultOf(create(bucketName))).name).toBe('BucketAlreadyExists')
    expect((await faultOf(create('spotinst-cur-report'))).name).toBe('BucketAlreadyExists')
    expect((await faultOf(sdk.s3.send(new HeadBucketCommand({ Bucket: bucketName })))).status).toBe(403)
    await create(`${bucketName}-2`)
  })

  test('bucket-notifies-others: a new bucket has a notification that the stack replaces', async () => {
    const { aws, sdk } = await scenario('bucket-notifies-others')
    await delivered(aws, sdk)
    const read = () => sdk.s3.send(new GetBucketNotificationConfigurationCommand({ Bucket: bucketName }))
    expect((await read()).QueueConfigurations?.[0]?.QueueArn).toBe(
      `arn:aws:sqs:us-east-1:${account}:cost-lake-arrivals`,
    )
    expect((await crawlerStack(aws, sdk)).status).toBe('CREATE_COMPLETE')
    expect((await read()).QueueConfigurations).toBeUndefined()
  })

  test('wrong-region: report and bucket move to eu-west-1, and the stack in us-east-1 fails on the notification', async () => {
    const { aws, sdk } = await scenario('wrong-region')
    await delivered(aws, sdk)
    expect(await report(sdk)).toMatchObject({ S3Region: 'eu-west-1', ReportStatus: { lastStatus: 'SUCCESS' } })
    expect((await faultOf(sdk.s3.send(new HeadBucketCommand({ Bucket: bucketName })))).status).toBe(301)
    expect(await crawlerStack(aws, sdk)).toMatchObject({
      status: 'ROLLBACK_COMPLETE',
      failed: 'AWSPutS3CURNotification',
    })
  })
})

describe('the report', () => {
  test('error-permissions: the policy is overwritten; put back, the next delivery succeeds', async () => {
    const { aws, sdk } = await scenario('error-permissions')
    await delivered(aws, sdk)
    expect((await report(sdk)).ReportStatus).toEqual({ lastStatus: 'ERROR_PERMISSIONS' })
    const { Policy } = await sdk.s3.send(new GetBucketPolicyCommand({ Bucket: bucketName }))
    expect(Policy).toContain('aws:SecureTransport')
    await sdk.s3.send(new PutBucketPolicyCommand({ Bucket: bucketName, Policy: billingPolicy(bucketName) }))
    aws.clock.advance(24 * HOUR)
    expect((await report(sdk)).ReportStatus?.lastStatus).toBe('SUCCESS')
  })

  test('error-no-bucket: the bucket is gone; made anew, the next delivery succeeds', async () => {
    const { aws, sdk } = await scenario('error-no-bucket')
    await delivered(aws, sdk)
    expect((await report(sdk)).ReportStatus).toEqual({ lastStatus: 'ERROR_NO_BUCKET' })
    expect((await faultOf(sdk.s3.send(new HeadBucketCommand({ Bucket: bucketName })))).status).toBe(404)
    await makeBucket(sdk)
    aws.clock.advance(24 * HOUR)
    expect((await report(sdk)).ReportStatus?.lastStatus).toBe('SUCCESS')
  })

  test('late-delivery: nothing after 24 hours, the report after 30', async () => {
    const { aws, sdk } = await scenario('late-delivery')
    await delivered(aws, sdk)
    expect((await report(sdk)).ReportStatus).toBeUndefined()
    aws.clock.advance(6 * HOUR)
    expect((await report(sdk)).ReportStatus?.lastDelivery).toBe('20261122T160000Z')
  })

  test('cur-2: there is a data export of the report’s name with data and metadata folders, and no report', async () => {
    const { sdk } = await scenario('cur-2')
    expect(await report(sdk)).toBeUndefined()
    const { Exports: [listed] = [] } = await sdk.dataExports.send(new ListExportsCommand({}))
    expect(listed?.ExportName).toBe('spotinst-cur-report')
    const { Export } = await sdk.dataExports.send(new GetExportCommand({ ExportArn: listed?.ExportArn ?? '' }))
    expect(Export?.DestinationConfigurations?.S3Destination).toMatchObject({
      S3Bucket: bucketName,
      S3Prefix: 'spotinst_eco',
    })
    const { Contents = [] } = await sdk.s3.send(new ListObjectsV2Command({ Bucket: bucketName }))
    expect(Contents.map((one) => one.Key?.split('/')[2])).toEqual(['data', 'metadata'])
    // The remedy is the legacy report, in the same bucket.
    await sdk.s3.send(new PutBucketPolicyCommand({ Bucket: bucketName, Policy: billingPolicy(bucketName) }))
    await sdk.cur.send(new PutReportDefinitionCommand({ ReportDefinition: definition() }))
  })

  test.each<[ScenarioName, object]>([
    ['daily-not-hourly', { TimeUnit: 'DAILY' }],
    ['no-resource-ids', { AdditionalSchemaElements: [] }],
    ['no-athena', { AdditionalArtifacts: [], Format: 'textORcsv' }],
    ['no-refresh', { RefreshClosedReports: false }],
  ])('%s: the report was set up with %o, and stays right once it was put right', async (name, wrong) => {
    const { sdk } = await scenario(name)
    await makeReport(sdk)
    expect(await report(sdk)).toMatchObject(wrong)
    const ReportName = 'spotinst-cur-report'
    await sdk.cur.send(new ModifyReportDefinitionCommand({ ReportName, ReportDefinition: definition() }))
    expect(await report(sdk)).toMatchObject(definition())
  })

  test('a scenario chosen later befalls the reports that stand', async () => {
    const { aws, sdk } = await scenario('happy-path')
    await makeReport(sdk)
    aws.setScenario('daily-not-hourly')
    expect((await report(sdk)).TimeUnit).toBe('DAILY')
  })
})

describe('the account', () => {
  test('wrong-account: the profile opens a member account of another organization', async () => {
    const { sdk } = await scenario('wrong-account')
    const { Account } = await sdk.sts.send(new GetCallerIdentityCommand({}))
    const { Organization } = await sdk.organizations.send(new DescribeOrganizationCommand({}))
    expect(Account).not.toBe(account)
    expect(Organization?.MasterAccountId).not.toBe(Account)
  })

  test('member-account: the right account, but another one pays', async () => {
    const { sdk } = await scenario('member-account')
    expect((await sdk.sts.send(new GetCallerIdentityCommand({}))).Account).toBe(account)
    const { Organization } = await sdk.organizations.send(new DescribeOrganizationCommand({}))
    expect(Organization?.MasterAccountId).not.toBe(account)
  })

  test('no-organization: the account is in none', async () => {
    const { sdk } = await scenario('no-organization')
    const fault = await faultOf(sdk.organizations.send(new DescribeOrganizationCommand({})))
    expect(fault.name).toBe('AWSOrganizationsNotInUseException')
  })
})

describe('the crawler stack', () => {
  test('retired-runtime: fails on the function', async () => {
    const { aws, sdk } = await scenario('retired-runtime')
    await delivered(aws, sdk)
    const { status, failed, reason } = await crawlerStack(aws, sdk)
    expect([status, failed]).toEqual(['ROLLBACK_COMPLETE', 'AWSCURInitializer'])
    expect(reason).toContain('The runtime parameter of nodejs16.x is no longer supported')
  })

  test('concurrency-quota: fails on the reserved concurrency', async () => {
    const { aws, sdk } = await scenario('concurrency-quota')
    const { AccountLimit } = await sdk.lambda.send(new GetAccountSettingsCommand({}))
    expect(AccountLimit?.ConcurrentExecutions).toBe(10)
    await delivered(aws, sdk)
    const { status, reason } = await crawlerStack(aws, sdk)
    expect(status).toBe('ROLLBACK_COMPLETE')
    expect(reason).toContain("account's UnreservedConcurrentExecution below its minimum value of [10]")
  })

  test('already-exists: fails on the database left behind; once that is deleted, it succeeds', async () => {
    const { aws, sdk } = await scenario('already-exists')
    await delivered(aws, sdk)
    const { status, failed, reason } = await crawlerStack(aws, sdk)
    expect([status, failed]).toEqual(['ROLLBACK_COMPLETE', 'AWSCURDatabase'])
    expect(reason).toContain('HandlerErrorCode: AlreadyExists')
    await sdk.glue.send(new DeleteDatabaseCommand({ Name: 'athenacurcfn_spotinst_cur_report' }))
    const again = { StackName: 'Again', TemplateURL: crawlerFileUrl, Capabilities: ['CAPABILITY_IAM' as const] }
    await sdk.cloudFormation.send(new CreateStackCommand(again))
    aws.clock.advance(3 * MINUTE)
    const { Stacks: [second] = [] } = await sdk.cloudFormation.send(new DescribeStacksCommand({ StackName: 'Again' }))
    expect(second?.StackStatus).toBe('CREATE_COMPLETE')
  })
})

describe('the crawler', () => {
  const CrawlerName = 'AWSCURCrawler-spotinst-cur-report'
  const schedule = async ({ glue }: Clients) => (await glue.send(new GetCrawlerCommand({ Name: CrawlerName }))).Crawler

  test('crawler-not-scheduled: somebody stops it once; started again, it stays', async () => {
    const { aws, sdk } = await scenario('crawler-not-scheduled')
    await delivered(aws, sdk)
    await crawlerStack(aws, sdk)
    await sdk.glue.send(new UpdateCrawlerScheduleCommand({ CrawlerName, Schedule: 'cron(0 0 * * ? *)' }))
    await sdk.glue.send(new StartCrawlerScheduleCommand({ CrawlerName }))
    expect((await schedule(sdk))?.Schedule).toEqual({ ScheduleExpression: 'cron(0 0 * * ? *)', State: 'NOT_SCHEDULED' })
    await sdk.glue.send(new StartCrawlerScheduleCommand({ CrawlerName }))
    expect((await schedule(sdk))?.Schedule?.State).toBe('SCHEDULED')
  })

  test.each([
    ['crawler-fails', 'Lake Formation'],
    ['crawler-kms', 'kms:Decrypt'],
  ] as const)('%s: every crawl ends with the reason', async (name, reason) => {
    const { aws, sdk } = await scenario(name)
    await delivered(aws, sdk)
    await crawlerStack(aws, sdk)
    const { LastCrawl } = (await schedule(sdk)) ?? {}
    expect(LastCrawl).toMatchObject({ Status: 'FAILED', ErrorMessage: expect.stringContaining(reason) })
  })
})

describe('permissions', () => {
  /** One call of each service, with the error that a missing permission brings. */
  const calls: Record<string, [(sdk: Clients) => Promise<unknown>, string]> = {
    's3:ListBucket': [({ s3 }) => s3.send(new ListObjectsV2Command({ Bucket: bucketName })), 'AccessDenied'],
    's3:GetObject': [
      ({ s3 }) => s3.send(new GetObjectCommand({ Bucket: bucketName, Key: crawlerFileKey })),
      'AccessDenied',
    ],
    's3:CreateBucket': [({ s3 }) => s3.send(new CreateBucketCommand({ Bucket: 'another-bucket' })), 'AccessDenied'],
    'cur:DescribeReportDefinitions': [
      ({ cur }) => cur.send(new DescribeReportDefinitionsCommand({})),
      'AccessDeniedException',
    ],
    'cloudformation:DescribeStacks': [
      ({ cloudFormation }) => cloudFormation.send(new DescribeStacksCommand({})),
      'AccessDenied',
    ],
    'glue:GetCrawlers': [({ glue }) => glue.send(new GetCrawlersCommand({})), 'AccessDeniedException'],
    'lambda:GetAccountSettings': [
      ({ lambda }) => lambda.send(new GetAccountSettingsCommand({})),
      'AccessDeniedException',
    ],
    'organizations:DescribeOrganization': [
      ({ organizations }) => organizations.send(new DescribeOrganizationCommand({})),
      'AccessDeniedException',
    ],
    'bcm-data-exports:ListExports': [
      ({ dataExports }) => dataExports.send(new ListExportsCommand({})),
      'AccessDeniedException',
    ],
  }

  test.each(Object.entries(calls))(
    'access-denied: %s is refused by name, alone or among all',
    async (action, [call, name]) => {
      const { aws, sdk } = await scenario('happy-path')
      await delivered(aws, sdk)
      await call(sdk)
      shown.add('access-denied')
      for (const options of [{ denied: [action] }, {}]) {
        aws.setScenario('access-denied', options)
        const fault = await faultOf(call(sdk))
        expect(fault.name).toBe(name)
        expect(fault.message).toContain(`is not authorized to perform: ${action} on resource:`)
      }
      expect((await sdk.sts.send(new GetCallerIdentityCommand({}))).Account).toBe(account)
      aws.setScenario('access-denied', { denied: ['some:OtherAction'] })
      await call(sdk)
    },
  )

  test('access-denied on IAM makes the stack fail on its first role', async () => {
    const { aws, sdk } = await scenario('happy-path')
    await delivered(aws, sdk)
    aws.setScenario('access-denied', { denied: ['iam:CreateRole'] })
    const { status, failed, reason } = await crawlerStack(aws, sdk)
    expect([status, failed]).toEqual(['ROLLBACK_COMPLETE', 'AWSCURCrawlerComponentFunction'])
    expect(reason).toContain('not authorized to perform: iam:CreateRole')
  })

  test('access-denied on the template’s object makes CloudFormation say so', async () => {
    const { aws, sdk } = await scenario('happy-path')
    await delivered(aws, sdk)
    aws.setScenario('access-denied', { denied: ['s3:GetObject'] })
    expect((await faultOf(crawlerStack(aws, sdk))).message).toMatch(/^S3 error: Access Denied/)
  })

  test('access-denied on listing hides which keys are missing', async () => {
    const { aws, sdk } = await scenario('happy-path')
    await makeBucket(sdk)
    aws.setScenario('access-denied', { denied: ['s3:ListBucket'] })
    const missing = await faultOf(sdk.s3.send(new GetObjectCommand({ Bucket: bucketName, Key: 'missing' })))
    expect(missing).toMatchObject({ name: 'AccessDenied', status: 403 })
  })

  test('expired-credentials: every service says so in its own words', async () => {
    const { sdk } = await scenario('expired-credentials')
    const { s3, sts, glue, lambda } = sdk
    const faults = [
      await faultOf(s3.send(new ListObjectsV2Command({ Bucket: 'sc-msp-data-extractor-source' }))),
      await faultOf(sts.send(new GetCallerIdentityCommand({}))),
      await faultOf(glue.send(new GetCrawlersCommand({}))),
      await faultOf(lambda.send(new GetAccountSettingsCommand({}))),
    ]
    expect(faults.map((one) => one.name)).toEqual([
      'ExpiredToken',
      'ExpiredToken',
      'ExpiredTokenException',
      'ExpiredTokenException',
    ])
  })
})

describe('the connection', () => {
  test('throttling: a client that tries three times gets through, one that does not is refused', async () => {
    const { aws, sdk: patient } = await scenario('throttling', { attempts: 3 })
    await makeReport(patient)
    expect((await report(patient)).ReportName).toBe('spotinst-cur-report')
    const { s3, sts, glue, lambda } = clients(aws, { accountId: '555566667777' })
    const faults = [
      await faultOf(s3.send(new CreateBucketCommand({ Bucket: 'another-bucket' }))),
      await faultOf(sts.send(new GetCallerIdentityCommand({}))),
      await faultOf(glue.send(new GetCrawlersCommand({}))),
      await faultOf(lambda.send(new GetAccountSettingsCommand({}))),
    ]
    expect(faults.map((one) => [one.name, one.status])).toEqual([
      ['SlowDown', 503],
      ['Throttling', 400],
      ['ThrottlingException', 400],
      ['TooManyRequestsException', 429],
    ])
  })

  test('throttling-storm: nobody gets through', async () => {
    const { sdk } = await scenario('throttling-storm', { attempts: 3 })
    expect((await faultOf(sdk.sts.send(new GetCallerIdentityCommand({})))).name).toBe('Throttling')
  })

  test('slow-answers: an answer takes its time, and a client may lose patience first', async () => {
    const { aws } = await scenario('slow-answers')
    expect(scenarios['slow-answers'].rules.delayMs).toBe(5000)
    aws.setScenario('slow-answers', { delayMs: 60_000 })
    const impatient = new AbortController()
    const call = clients(aws).sts.send(new GetCallerIdentityCommand({}), { abortSignal: impatient.signal })
    setImmediate(() => impatient.abort())
    expect((await faultOf(call)).name).toBe('AbortError')
    aws.setScenario('slow-answers', { delayMs: 1 })
    expect((await clients(aws).sts.send(new GetCallerIdentityCommand({}))).Account).toBe(account)
  })

  test('answer-lost: a retry with a token makes no second stack', async () => {
    const { sdk } = await scenario('answer-lost', { attempts: 3 })
    const input = { TemplateBody: '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic"}}}', ClientRequestToken: 'once' }
    await sdk.cloudFormation.send(new CreateStackCommand({ StackName: 'SpotEcoStack', ...input }))
    expect((await sdk.cloudFormation.send(new ListStacksCommand({}))).StackSummaries).toHaveLength(1)
    const single = clients({ url: (await scenario('answer-lost')).aws.url })
    const lost = await faultOf(single.cloudFormation.send(new CreateStackCommand({ StackName: 'Lost', ...input })))
    expect(lost.status).toBe(0)
    expect((await single.cloudFormation.send(new ListStacksCommand({}))).StackSummaries).toHaveLength(1)
  })

  test.each(['halfway' as const, 0, 1, 9_000])(
    'download-cut at %s: the promised length does not arrive',
    async (cutDownloads) => {
      const { aws, sdk } = await scenario('download-cut')
      aws.setScenario('download-cut', { cutDownloads })
      await delivered(aws, sdk)
      const { Body, ContentLength = 0 } = await sdk.s3.send(
        new GetObjectCommand({ Bucket: bucketName, Key: crawlerFileKey }),
      )
      expect(ContentLength).toBeGreaterThan(9_000)
      await expect(Body?.transformToString()).rejects.toThrow()
      // The list still arrives, and so does a download once the line holds.
      await sdk.s3.send(new ListObjectsV2Command({ Bucket: bucketName }))
      aws.setScenario('happy-path')
      const whole = await sdk.s3.send(new GetObjectCommand({ Bucket: bucketName, Key: crawlerFileKey }))
      expect((await whole.Body?.transformToByteArray())?.length).toBe(ContentLength)
    },
  )
})

test('every scenario is shown by a test above', () => {
  expect([...shown].sort()).toEqual(Object.keys(scenarios).sort())
})
