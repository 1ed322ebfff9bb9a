import {
  DeleteReportDefinitionCommand,
  DescribeReportDefinitionsCommand,
  ModifyReportDefinitionCommand,
  PutReportDefinitionCommand,
  paginateDescribeReportDefinitions,
  type ReportDefinition,
} from '@aws-sdk/client-cost-and-usage-report-service'
import {
  CreateBucketCommand,
  DeleteBucketPolicyCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
} from '@aws-sdk/client-s3'
import { describe, expect, test } from 'vitest'
import {
  account,
  billingPolicy,
  bucketName,
  type Clients,
  clients,
  definition,
  faultOf,
  HOUR,
  makeBucket,
  makeReport,
  otherAccount,
  practiceAws,
} from '../../support/practice.ts'

const put = ({ cur }: Clients, changes: Partial<ReportDefinition> = {}) =>
  cur.send(new PutReportDefinitionCommand({ ReportDefinition: definition(changes) }))

const statusOf = async ({ cur }: Clients) => {
  const { ReportDefinitions: [first] = [] } = await cur.send(new DescribeReportDefinitionsCommand({}))
  return (first as { ReportStatus?: { lastStatus?: string; lastDelivery?: string } } | undefined)?.ReportStatus
}

describe('report definitions', () => {
  test('are described as they were put, five on a page', async () => {
    const sdk = clients(await practiceAws())
    await makeBucket(sdk)
    for (let i = 1; i <= 7; i++) await put(sdk, { ReportName: `report-${i}` })
    const pages: (string | undefined)[][] = []
    for await (const page of paginateDescribeReportDefinitions({ client: sdk.cur }, {})) {
      pages.push(page.ReportDefinitions?.map((one) => one.ReportName) ?? [])
    }
    expect(pages.map((page) => page.length)).toEqual([5, 2])
    expect(pages.flat()).toEqual([1, 2, 3, 4, 5, 6, 7].map((i) => `report-${i}`))
    const { ReportDefinitions: [first] = [] } = await sdk.cur.send(
      new DescribeReportDefinitionsCommand({ MaxResults: 5 }),
    )
    expect(first).toEqual(definition({ ReportName: 'report-1' }))
    const invalid = await faultOf(sdk.cur.send(new DescribeReportDefinitionsCommand({ NextToken: 'stale' })))
    expect(invalid).toMatchObject({ name: 'ValidationException', status: 400 })
    expect((await faultOf(sdk.cur.send(new DescribeReportDefinitionsCommand({ MaxResults: 10 })))).name).toBe(
      'ValidationException',
    )
  })

  test('have unique names, and an account has ten of them', async () => {
    const sdk = clients(await practiceAws())
    await makeBucket(sdk)
    for (let i = 1; i <= 10; i++) await put(sdk, { ReportName: `report-${i}` })
    expect((await faultOf(put(sdk, { ReportName: 'report-1' }))).name).toBe('DuplicateReportNameException')
    expect((await faultOf(put(sdk, { ReportName: 'report-11' }))).name).toBe('ReportLimitReachedException')
  })

  test('belong to their account', async () => {
    const aws = await practiceAws()
    await makeReport(clients(aws))
    const { cur } = clients(aws, { accountId: otherAccount })
    expect((await cur.send(new DescribeReportDefinitionsCommand({}))).ReportDefinitions).toEqual([])
  })

  test('are modified and deleted by name', async () => {
    const sdk = clients(await practiceAws())
    await makeReport(sdk)
    const modify = (ReportName: string, changes: Partial<ReportDefinition>) =>
      sdk.cur.send(new ModifyReportDefinitionCommand({ ReportName, ReportDefinition: definition(changes) }))
    await modify('spotinst-cur-report', { TimeUnit: 'DAILY' })
    const { ReportDefinitions: [modified] = [] } = await sdk.cur.send(new DescribeReportDefinitionsCommand({}))
    expect(modified?.TimeUnit).toBe('DAILY')
    expect((await faultOf(modify('spotinst-cur-report', { ReportName: 'other' }))).name).toBe('ValidationException')
    expect((await faultOf(modify('other', {}))).name).toBe('ValidationException')
    await sdk.cur.send(new DeleteReportDefinitionCommand({ ReportName: 'spotinst-cur-report' }))
    expect((await sdk.cur.send(new DescribeReportDefinitionsCommand({}))).ReportDefinitions).toEqual([])
    const again = sdk.cur.send(new DeleteReportDefinitionCommand({ ReportName: 'spotinst-cur-report' }))
    expect((await faultOf(again)).name).toBe('ValidationException')
  })

  test('are kept in us-east-1 only', async () => {
    const { cur } = clients(await practiceAws(), { region: 'eu-west-1' })
    const fault = await faultOf(cur.send(new DescribeReportDefinitionsCommand({})))
    expect(fault).toMatchObject({ name: 'InvalidSignatureException', status: 400 })
  })

  test.each<[string, Record<string, unknown>]>([
    ['a name with a space', { ReportName: 'my report' }],
    ['no name', { ReportName: undefined }],
    ['an unknown time unit', { TimeUnit: 'WEEKLY' }],
    ['no schema elements', { AdditionalSchemaElements: undefined }],
    ['an unknown schema element', { AdditionalSchemaElements: ['TAGS'] }],
    ['a format that does not fit its compression', { Compression: 'GZIP' }],
    ['Athena without Parquet', { Format: 'textORcsv', Compression: 'GZIP' }],
    ['Athena beside Redshift', { AdditionalArtifacts: ['ATHENA', 'REDSHIFT'] }],
    ['Athena without overwriting', { ReportVersioning: 'CREATE_NEW_REPORT' }],
    ['Athena without a prefix', { S3Prefix: '' }],
    ['a bucket that is not there', { S3Bucket: 'nobody-has-this' }],
    ['a region that is not the bucket’s', { S3Region: 'eu-west-1' }],
  ])('are refused with %s', async (_, changes) => {
    const sdk = clients(await practiceAws())
    await makeBucket(sdk)
    expect(await faultOf(put(sdk, changes))).toMatchObject({ name: 'ValidationException', status: 400 })
  })
})

