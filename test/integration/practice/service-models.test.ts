import { GetExportCommand, ListExportsCommand } from '@aws-sdk/client-bcm-data-exports'
import * as cfn from '@aws-sdk/client-cloudformation'
import * as cur from '@aws-sdk/client-cost-and-usage-report-service'
import * as glue from '@aws-sdk/client-glue'
import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda'
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations'
import * as s3 from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { beforeAll, describe, expect, test } from 'vitest'
import { services } from '../../../electron/practice/router.ts'
import { startPracticeAws } from '../../../electron/practice/server.ts'
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
  frozenClock,
  HOUR,
  MINUTE,
  makeReport,
} from '../../support/practice.ts'
import { botocoreModels } from '../../support/service-models/botocore-models.ts'
import { problemsOf } from '../../support/service-models/check-reply.ts'
import { type RecordedReply, recordReplies } from '../../support/service-models/recorder.ts'
import { sdkModels } from '../../support/service-models/sdk-models.ts'
import type { ServiceModels } from '../../support/service-models/shape.ts'

const Bucket = bucketName
const StackName = 'SpotEcoStack'
const Name = 'AWSCURCrawler-spotinst-cur-report'
const Schedule = 'cron(0 0 * * ? *)'
let replies: RecordedReply[] = []

beforeAll(async () => {
  const aws = await startPracticeAws({ clock: frozenClock(), scenario: 'cur-2' })
  const sdk = clients(aws)
  replies = recordReplies(sdk)
  await identify(sdk)
  await useBucket(sdk)
  await useReport(sdk)
  aws.clock.advance(24 * HOUR)
  await sdk.cur.send(new cur.DescribeReportDefinitionsCommand({}))
  await useObjects(sdk)
  await useTemplates(sdk)
  const parameters = {
    TemplateURL: crawlerFileUrl,
    Capabilities: ['CAPABILITY_IAM' as const],
    Tags: [{ Key: 'a', Value: 'b' }],
  }
  await sdk.cloudFormation.send(new cfn.CreateStackCommand({ StackName, ...parameters }))
  await readStack(sdk)
  aws.clock.advance(10 * MINUTE)
  await readStack(sdk)
  await useCrawler(sdk)
  aws.clock.advance(24 * HOUR)
  await sdk.glue.send(new glue.GetCrawlerCommand({ Name }))
  await provokeErrors(sdk)
  await takeDown(sdk)
  aws.clock.advance(HOUR)
  await sdk.cloudFormation.send(new cfn.ListStacksCommand({}))
  await aws.close()
})

async function identify({ sts, organizations, lambda, dataExports }: Clients) {
  await sts.send(new GetCallerIdentityCommand({}))
  await organizations.send(new DescribeOrganizationCommand({}))
  await lambda.send(new GetAccountSettingsCommand({}))
  const { Exports: [first] = [] } = await dataExports.send(new ListExportsCommand({}))
  await dataExports.send(new GetExportCommand({ ExportArn: first?.ExportArn ?? '' }))
}

async function useBucket(sdk: Clients) {
  const send = sdk.s3.send.bind(sdk.s3)
  await send(new s3.ListBucketsCommand({}))
  await send(new s3.CreateBucketCommand({ Bucket: 'practice-passing' }))
  await send(new s3.PutBucketPolicyCommand({ Bucket: 'practice-passing', Policy: billingPolicy('practice-passing') }))
  await send(new s3.DeleteBucketPolicyCommand({ Bucket: 'practice-passing' }))
  await send(new s3.DeleteBucketCommand({ Bucket: 'practice-passing' }))
  await send(new s3.HeadBucketCommand({ Bucket }))
  await send(new s3.GetBucketLocationCommand({ Bucket }))
  const queue = {
    QueueArn: `arn:aws:sqs:us-east-1:${account}:arrivals`,
    Events: ['s3:ObjectCreated:*' as const],
    Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value: 'a/' }] } },
  }
  const NotificationConfiguration = { QueueConfigurations: [queue], EventBridgeConfiguration: {} }
  await send(new s3.PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }))
  await send(new s3.GetBucketNotificationConfigurationCommand({ Bucket }))
}

