import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ListStacksCommand } from '@aws-sdk/client-cloudformation'
import { DescribeReportDefinitionsCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import { DeleteObjectCommand, GetObjectCommand, ListBucketsCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPracticeGateway } from '../../../electron/aws/gateway.ts'
import type { AwsGateway } from '../../../electron/services/aws-gateway.ts'
import { expectedReport } from '../../../shared/domain/checks/report.ts'
import { type AwsApp, act, awsApp, check, reported, withFile, withStack } from '../../support/aws-app.ts'
import { makeFacts } from '../../support/facts.ts'
import { account, bucketName, crawlerFileUrl, MINUTE } from '../../support/practice.ts'

const plan = (app: AwsApp, action: string) => app.send('case.plan', { case: app.caseId, action })
const refused = (app: AwsApp, action: string) => app.refusal('case.do', { case: app.caseId, action, confirmed: true })
const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code)

async function standingStacks(app: AwsApp): Promise<readonly (string | undefined)[]> {
  const { StackSummaries = [] } = await app.sdk.cloudFormation.send(new ListStacksCommand({}))
  return StackSummaries.filter((s) => s.StackStatus !== 'DELETE_COMPLETE').map((s) => s.StackName)
}

async function reportNames(app: AwsApp): Promise<readonly (string | undefined)[]> {
  const { ReportDefinitions = [] } = await app.sdk.cur.send(new DescribeReportDefinitionsCommand({}))
  return ReportDefinitions.map((r) => r.ReportName)
}

/** Request IDs that the record holds of an action, newest first. */
async function recorded(app: AwsApp, what = 'action.done') {
  const { rows } = await app.send('activity.list', { case: app.caseId, limit: 500 })
  return rows.filter((row) => row.what === what).map((row) => row.sentence)
}