const Service = 'billingreports.amazonaws.com'
const resources = [`arn:aws:s3:::${bucketName}`, `arn:aws:s3:::${bucketName}/*`]
const bound = {
  'aws:SourceArn': `arn:aws:cur:us-east-1:${account}:definition/*`,
  'aws:SourceAccount': account,
}
const older = { Principal: { Service }, Action: ['s3:GetBucketAcl', 's3:GetBucketPolicy'], Resource: resources[0] }
const objects = { Principal: { Service }, Action: 's3:PutObject', Resource: resources[1] }
const newest = {
  Principal: { Service: ['bcm-data-exports.amazonaws.com', Service] },
  Action: ['s3:PutObject', 's3:GetBucketPolicy'],
  Resource: resources,
  Condition: {
    StringLike: {
      'aws:SourceArn': [
        `arn:aws:cur:us-east-1:${account}:definition/*`,
        `arn:aws:bcm-data-exports:us-east-1:${account}:export/*`,
      ],
      'aws:SourceAccount': account,
    },
  },
}
const foreign = { StringEquals: { ...bound, 'aws:SourceAccount': otherAccount } }

describe('the bucket policy', () => {
  const attempt = async (statements: object[]) => {
    const sdk = clients(await practiceAws())
    await sdk.s3.send(new CreateBucketCommand({ Bucket: bucketName }))
    const Statement = statements.map((one) => ({ Effect: 'Allow', ...one }))
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement })
    await sdk.s3.send(new PutBucketPolicyCommand({ Bucket: bucketName, Policy }))
    return put(sdk)
  }

  test.each([
    ['without conditions', [older, objects]],
    [
      'bound to the account',
      [
        { ...older, Condition: { StringEquals: bound } },
        { ...objects, Condition: { StringEquals: bound } },
      ],
    ],
    ['for reports and exports in one statement', [newest]],
  ])('%s lets AWS deliver', async (_, statements) => {
    expect((await attempt(statements)).$metadata.httpStatusCode).toBe(200)
  })

  test.each([
    ['lets nobody write objects', [older]],
    [
      'is bound to another account',
      [
        { ...older, Condition: foreign },
        { ...objects, Condition: foreign },
      ],
    ],
    ['denies what it allows', [older, objects, { ...objects, Effect: 'Deny' }]],
    [
      'has a condition that cannot be judged',
      [older, { ...objects, Condition: { DateLessThan: { 'aws:CurrentTime': 'x' } } }],
    ],
  ])('that %s keeps the report from being put', async (_, statements) => {
    const fault = await faultOf(attempt(statements))
    expect(fault.name).toBe('ValidationException')
    expect(fault.message).toContain('Failed to verify customer bucket permission')
  })
})