async function useReport(sdk: Clients) {
  await makeReport(sdk)
  await sdk.s3.send(new s3.GetBucketPolicyCommand({ Bucket }))
  const ReportDefinition = definition({ ReportName: 'second' })
  await sdk.cur.send(new cur.PutReportDefinitionCommand({ ReportDefinition }))
  await sdk.cur.send(new cur.DescribeReportDefinitionsCommand({}))
  await sdk.cur.send(new cur.ModifyReportDefinitionCommand({ ReportName: 'second', ReportDefinition }))
  await sdk.cur.send(new cur.DeleteReportDefinitionCommand({ ReportName: 'second' }))
}

async function useObjects(sdk: Clients) {
  const send = sdk.s3.send.bind(sdk.s3)
  const Key = 'folder/a b.txt'
  await send(new s3.PutObjectCommand({ Bucket, Key, Body: 'hello', Metadata: { case: 'C-42' } }))
  await send(new s3.GetObjectCommand({ Bucket, Key: crawlerFileKey, ChecksumMode: 'ENABLED' }))
  await send(new s3.GetObjectCommand({ Bucket, Key, Range: 'bytes=1-2' }))
  await send(new s3.HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }))
  await send(new s3.ListObjectsV2Command({ Bucket, Delimiter: '/', FetchOwner: true, EncodingType: 'url' }))
  await send(new s3.ListObjectsV2Command({ Bucket, MaxKeys: 2, StartAfter: 'a' }))
  await send(new s3.ListObjectsCommand({ Bucket, MaxKeys: 1, Delimiter: '/' }))
  await send(new s3.DeleteObjectCommand({ Bucket, Key }))
}

async function useTemplates({ cloudFormation }: Clients) {
  const TemplateURL = 'https://sc-msp-data-extractor-source.s3.amazonaws.com/cfn/msp-cost-and-usage-extractor.yml'
  await cloudFormation.send(new cfn.GetTemplateSummaryCommand({ TemplateURL }))
  await cloudFormation.send(new cfn.ValidateTemplateCommand({ TemplateURL }))
  const given = ['CURPrefixName', 'CustomerName', 'LambdaFunctionBucket', 'LambdaFunctionKey', 'S3OutputBucket']
  const Parameters = [...given, 'CURBucketName'].map((ParameterKey) => ({ ParameterKey, ParameterValue: 'spotinst' }))
  await cloudFormation.send(
    new cfn.CreateStackCommand({ StackName: 'Extractor', TemplateURL, Parameters, Capabilities: ['CAPABILITY_IAM'] }),
  )
}

async function readStack({ cloudFormation }: Clients) {
  await cloudFormation.send(new cfn.DescribeStacksCommand({}))
  await cloudFormation.send(new cfn.DescribeStackEventsCommand({ StackName }))
  await cloudFormation.send(new cfn.ListStackResourcesCommand({ StackName }))
  await cloudFormation.send(new cfn.DescribeStackResourcesCommand({ StackName }))
  await cloudFormation.send(new cfn.GetTemplateCommand({ StackName }))
}

async function useCrawler(sdk: Clients) {
  const send = sdk.glue.send.bind(sdk.glue)
  await send(new glue.GetDatabaseCommand({ Name: 'athenacurcfn_spotinst_cur_report' }))
  await send(new glue.UpdateCrawlerCommand({ Name, Description: 'changed' }))
  await send(new glue.UpdateCrawlerScheduleCommand({ CrawlerName: Name, Schedule }))
  await send(new glue.StartCrawlerScheduleCommand({ CrawlerName: Name }))
  await send(new glue.GetCrawlersCommand({}))
  await send(new glue.StopCrawlerScheduleCommand({ CrawlerName: Name }))
  await send(new glue.StartCrawlerCommand({ Name }))
  await send(new glue.GetCrawlerCommand({ Name }))
}

