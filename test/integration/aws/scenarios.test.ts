import { describe, expect, it } from 'vitest'
import { createPracticeGateway } from '../../../electron/aws/gateway.ts'
import type { Patience } from '../../../electron/aws/transport.ts'
import type { PracticeAws } from '../../../electron/practice/server.ts'
import type { AwsSession } from '../../../electron/services/aws-gateway.ts'
import { classifyBucketPolicy, proposedBucketPolicy } from '../../../shared/domain/bucket-policy.ts'
import {
  account,
  bucketName,
  crawlerFileKey,
  crawlerFileUrl,
  HOUR,
  MINUTE,
  otherAccount,
  practiceAws,
} from '../../support/practice.ts'

const scope = { bucket: bucketName, accountId: account, partition: 'aws' } as const
const report = {
  name: 'spotinst-cur-report',
  timeUnit: 'HOURLY',
  format: 'Parquet',
  compression: 'Parquet',
  schemaElements: ['RESOURCES'],
  bucket: bucketName,
  prefix: 'spotinst_eco',
  region: 'us-east-1',
  artifacts: ['ATHENA'],
  refreshClosedReports: true,
  versioning: 'OVERWRITE_REPORT',
}
const crawlerStack = {
  name: 'SpotEcoStack',
  template: { url: crawlerFileUrl },
  parameters: {},
  capabilities: ['CAPABILITY_IAM'],
  token: 'C-42-crawler',
}

function sessionOf({ url }: PracticeAws, patience: Partial<Patience> = {}): AwsSession {
  return createPracticeGateway({ endpoint: url, patience: { attempts: 1, ...patience } }).session({
    profile: null,
    region: 'us-east-1',
    partition: 'aws',
    accountId: account,
  })
}

/** Phase 1, delivered unless the scenario has it otherwise. */
async function delivered(aws: PracticeAws): Promise<AwsSession> {
  const session = sessionOf(aws)
  await session.createBucket(bucketName)
  await session.putBucketPolicy(bucketName, proposedBucketPolicy(scope), account)
  await session.putReport(report)
  aws.clock.advance(24 * HOUR)
  return session
}

/** Everything that reads, each with the action that it needs. */
const READS: readonly (readonly [string, (session: AwsSession) => Promise<unknown>])[] = [
  ['sts:GetCallerIdentity', (s) => s.identity()],
  ['organizations:DescribeOrganization', (s) => s.organizationRole()],
  ['cur:DescribeReportDefinitions', (s) => s.reports()],
  ['bcm-data-exports:ListExports', (s) => s.dataExports(bucketName)],
  ['s3:GetObject', (s) => s.headObject(bucketName, crawlerFileKey, account)],
  ['s3:GetObject', (s) => s.getObject(bucketName, crawlerFileKey, account, 100_000)],
  ['s3:ListBucket', (s) => s.listObjects(bucketName, 'spotinst_eco/', account)],
  ['cloudformation:DescribeStacks', (s) => s.stack('SpotEcoStack')],
  ['glue:GetCrawler', (s) => s.crawler('AWSCURCrawler-spotinst-cur-report')],
  ['lambda:GetAccountSettings', (s) => s.concurrency()],
]
const WRITES: readonly (readonly [string, (session: AwsSession) => Promise<unknown>])[] = [
  ['s3:CreateBucket', (s) => s.createBucket('another-bucket')],
  ['s3:PutBucketPolicy', (s) => s.putBucketPolicy(bucketName, proposedBucketPolicy(scope), account)],
  ['cur:PutReportDefinition', (s) => s.putReport({ ...report, name: 'another' })],
  ['cloudformation:CreateStack', (s) => s.createStack(crawlerStack)],
  ['glue:UpdateCrawlerSchedule', (s) => s.scheduleCrawler('AWSCURCrawler-spotinst-cur-report', 'cron(0 0 * * ? *)')],
  ['glue:StartCrawlerSchedule', (s) => s.startCrawlerSchedule('AWSCURCrawler-spotinst-cur-report')],
]

describe('access denied', () => {
  // AWS itself answers sts:GetCallerIdentity whatever a policy says.
  it.each([...READS.slice(1), ...WRITES])('on %s is no access, with exactly that action', async (action, call) => {
    const aws = await practiceAws()
    const session = await delivered(aws)
    aws.setScenario('access-denied', { denied: [action] })
    expect(await call(session)).toMatchObject({ ok: false, fault: { kind: 'no-access', action } })
  })

  it('on parts of a bucket leaves the other parts readable', async () => {
    const aws = await practiceAws()
    const session = await delivered(aws)
    aws.setScenario('access-denied', { denied: ['s3:ListBucket', 's3:GetBucketPolicy'] })
    expect(await session.bucket(bucketName, account)).toMatchObject({
      ok: true,
      value: { region: 'us-east-1', ownedByExpected: true, policy: undefined, notifications: [] },
    })
  })

  it('on everything leaves a bucket unknown, not somebody else’s', async () => {
    const aws = await practiceAws()
    const session = await delivered(aws)
    aws.setScenario('access-denied')
    expect(await session.bucket(bucketName, account)).toMatchObject({
      ok: true,
      value: { ownedByExpected: null, policy: undefined, notifications: undefined },
    })
  })
})

