import type { AwsResult } from '../../../shared/domain/aws-fault.ts'
import { proposedBucketPolicy } from '../../../shared/domain/bucket-policy.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { crawlerFileOf, factsOf } from '../../../shared/domain/case/facts-of.ts'
import { DAILY_AT_MIDNIGHT } from '../../../shared/domain/checks/crawler.ts'
import { checkReportDefinition, expectedReport } from '../../../shared/domain/checks/report.ts'
import { STACK_SUCCESS } from '../../../shared/domain/checks/stack.ts'
import { faultFinding } from '../../../shared/domain/checks/verdict.ts'
import { LARGEST_TEMPLATE } from '../../../shared/domain/crawler-template/decode.ts'
import { crawlerFileKey, crawlerNameOf, reportFolder } from '../../../shared/domain/crawler-template/names.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { hasErrors } from '../../../shared/domain/finding.ts'
import { type ReportProfile, reportFacts } from '../../../shared/domain/procedure/report-profile.ts'
import type { ActionId } from '../../../shared/domain/procedure/types.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { judgeSpotLink } from '../../../shared/domain/spot-link/judge.ts'
import { buildObjectUrl, parseObjectUrl } from '../../../shared/domain/values/object-url.ts'
import type { AwsSession, NewStack } from '../aws-gateway.ts'
import { CasebookError } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import { takeCrawlerFile } from '../crawler-files.ts'

export interface Run {
  readonly context: Context
  readonly c: Case
  readonly session: AwsSession
  readonly report: ReportProfile
  readonly act: Act
  readonly profile: string
}

export interface Done {
  /** What AWS calls the requests that changed something, for the record. */
  readonly requestIds: readonly string[]
}

/**
 * Runs one action on AWS. Each looks first and is harmless when run twice: what is there already as it should be is
 * left alone, and what is there otherwise is never overwritten.
 */
export async function runAction(action: ActionId, run: Run): Promise<Done> {
  const facts = reportFacts(factsOf(run.c, run.act.settings), run.report)
  switch (action) {
    case 'bucket.create':
      return createBucket(run, facts)
    case 'report.create':
      return createReport(run, facts)
    case 'crawler-file.download':
      return downloadCrawlerFile(run, facts)
    case 'crawler-stack.create':
      return createCrawlerStack(run, facts)
    case 'crawler.schedule':
      return scheduleCrawler(run, facts)
    case 'extractor-stack.create':
      return createExtractorStack(run, facts)
  }
}

async function createBucket(run: Run, facts: Facts): Promise<Done> {
  const { session } = run
  const [bucket, account] = [facts.bucket ?? '', facts.payerAccountId ?? '']
  const made = await session.createBucket(bucket)
  if (!made.ok && made.fault.kind === 'not-owner') {
    throw new CasebookError(refuse('aws.bucket-taken', { bucket }, 'bucket'))
  }
  if (!made.ok && made.fault.kind !== 'exists') return must(made, run)
  const there = must(await session.bucket(bucket, account), run, 'value')
  if (there.ownedByExpected === false)
    throw new CasebookError(refuse('bucket.not-owned', { bucket, account }, 'bucket'))
  const ids = made.ok ? [made.requestId] : []
  if (there.policy === null) {
    const partition = facts.partition === 'aws-cn' ? 'aws-cn' : 'aws'
    const policy = proposedBucketPolicy({ bucket, accountId: account, partition })
    const set = await session.putBucketPolicy(bucket, policy, account)
    ids.push(...must(set, run).requestIds)
  }
  return requests(ids)
}

async function createReport(run: Run, facts: Facts): Promise<Done> {
  const reports = must(await run.session.reports(), run, 'value')
  const report = facts.reportName ?? ''
  if (reports.some((r) => r.name === report)) {
    if (hasErrors(checkReportDefinition(reports, [], facts, run.report).findings)) {
      throw new CasebookError(refuse('aws.report-exists', { report }, 'reportName'))
    }
    return requests([])
  }
  const put = await run.session.putReport(expectedReport(facts, run.report))
  if (!put.ok && put.fault.kind === 'limit') throw new CasebookError(refuse('aws.report-limit', {}))
  return must(put, run)
}

async function downloadCrawlerFile(run: Run, facts: Facts): Promise<Done> {
  const { session, context, c, act } = run
  const [bucket, prefix, report] = [facts.bucket ?? '', facts.prefix ?? '', facts.reportName ?? '']
  const owner = facts.payerAccountId ?? ''
  const key = crawlerFileKey(prefix, report)
  let got = await session.getObject(bucket, key, owner, LARGEST_TEMPLATE)
  if (!got.ok && got.fault.kind === 'not-found') {
    const listed = must(await session.listObjects(bucket, `${reportFolder(prefix, report)}/`, owner), run, 'value')
    const found = listed.find((o) => o.key.endsWith('/crawler-cfn.yml'))
    if (!found) throw new CasebookError(refuse('crawler-file.not-found', { key }, 'crawlerFile'))
    got = await session.getObject(bucket, found.key, owner, LARGEST_TEMPLATE)
  }
  if (!got.ok && got.fault.kind === 'limit') {
    throw new CasebookError(refuse('crawler-file.too-large', { size: LARGEST_TEMPLATE }, 'crawlerFile'))
  }
  const { facts: object, bytes } = must(got, run, 'value')
  const from = { origin: `s3://${object.bucket}/${object.key}`, modifiedAt: object.modifiedAt }
  await takeCrawlerFile(context, c, bytes, from, act)
  return requests(got.ok ? [got.requestId] : [])
}

