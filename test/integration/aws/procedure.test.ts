import { expect, it } from 'vitest'
import { createPracticeGateway } from '../../../electron/aws/gateway.ts'
import { spotAnswer } from '../../../electron/practice/spot.ts'
import { classifyBucketPolicy, proposedBucketPolicy } from '../../../shared/domain/bucket-policy.ts'
import {
  account,
  bucketName,
  crawlerFileKey,
  crawlerFileUrl,
  HOUR,
  MINUTE,
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

it('the gateway carries an account through all three phases', async () => {
  const aws = await practiceAws()
  const session = createPracticeGateway({ endpoint: aws.url }).session({
    profile: null,
    region: 'us-east-1',
    partition: 'aws',
    accountId: account,
  })
  expect(await session.identity()).toMatchObject({
    ok: true,
    value: { accountId: account, endpoint: new URL(aws.url).host, simulated: true },
  })
  expect(await session.organizationRole()).toMatchObject({ ok: true, value: 'management' })

  // Phase 1: bucket, policy, report; 24 hours until AWS delivers.
  expect(await session.bucket(bucketName, account)).toMatchObject({ ok: false, fault: { kind: 'not-found' } })
  expect(await session.createBucket(bucketName)).toMatchObject({ ok: true })
  expect(await session.bucket(bucketName, account)).toMatchObject({
    ok: true,
    value: { region: 'us-east-1', ownedByExpected: true, policy: null, notifications: [] },
  })
  expect(await session.putBucketPolicy(bucketName, proposedBucketPolicy(scope), account)).toMatchObject({ ok: true })
  const open = await session.bucket(bucketName, account)
  expect(open.ok && classifyBucketPolicy(open.value.policy ?? '', scope).shape).toBe('billingreports-with-source')
  expect(await session.putReport(report)).toMatchObject({ ok: true, value: null })
  expect(await session.reports()).toMatchObject({ ok: true, value: [{ ...report, lastDelivery: null }] })
  aws.clock.advance(24 * HOUR)
  expect(await session.reports()).toMatchObject({
    ok: true,
    value: [{ ...report, lastDelivery: '2026-11-22T10:00:00.000Z', lastStatus: 'SUCCESS' }],
  })
  expect(await session.dataExports(bucketName)).toMatchObject({ ok: true, value: [] })

  // Phase 2: the crawler file, its stack, the crawler's schedule.
  const listed = await session.listObjects(bucketName, 'spotinst_eco/spotinst-cur-report/', account)
  expect(listed.ok && listed.value.map(({ key }) => key)).toContain(crawlerFileKey)
  const facts = await session.headObject(bucketName, crawlerFileKey, account)
  const file = await session.getObject(bucketName, crawlerFileKey, account, 100_000)
  if (!facts.ok || !file.ok) throw new Error('The crawler file could not be read.')
  expect(file.value.facts).toEqual(facts.value)
  expect(file.value.bytes).toHaveLength(facts.value.size)
  expect(new TextDecoder().decode(file.value.bytes)).toContain('AWSCURCrawler-spotinst-cur-report')
  expect(await session.concurrency()).toMatchObject({ ok: true, value: { limit: expect.any(Number) } })

  const crawlerStack = {
    name: 'SpotEcoStack',
    template: { url: crawlerFileUrl },
    parameters: {},
    capabilities: ['CAPABILITY_IAM'],
    token: 'C-42-crawler',
  }
  const created = await session.createStack(crawlerStack)
  expect(created).toMatchObject({ ok: true })
  expect(await session.stack('SpotEcoStack')).toMatchObject({ ok: true, value: { status: 'CREATE_IN_PROGRESS' } })
  aws.clock.advance(3 * MINUTE)
  expect(await session.stack('SpotEcoStack')).toMatchObject({
    ok: true,
    value: { status: 'CREATE_COMPLETE', firstFailure: null, complete: 11, resources: 11 },
  })
  const hooked = await session.bucket(bucketName, account)
  expect(hooked.ok && hooked.value.notifications).toHaveLength(1)

  const crawler = 'AWSCURCrawler-spotinst-cur-report'
  expect(await session.scheduleCrawler(crawler, 'cron(0 0 * * ? *)')).toMatchObject({ ok: true })
  expect(await session.crawler(crawler)).toMatchObject({ ok: true, value: { scheduleState: 'NOT_SCHEDULED' } })
  expect(await session.startCrawlerSchedule(crawler)).toMatchObject({ ok: true })
  expect(await session.startCrawlerSchedule(crawler)).toMatchObject({ ok: true })
  aws.clock.advance(72 * HOUR)
  expect(await session.crawler(crawler)).toMatchObject({
    ok: true,
    value: {
      scheduleExpression: 'cron(0 0 * * ? *)',
      scheduleState: 'SCHEDULED',
      lastCrawl: { status: 'SUCCEEDED', error: null, at: '2026-11-25T00:00:00.000Z' },
    },
  })

  // Phase 3: Spot's link with the operator's own parameters.
  const link = spotAnswer({
    region: 'us-east-1',
    bucket: bucketName,
    prefix: 'spotinst_eco',
    reportName: 'spotinst-cur-report',
    customerName: 'acme',
  })
  const filled = new URLSearchParams(link.slice(link.lastIndexOf('?') + 1))
  const given = [...filled].flatMap(([name, value]) =>
    name.startsWith('param_') ? [[name.slice(6), value] as const] : [],
  )
  const parameters = { ...Object.fromEntries(given), AccountList: '', CURBucketName: bucketName }
  const extractor = {
    ...crawlerStack,
    name: 'SpotCostAndUsageExtractor',
    template: { url: filled.get('templateURL') ?? '' },
    parameters,
    token: 'C-42-extractor',
  }
  expect(await session.createStack(extractor)).toMatchObject({ ok: true })
  aws.clock.advance(3 * MINUTE)
  expect(await session.stack('SpotCostAndUsageExtractor')).toMatchObject({
    ok: true,
    value: { status: 'CREATE_COMPLETE', parameters },
  })
  if (created.ok) {
    expect(await session.deleteStack(created.value.id)).toMatchObject({ ok: true })
    aws.clock.advance(3 * MINUTE)
    expect(await session.stack('SpotEcoStack')).toMatchObject({ ok: false, fault: { kind: 'not-found' } })
    expect(await session.stack(created.value.id)).toMatchObject({ ok: true, value: { status: 'DELETE_COMPLETE' } })
  }
})