describe('expired credentials', () => {
  it.each(READS)('are told as such by %s', async (_action, call) => {
    const aws = await practiceAws()
    const session = await delivered(aws)
    aws.setScenario('expired-credentials')
    expect(await call(session)).toMatchObject({ ok: false, fault: { kind: 'expired' } })
    expect(await session.bucket(bucketName, account)).toMatchObject({ ok: false, fault: { kind: 'expired' } })
  })
})

describe('throttling', () => {
  it('that gives way is not noticed', async () => {
    const aws = await practiceAws({ scenario: 'throttling' })
    const session = sessionOf(aws, { attempts: 4 })
    const calls = [session.identity(), session.reports(), session.createBucket(bucketName), session.concurrency()]
    expect((await Promise.all(calls)).map(({ ok }) => ok)).toEqual([true, true, true, true])
  })

  it('without end is told by every call, and nothing was made', async () => {
    const aws = await practiceAws({ scenario: 'throttling-storm' })
    const session = sessionOf(aws)
    for (const [, call] of [...READS, ...WRITES])
      expect(await call(session)).toMatchObject({ ok: false, fault: { kind: 'throttled' } })
    aws.setScenario('happy-path')
    expect(await session.reports()).toMatchObject({ ok: true, value: [] })
    expect(await session.stack('SpotEcoStack')).toMatchObject({ ok: false, fault: { kind: 'not-found' } })
  })
})

describe('on the way', () => {
  it('slow answers are time-outs where patience ends', async () => {
    const aws = await practiceAws({ scenario: 'slow-answers' })
    expect(await sessionOf(aws, { answer: 60 }).identity()).toMatchObject({ ok: false, fault: { kind: 'timeout' } })
  })

  it('a download that is cut gives no part of the file', async () => {
    const aws = await practiceAws()
    const session = await delivered(aws)
    aws.setScenario('download-cut')
    expect(await session.getObject(bucketName, crawlerFileKey, account, 100_000)).toMatchObject({
      ok: false,
      fault: { kind: 'offline', code: 'CutShort' },
    })
  })

  it('a lost answer never makes a second bucket, report or stack', async () => {
    const aws = await practiceAws()
    await delivered(aws)
    aws.setScenario('answer-lost')
    const session = sessionOf(aws, { attempts: 3 })
    expect(await session.createBucket('another-bucket')).toMatchObject({ ok: true })
    expect(await session.putReport({ ...report, name: 'another' })).toMatchObject({ ok: true })
    const first = await session.createStack(crawlerStack)
    expect(first).toMatchObject({ ok: true })
    expect(await session.createStack(crawlerStack)).toMatchObject({ ok: true, value: first.ok && first.value })
    aws.setScenario('happy-path')
    const reports = await session.reports()
    expect(reports.ok && reports.value.map(({ name }) => name).sort()).toEqual(['another', 'spotinst-cur-report'])
  })

  it('a report of the same name with other fields is not the same report', async () => {
    const aws = await practiceAws()
    const session = await delivered(aws)
    expect(await session.putReport(report)).toMatchObject({ ok: true })
    expect(await session.putReport({ ...report, timeUnit: 'DAILY' })).toMatchObject({
      ok: false,
      fault: { kind: 'exists', code: 'DuplicateReportNameException' },
    })
  })
})