async function createCrawlerStack(run: Run, facts: Facts): Promise<Done> {
  const { context, c } = run
  const file = crawlerFileOf(c)
  if (!file) throw new CasebookError(refuse('item.crawler-file-missing', {}, 'crawlerFile'))
  const name = facts.crawlerStackName ?? ''
  const [bucket, region] = [facts.bucket ?? '', facts.region ?? '']
  const key = crawlerFileKey(facts.prefix ?? '', facts.reportName ?? '')
  const stack: NewStack = {
    name,
    template: { url: buildObjectUrl(bucket, key, region) },
    parameters: {},
    capabilities: ['CAPABILITY_IAM'],
    token: `casebook-${c.record.id}-crawler-${file.sha256.slice(0, 12)}`,
  }
  return createStack(run, stack, async () => {
    const body = new TextDecoder('utf-8', { fatal: true }).decode(await context.ports.attachments.get(file.sha256))
    return { ...stack, template: { body } }
  })
}

async function createExtractorStack(run: Run, facts: Facts): Promise<Done> {
  const { c, act } = run
  const link = judgeSpotLink(facts.spotLink ?? '', {
    region: facts.region,
    bucket: facts.bucket,
    prefix: facts.prefix,
    known: act.settings.knownBuckets,
  })
  if (!link.ok || link.templateUrl === null || !parseObjectUrl(link.templateUrl).ok) {
    throw new CasebookError(refuse('link.refused', { first: 'its template cannot be read' }, 'spotLink'))
  }
  const stack: NewStack = {
    name: facts.extractorStackName ?? '',
    template: { url: link.templateUrl },
    parameters: { ...link.parameters, AccountList: facts.accountList ?? '', CURBucketName: facts.bucket ?? '' },
    capabilities: ['CAPABILITY_IAM'],
    token: `casebook-${c.record.id}-extractor`,
  }
  return createStack(run, stack, null)
}

/** @param byBody the same stack from the attached file, for a caller who may not read the object's URL */
async function createStack(run: Run, stack: NewStack, byBody: (() => Promise<NewStack>) | null): Promise<Done> {
  const there = await run.session.stack(stack.name)
  if (there.ok) {
    const { status } = there.value
    const good = STACK_SUCCESS.includes(status) || status === 'CREATE_IN_PROGRESS'
    if (good) return requests([])
    throw new CasebookError(refuse('aws.stack-exists', { stack: stack.name, status }))
  }
  if (there.fault.kind !== 'not-found') return must(there, run)
  const made = await run.session.createStack(stack)
  const denied = !made.ok && byBody !== null && (made.fault.kind === 'no-access' || isUnreadableUrl(made.fault.message))
  return must(denied && byBody ? await run.session.createStack(await byBody()) : made, run)
}

/** CloudFormation reports a template it may not read as a validation error that speaks of S3. */
function isUnreadableUrl(message: string): boolean {
  return /S3 error|TemplateURL must|Access Denied/i.test(message)
}

async function scheduleCrawler(run: Run, facts: Facts): Promise<Done> {
  const crawler = crawlerNameOf(facts.reportName ?? '')
  const before = await run.session.crawler(crawler)
  if (!before.ok && before.fault.kind === 'not-found') {
    throw new CasebookError(refuse('crawler.missing', { crawler }))
  }
  const ids: (string | null)[] = []
  if (must(before, run, 'value').scheduleExpression !== DAILY_AT_MIDNIGHT) {
    ids.push(...must(await run.session.scheduleCrawler(crawler, DAILY_AT_MIDNIGHT), run).requestIds)
  }
  // The right expression with a stopped schedule is not done (DOMAIN, section 5: Glue).
  if (must(await run.session.crawler(crawler), run, 'value').scheduleState === 'NOT_SCHEDULED') {
    ids.push(...must(await run.session.startCrawlerSchedule(crawler), run).requestIds)
  }
  return requests(ids)
}

function requests(ids: readonly (string | null)[]): Done {
  return { requestIds: ids.filter((id) => id !== null) }
}

/** What AWS gave, or its fault as a refusal. */
function must<T>(result: AwsResult<T>, run: Run): Done
function must<T>(result: AwsResult<T>, run: Run, give: 'value'): T
function must<T>(result: AwsResult<T>, run: Run, give?: 'value'): T | Done {
  if (!result.ok) {
    const { code, params } = faultFinding(result.fault, run.profile)
    throw new CasebookError({ refused: true, code, params })
  }
  return give === 'value' ? result.value : requests([result.requestId])
}