describe('delivery', () => {
  test('comes after 24 hours and then daily', async () => {
    const aws = await practiceAws()
    const sdk = clients(aws)
    await makeReport(sdk)
    aws.clock.advance(24 * HOUR)
    expect(await statusOf(sdk)).toEqual({ lastStatus: 'SUCCESS', lastDelivery: '20261122T100000Z' })
    aws.clock.advance(50 * HOUR)
    expect(await statusOf(sdk)).toEqual({ lastStatus: 'SUCCESS', lastDelivery: '20261124T100000Z' })
  })

  test('writes data, manifest and crawler file under prefix and report', async () => {
    const aws = await practiceAws()
    const { s3 } = clients(aws)
    await makeReport(clients(aws), { S3Prefix: 'costs/daily', ReportName: 'Acme' })
    aws.clock.advance(24 * HOUR)
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucketName }))
    expect(Contents.map((one) => one.Key)).toEqual([
      'costs/daily/Acme/20261101-20261201/Acme-Manifest.json',
      'costs/daily/Acme/Acme-create-table.sql',
      'costs/daily/Acme/Acme/year=2026/month=11/Acme-00001.snappy.parquet',
      'costs/daily/Acme/cost_and_usage_data_status/cost_and_usage_data_status.parquet',
      'costs/daily/Acme/crawler-cfn.yml',
    ])
    const file = await s3.send(new GetObjectCommand({ Bucket: bucketName, Key: 'costs/daily/Acme/crawler-cfn.yml' }))
    expect(file.LastModified).toEqual(new Date('2026-11-22T10:00:00Z'))
  })

  test('without Athena brings no crawler file', async () => {
    const aws = await practiceAws()
    const sdk = clients(aws)
    await makeReport(sdk, { AdditionalArtifacts: [], Format: 'textORcsv', Compression: 'GZIP' })
    aws.clock.advance(24 * HOUR)
    const { Contents = [] } = await sdk.s3.send(new ListObjectsV2Command({ Bucket: bucketName }))
    expect(Contents.map((one) => one.Key).filter((key) => key?.endsWith('.yml'))).toEqual([])
    expect(Contents.length).toBeGreaterThan(0)
  })

  test('fails while the policy is missing and succeeds on the next day after it is back', async () => {
    const aws = await practiceAws()
    const sdk = clients(aws)
    await makeReport(sdk)
    await sdk.s3.send(new DeleteBucketPolicyCommand({ Bucket: bucketName }))
    aws.clock.advance(24 * HOUR)
    expect(await statusOf(sdk)).toEqual({ lastStatus: 'ERROR_PERMISSIONS' })
    await sdk.s3.send(new PutBucketPolicyCommand({ Bucket: bucketName, Policy: billingPolicy(bucketName) }))
    aws.clock.advance(24 * HOUR - 1)
    expect(await statusOf(sdk)).toEqual({ lastStatus: 'ERROR_PERMISSIONS' })
    aws.clock.advance(1)
    expect(await statusOf(sdk)).toEqual({ lastStatus: 'SUCCESS', lastDelivery: '20261123T100000Z' })
  })
})