describe('what stands in AWS', () => {
  it('a bucket name that is taken is somebody else’s', async () => {
    const session = sessionOf(await practiceAws({ scenario: 'bucket-name-taken' }))
    expect(await session.createBucket(bucketName)).toMatchObject({ ok: false, fault: { kind: 'not-owner' } })
    expect(await session.bucket(bucketName, account)).toMatchObject({
      ok: true,
      value: { ownedByExpected: null, policy: undefined },
    })
  })

  it('a bucket of another account is not the expected one’s', async () => {
    const aws = await practiceAws()
    const session = await delivered(aws)
    expect(await session.bucket(bucketName, otherAccount)).toMatchObject({
      ok: true,
      value: { ownedByExpected: false },
    })
    expect(await session.putBucketPolicy(bucketName, '{}', otherAccount)).toMatchObject({
      ok: false,
      fault: { kind: 'no-access' },
    })
  })

  it('other consumers of the bucket’s events are named', async () => {
    const session = await delivered(await practiceAws({ scenario: 'bucket-notifies-others' }))
    expect(await session.bucket(bucketName, account)).toMatchObject({
      ok: true,
      value: { notifications: [expect.stringContaining('cost-lake-arrivals')] },
    })
  })

  it.each([
    ['error-permissions', 'ERROR_PERMISSIONS'],
    ['error-no-bucket', 'ERROR_NO_BUCKET'],
  ] as const)('%s keeps the report from being delivered', async (scenario, lastStatus) => {
    const session = await delivered(await practiceAws({ scenario }))
    expect(await session.reports()).toMatchObject({ ok: true, value: [{ lastDelivery: null, lastStatus }] })
    const bucket = await session.bucket(bucketName, account)
    if (bucket.ok) expect(classifyBucketPolicy(bucket.value.policy ?? '', scope).shape).toBe('other')
    else expect(bucket.fault.kind).toBe('not-found')
  })

  it('a CUR 2.0 export is named with the bucket it fills', async () => {
    const aws = await practiceAws({ scenario: 'cur-2' })
    const session = await delivered(aws)
    const exports = await session.dataExports(bucketName)
    expect(exports.ok && exports.value.length).toBe(1)
    expect(await session.dataExports('some-other-bucket')).toMatchObject({ ok: true, value: [] })
  })

  it.each([
    ['happy-path', 'management'],
    ['member-account', 'member'],
    ['no-organization', 'standalone'],
  ] as const)('in %s the account is %s', async (scenario, value) => {
    expect(await sessionOf(await practiceAws({ scenario })).organizationRole()).toMatchObject({ ok: true, value })
  })

  it('the wrong account says who it is', async () => {
    const caller = await sessionOf(await practiceAws({ scenario: 'wrong-account' })).identity()
    expect(caller.ok && caller.value.accountId).toMatch(/^\d{12}$/)
    expect(caller.ok && caller.value.accountId).not.toBe(account)
  })

  it.each([
    ['daily-not-hourly', { timeUnit: 'DAILY' }],
    ['no-resource-ids', { schemaElements: [] }],
    ['no-athena', { artifacts: [], format: 'textORcsv', compression: 'GZIP' }],
    ['no-refresh', { refreshClosedReports: false }],
    ['wrong-region', { region: 'eu-west-1' }],
  ] as const)('%s shows in the definition', async (scenario, fields) => {
    const session = await delivered(await practiceAws({ scenario }))
    expect(await session.reports()).toMatchObject({ ok: true, value: [fields] })
  })

  it('a bucket in another region tells which', async () => {
    const session = await delivered(await practiceAws({ scenario: 'wrong-region' }))
    expect(await session.bucket(bucketName, account)).toMatchObject({
      ok: true,
      value: { region: 'eu-west-1', ownedByExpected: true },
    })
  })

  it.each([
    ['retired-runtime', 'AWS::Lambda::Function', /nodejs16\.x/],
    ['concurrency-quota', 'AWS::Lambda::Function', /UnreservedConcurrentExecution/],
    ['already-exists', 'AWS::Glue::Database', /already exists/i],
  ] as const)('%s is the first failure of the stack', async (scenario, type, reason) => {
    const aws = await practiceAws({ scenario })
    const session = await delivered(aws)
    expect(await session.createStack(crawlerStack)).toMatchObject({ ok: true })
    aws.clock.advance(10 * MINUTE)
    const stack = await session.stack('SpotEcoStack')
    expect(stack).toMatchObject({
      ok: true,
      value: { status: 'ROLLBACK_COMPLETE', firstFailure: { type, reason: expect.stringMatching(reason) } },
    })
    expect(await session.createStack({ ...crawlerStack, token: 'again' })).toMatchObject({
      ok: false,
      fault: { kind: 'exists' },
    })
  })

  it('a template that the caller may not read is no access to the file', async () => {
    const aws = await practiceAws()
    const session = await delivered(aws)
    aws.setScenario('access-denied', { denied: ['s3:GetObject'] })
    expect(await session.createStack(crawlerStack)).toMatchObject({
      ok: false,
      fault: { kind: 'no-access', action: 's3:GetObject' },
    })
  })

  it.each([
    ['crawler-not-scheduled', { scheduleExpression: 'cron(0 0 * * ? *)', scheduleState: 'NOT_SCHEDULED' }],
    ['crawler-fails', { lastCrawl: { status: 'FAILED', error: expect.stringContaining('Lake Formation') } }],
  ] as const)('%s shows on the crawler', async (scenario, fields) => {
    const aws = await practiceAws({ scenario })
    const session = await delivered(aws)
    const crawler = 'AWSCURCrawler-spotinst-cur-report'
    await session.createStack(crawlerStack)
    aws.clock.advance(10 * MINUTE)
    await session.scheduleCrawler(crawler, 'cron(0 0 * * ? *)')
    await session.startCrawlerSchedule(crawler)
    aws.clock.advance(24 * HOUR)
    expect(await session.crawler(crawler)).toMatchObject({ ok: true, value: fields })
  })

  it('a small quota leaves no head room', async () => {
    expect(await sessionOf(await practiceAws({ scenario: 'concurrency-quota' })).concurrency()).toMatchObject({
      ok: true,
      value: { limit: 10, unreserved: 10 },
    })
  })
})