/** A machine whose way to STS alone is blocked: every other service answers as always. */
function withoutSts(gateway: AwsGateway): AwsGateway {
  const words = { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND sts.amazonaws.com', requestId: null }
  const fault = { kind: 'offline', action: 'sts:GetCallerIdentity', ...words } as const
  const identity = async () => ({ ok: false, fault }) as const
  return { ...gateway, session: (target) => ({ ...gateway.session(target), identity }) }
}

describe('an action that is run twice', () => {
  it('changes nothing the second time, says so in its plan, and leaves one of each', async () => {
    const app = await awsApp()
    const first: string[] = []
    const twice = async (action: string) => {
      first.push(...(await plan(app, action)).findings.map(({ code }) => code))
      await act(app, action)
      expect(codes((await plan(app, action)).findings)).toEqual(['plan.already-there'])
      await act(app, action)
      // The record of the second run names no request: none was made.
      const [second = '', before = ''] = await recorded(app)
      expect([before.includes('request'), second.includes('request')]).toEqual([true, false])
    }
    await twice('bucket.create')
    await twice('report.create')
    app.aws.clock.advance(25 * 60 * MINUTE)
    await app.send('case.check', { case: app.caseId, step: 'report.delivered' })
    await act(app, 'crawler-file.download')
    await app.send('case.step', { case: app.caseId, step: 'crawler-stack.name', to: 'done' })
    await twice('crawler-stack.create')
    app.aws.clock.advance(10 * MINUTE)
    await app.send('case.check', { case: app.caseId, step: 'crawler-stack.create' })
    await twice('crawler.schedule')
    expect(first).toEqual([])
    expect(await standingStacks(app)).toEqual(['SpotEcoStack'])
    expect(await reportNames(app)).toEqual(['spotinst-cur-report'])
  })
})

describe('a stack that failed to be created', () => {
  it('is deleted by its ID once the plan has shown it, and can then be created again', async () => {
    const app = await awsApp({ scenario: 'concurrency-quota' })
    await withStack(app)
    const c = await app.send('case.get', { case: app.caseId })
    expect(c.steps.find((s) => s.id === 'crawler-stack.create')?.action?.id).toBe('crawler-stack.delete')
    expect(await refused(app, 'crawler-stack.create')).toMatchObject({ code: 'aws.stack-exists' })
    const { changes, possible } = await plan(app, 'crawler-stack.delete')
    expect(possible).toBe(true)
    expect(changes.find(({ what }) => what === 'Its ID')?.value).toMatch(/^arn:aws:cloudformation:.*SpotEcoStack/)
    await act(app, 'crawler-stack.delete')
    app.aws.clock.advance(10 * MINUTE)
    expect(await standingStacks(app)).toEqual([])
    expect(codes((await plan(app, 'crawler-stack.delete')).findings)).toEqual(['plan.already-gone'])
    await act(app, 'crawler-stack.delete')

    app.aws.setScenario('happy-path')
    await act(app, 'crawler-stack.create')
    app.aws.clock.advance(10 * MINUTE)
    expect(await check(app, 'crawler-stack.status', 'crawler-stack.create')).toMatchObject({ outcome: 'pass' })
  })

  it('is the only kind that is deleted', async () => {
    const app = await awsApp()
    await withStack(app)
    expect(codes((await plan(app, 'crawler-stack.delete')).findings)).toEqual(['stack.not-left-over'])
    expect(await refused(app, 'crawler-stack.delete')).toMatchObject({ code: 'stack.not-left-over' })
    expect(await standingStacks(app)).toEqual(['SpotEcoStack'])
  })
})

describe('a plan', () => {
  it('refuses every write with another account than the case expects, and asks no further', async () => {
    const app = await awsApp({ scenario: 'wrong-account' })
    const { possible, findings } = await plan(app, 'bucket.create')
    expect([possible, codes(findings)]).toEqual([false, ['account.wrong']])
    expect(await refused(app, 'bucket.create')).toMatchObject({ code: 'account.wrong', field: 'awsProfile' })
  })

  it('refuses every write where STS cannot be asked who it is, though all else answers', async () => {
    const app = await awsApp({ between: withoutSts })
    const { possible, identity, findings } = await plan(app, 'bucket.create')
    expect([possible, identity, codes(findings)]).toEqual([false, null, ['aws.offline']])
    expect(await refused(app, 'bucket.create')).toMatchObject({ code: 'aws.offline' })
    const { Buckets = [] } = await app.sdk.s3.send(new ListBucketsCommand({}))
    expect(Buckets).toEqual([])
    expect(await recorded(app)).toEqual([])
  })

  it('names the report that stands with other settings', async () => {
    const app = await awsApp({ scenario: 'daily-not-hourly' })
    await reported(app)
    expect(codes((await plan(app, 'report.create')).findings)).toContain('aws.report-exists')
  })

  it('says which bucket is missing before a report is made for it', async () => {
    const app = await awsApp()
    expect(codes((await plan(app, 'report.create')).findings)).toEqual(['bucket.not-there'])
  })

  it('says that the notifications could not be seen, and what would let them be', async () => {
    const app = await awsApp()
    await withFile(app)
    app.aws.setScenario('access-denied', { denied: ['s3:GetBucketNotification'] })
    const { possible, findings } = await plan(app, 'crawler-stack.create')
    expect(possible).toBe(true)
    expect(findings.find(({ code }) => code === 'plan.notifications-unseen')?.message).toContain(
      's3:GetBucketNotification',
    )
  })
})

describe('the crawler stack', () => {
  it('is made from the attached file where the caller may not read the object', async () => {
    const app = await awsApp()
    await withFile(app)
    app.aws.setScenario('access-denied', { denied: ['s3:GetObject'] })
    await act(app, 'crawler-stack.create')
    app.aws.clock.advance(10 * MINUTE)
    expect(await check(app, 'crawler-stack.status', 'crawler-stack.create')).toMatchObject({ outcome: 'pass' })
    expect(await standingStacks(app)).toEqual(['SpotEcoStack'])
  })
})

describe('a storm', () => {
  it('of refused calls that gives way ends in one stack and one report', async () => {
    const app = await awsApp()
    await withFile(app)
    const target = { profile: null, region: 'us-east-1', partition: 'aws', accountId: account } as const
    const session = createPracticeGateway({ endpoint: app.aws.url, patience: { attempts: 4 } }).session(target)
    app.aws.setScenario('throttling')
    const stack = { name: 'SpotEcoStack', template: { url: crawlerFileUrl }, parameters: {}, token: 'once' }
    const made = await Promise.all([
      session.createStack({ ...stack, capabilities: ['CAPABILITY_IAM'] }),
      session.putReport({ ...expectedReport(makeFacts()), name: 'another' }),
    ])
    expect(made.map(({ ok }) => ok)).toEqual([true, true])
    app.aws.setScenario('happy-path')
    expect(await standingStacks(app)).toEqual(['SpotEcoStack'])
    expect(await reportNames(app)).toEqual(['spotinst-cur-report', 'another'])
  })

  it('without end is told in a sentence, and nothing was made', async () => {
    const app = await awsApp()
    await withFile(app)
    app.aws.setScenario('throttling-storm')
    const error = await refused(app, 'crawler-stack.create')
    expect(error).toMatchObject({ code: 'aws.throttled', remedy: expect.stringContaining('in a minute') })
    app.aws.setScenario('happy-path')
    expect(await standingStacks(app)).toEqual([])
  })

  it('of lost answers makes nothing twice, and the second click finds what the first one made', async () => {
    const app = await awsApp({ scenario: 'answer-lost' })
    // Every other answer is lost, and the client does not try again by itself: the operator does.
    const stubborn = async (action: string) => {
      for (let click = 1; click <= 4; click += 1) {
        try {
          return await act(app, action)
        } catch (error) {
          expect(String(error)).toMatch(/aws\.offline/)
        }
      }
      throw new Error(`${action} never went through`)
    }
    await stubborn('bucket.create')
    await stubborn('report.create')
    app.aws.clock.advance(25 * 60 * MINUTE)
    await app.send('case.check', { case: app.caseId, step: 'report.delivered' })
    await act(app, 'crawler-file.download')
    await app.send('case.step', { case: app.caseId, step: 'crawler-stack.name', to: 'done' })
    await stubborn('crawler-stack.create')
    app.aws.setScenario('happy-path')
    expect(await standingStacks(app)).toEqual(['SpotEcoStack'])
    expect(await reportNames(app)).toEqual(['spotinst-cur-report'])
  })

  it('in the middle of an action leaves the record of what was written before it', async () => {
    const app = await awsApp()
    app.aws.setScenario('access-denied', { denied: ['s3:PutBucketPolicy'] })
    expect(await refused(app, 'bucket.create')).toMatchObject({
      code: 'aws.no-access',
      remedy: expect.stringContaining('s3:PutBucketPolicy'),
    })
    expect(await recorded(app, 'action.interrupted')).toHaveLength(1)
    expect(await recorded(app)).toHaveLength(0)
    app.aws.setScenario('happy-path')
    await act(app, 'bucket.create')
    expect(await check(app, 'bucket.ready', 'report.bucket')).toMatchObject({ outcome: 'pass' })
  })
})

describe('a download', () => {
  it('that is cut at any byte leaves no attachment and no bytes behind, and succeeds once the line holds', async () => {
    const app = await awsApp()
    await reported(app)
    await app.send('case.check', { case: app.caseId, step: 'report.delivered' })
    const size = 9_000
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: size })), async (cutDownloads) => {
        app.aws.setScenario('download-cut', { cutDownloads })
        const error = await refused(app, 'crawler-file.download')
        expect(error.code).toMatch(/^aws\.(?:offline|timeout)$/)
        const c = await app.send('case.get', { case: app.caseId })
        expect(c.attachments).toEqual([])
        expect(filesIn(join(app.folder, 'attachments'))).toEqual([])
        expect(c.steps.find((s) => s.id === 'crawler-file.attach')?.status).not.toBe('done')
      }),
      { numRuns: 25 },
    )
    app.aws.setScenario('happy-path')
    const c = await act(app, 'crawler-file.download')
    expect(filesIn(join(app.folder, 'attachments'))).toHaveLength(1)
    expect(c.attachments.map(({ name, size: bytes }) => [name, bytes > size])).toEqual([['crawler-cfn.yml', true]])
  })

  it('takes the file from wherever the report’s folder has it, and the check says that it lies elsewhere', async () => {
    const app = await awsApp()
    await reported(app)
    await app.send('case.check', { case: app.caseId, step: 'report.delivered' })
    await moveCrawlerFile(app)
    const c = await act(app, 'crawler-file.download')
    expect(c.attachments[0]?.origin).toMatch(/20261101-20261201\/crawler-cfn\.yml$/)
    const seen = await check(app, 'crawler-file.present', 'crawler-file.attach')
    expect(seen.lines.find(({ label }) => label === 'Key')?.outcome).toBe('warn')
    expect(seen.lines.find(({ label }) => label === 'Attached copy')?.outcome).toBe('pass')
  })
})

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((e) => (e.isFile() ? [e.name] : []))
}

/** AWS's guide names a dated folder (DOMAIN, trap 8). */
async function moveCrawlerFile(app: AwsApp): Promise<void> {
  const Bucket = bucketName
  const folder = 'spotinst_eco/spotinst-cur-report'
  const from = `${folder}/crawler-cfn.yml`
  const { Body } = await app.sdk.s3.send(new GetObjectCommand({ Bucket, Key: from }))
  const Key = `${folder}/20261101-20261201/crawler-cfn.yml`
  await app.sdk.s3.send(new PutObjectCommand({ Bucket, Key, Body: (await Body?.transformToByteArray()) ?? '' }))
  await app.sdk.s3.send(new DeleteObjectCommand({ Bucket, Key: from }))
}