async function provokeErrors({ cur: reports, cloudFormation, glue: crawlers, dataExports }: Clients) {
  const ReportDefinition = definition()
  await faultOf(reports.send(new cur.PutReportDefinitionCommand({ ReportDefinition })))
  await faultOf(reports.send(new cur.DeleteReportDefinitionCommand({ ReportName: 'missing' })))
  await faultOf(reports.send(new cur.ModifyReportDefinitionCommand({ ReportName: 'missing', ReportDefinition })))
  for (let i = 1; i < 10; i++) {
    await reports.send(new cur.PutReportDefinitionCommand({ ReportDefinition: definition({ ReportName: `r-${i}` }) }))
  }
  await faultOf(
    reports.send(new cur.PutReportDefinitionCommand({ ReportDefinition: definition({ ReportName: 'r-10' }) })),
  )
  await reports.send(new cur.DescribeReportDefinitionsCommand({}))
  await faultOf(cloudFormation.send(new cfn.CreateStackCommand({ StackName, TemplateURL: crawlerFileUrl })))
  await faultOf(cloudFormation.send(new cfn.CreateStackCommand({ StackName: 'x', TemplateURL: crawlerFileUrl })))
  await faultOf(crawlers.send(new glue.GetCrawlerCommand({ Name: 'missing' })))
  await faultOf(crawlers.send(new glue.GetDatabaseCommand({ Name: 'missing' })))
  await faultOf(crawlers.send(new glue.DeleteDatabaseCommand({ Name: 'missing' })))
  await crawlers.send(new glue.StartCrawlerCommand({ Name }))
  await faultOf(crawlers.send(new glue.StartCrawlerCommand({ Name })))
  await faultOf(crawlers.send(new glue.UpdateCrawlerCommand({ Name })))
  await faultOf(crawlers.send(new glue.UpdateCrawlerScheduleCommand({ CrawlerName: Name, Schedule: 'daily' })))
  await faultOf(crawlers.send(new glue.StopCrawlerScheduleCommand({ CrawlerName: Name })))
  await crawlers.send(new glue.StartCrawlerScheduleCommand({ CrawlerName: Name }))
  await faultOf(crawlers.send(new glue.StartCrawlerScheduleCommand({ CrawlerName: Name })))
  const ExportArn = `arn:aws:bcm-data-exports:us-east-1:${account}:export/missing-00000000-0000-0000-0000-000000000000`
  await faultOf(dataExports.send(new GetExportCommand({ ExportArn })))
}

async function takeDown({ cloudFormation, glue: crawlers }: Clients) {
  await crawlers.send(new glue.DeleteDatabaseCommand({ Name: 'athenacurcfn_spotinst_cur_report' }))
  await cloudFormation.send(new cfn.DeleteStackCommand({ StackName }))
}

test('the session uses every operation that is simulated', () => {
  const used = new Set(replies.map((reply) => `${reply.service}.${reply.operation}`))
  const simulated = Object.entries(services).flatMap(([name, service]) =>
    service?.operations.map((one) => `${name}.${one}`),
  )
  expect(simulated.filter((operation) => !used.has(operation ?? ''))).toEqual([])
})

/** Where AWS departs from its own models: S3 writes the names of filter rules with a capital letter. */
const departures = [/\.FilterRule\[\d\]\.Name: "(Prefix|Suffix)" is none of prefix, suffix$/]

/** Codes that any call may be answered with; models list only what is special to an operation. */
const common = ['ValidationError']

function check(models: ServiceModels, service: string) {
  const own = replies.filter((reply) => reply.service === service)
  const problems = own.flatMap((reply) => {
    if (reply.status >= 300) return errorProblems(models, reply)
    const output = models.output(service, reply.operation)
    return output ? problemsOf(reply, output, models.complete) : [`${reply.operation} is not in the model`]
  })
  expect(own.length).toBeGreaterThan(0)
  expect(problems.filter((one) => !departures.some((known) => known.test(one)))).toEqual([])
}

/** S3 models few of its errors, so nothing can be said about those. */
function errorProblems(models: ServiceModels, { service, operation, body }: RecordedReply): string[] {
  const modelled = models.errors(service, operation)
  if (modelled === undefined || service === 's3') return []
  const code = body.startsWith('{') ? JSON.parse(body).__type : /<Code>(.*?)<\/Code>/.exec(body)?.[1]
  return [...modelled, ...common].includes(code) ? [] : [`${service}.${operation}: error ${code} is not in the model`]
}

describe('answers fit the models of the SDK', () => {
  // The report client is too old to carry a model.
  test.each(Object.keys(services).filter((name) => name !== 'cur'))('%s', (service) => check(sdkModels, service))
})

const botocore = botocoreModels()
const note =
  'missing' in botocore
    ? ` (skipped: ${botocore.missing})`
    : botocore.complete
      ? ''
      : ' (an older one: new members not checked)'

describe.skipIf('missing' in botocore)(`answers fit the models of botocore${note}`, () => {
  test.for(Object.keys(services))('%s', (service, context) => {
    if ('missing' in botocore) return
    // Data exports are younger than some botocores.
    if (!botocore.output(service, 'any')) context.skip(`this botocore does not know ${service}`)
    check(botocore, service)
  })
})
