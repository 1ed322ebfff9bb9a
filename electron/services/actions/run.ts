import { proposedBucketPolicy } from '../../../shared/domain/bucket-policy.ts'
import { crawlerFileOf } from '../../../shared/domain/case/facts-of.ts'
import { DAILY_AT_MIDNIGHT } from '../../../shared/domain/checks/crawler.ts'
import { checkReportDefinition, expectedReport } from '../../../shared/domain/checks/report.ts'
import { LARGEST_TEMPLATE } from '../../../shared/domain/crawler-template/decode.ts'
import { crawlerFileKey, crawlerNameOf } from '../../../shared/domain/crawler-template/names.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { hasErrors } from '../../../shared/domain/finding.ts'
import type { ActionId } from '../../../shared/domain/procedure/types.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { judgeSpotLink } from '../../../shared/domain/spot-link/judge.ts'
import { buildObjectUrl, parseObjectUrl } from '../../../shared/domain/values/object-url.ts'
import { actionProgress as telling } from '../../../shared/text/action-progress.ts'
import type { BucketFacts, NewStack } from '../aws-gateway.ts'
import { CasebookError } from '../casebook-error.ts'
import { findCrawlerFile } from '../checks/find-crawler-file.ts'
import { takeCrawlerFile } from '../crawler-files.ts'
import { must, type Run, runFacts } from './action-run.ts'
import { deleteLeftOver, makeStack } from './stack-run.ts'

/**
 * Runs one action on AWS. Each looks first and is harmless when run twice: what is there already as it should be is
 * left alone, and what is there otherwise is never overwritten.
 */
export async function runAction(action: ActionId, run: Run): Promise<void> {
  const facts = runFacts(run)
  switch (action) {
    case 'bucket.create':
      return createBucket(run, facts)
    case 'report.create':
      return createReport(run, facts)
    case 'crawler-file.download':
      return downloadCrawlerFile(run, facts)
    case 'crawler-stack.create':
      return createCrawlerStack(run, facts)
    case 'crawler-stack.delete':
      return deleteLeftOver(run, facts.crawlerStackName ?? '')
    case 'crawler.schedule':
      return scheduleCrawler(run, facts)
    case 'extractor-stack.create':
      return createExtractorStack(run, facts)
    case 'extractor-stack.delete':
      return deleteLeftOver(run, facts.extractorStackName ?? '')
  }
}

async function createBucket(run: Run, facts: Facts): Promise<void> {
  const { session } = run
  const [bucket, account] = [facts.bucket ?? '', facts.payerAccountId ?? '']
  const own = await ownBucket(run, bucket, account)
  if (own) run.say(telling.bucketThere(bucket))
  const there = own ?? (await makeBucket(run, bucket, account))
  if (there.policy !== null) return run.say(telling.policyThere(bucket))
  const partition = facts.partition === 'aws-cn' ? 'aws-cn' : 'aws'
  const policy = proposedBucketPolicy({ bucket, accountId: account, partition })
  run.say(telling.setsPolicy(bucket))
  const set = await session.putBucketPolicy(bucket, policy, account)
  must(set, run)
  run.wrote(set.ok ? set.requestId : null)
}

/** The bucket where it is the account's own; null where nothing of the name is known to be there. */
async function ownBucket(run: Run, bucket: string, account: string): Promise<BucketFacts | null> {
  const there = await run.session.bucket(bucket, account)
  if (!there.ok) return there.fault.kind === 'not-found' ? null : must(there, run)
  if (there.value.ownedByExpected === false) {
    throw new CasebookError(refuse('bucket.not-owned', { bucket, account }, 'bucket'))
  }
  // Whose it is AWS did not say: trying to make it tells.
  return there.value.ownedByExpected ? there.value : null
}

async function makeBucket(run: Run, bucket: string, account: string): Promise<BucketFacts> {
  run.say(telling.makesBucket(bucket))
  const made = await run.session.createBucket(bucket)
  if (!made.ok && made.fault.kind === 'not-owner') {
    throw new CasebookError(refuse('aws.bucket-taken', { bucket }, 'bucket'))
  }
  if (made.ok) run.wrote(made.requestId)
  else if (made.fault.kind !== 'exists') must(made, run)
  return must(await run.session.bucket(bucket, account), run)
}

async function createReport(run: Run, facts: Facts): Promise<void> {
  const reports = must(await run.session.reports(), run)
  const report = facts.reportName ?? ''
  if (reports.some((r) => r.name === report)) {
    if (!hasErrors(checkReportDefinition(reports, [], facts, run.report).findings)) {
      return run.say(telling.reportThere(report))
    }
    throw new CasebookError(refuse('aws.report-exists', { report }, 'reportName'))
  }
  run.say(telling.makesReport(report))
  const put = await run.session.putReport(expectedReport(facts, run.report))
  if (!put.ok && put.fault.kind === 'limit') throw new CasebookError(refuse('aws.report-limit', {}))
  must(put, run)
  run.wrote(put.ok ? put.requestId : null)
}

async function downloadCrawlerFile(run: Run, facts: Facts): Promise<void> {
  const { session, context, c, act } = run
  run.say(telling.downloads(facts.bucket ?? ''))
  const got = await findCrawlerFile(session, facts)
  if (!got.ok && got.fault.kind === 'not-found') {
    throw new CasebookError(refuse('crawler-file.not-found', { key: got.key }, 'crawlerFile'))
  }
  if (!got.ok && got.fault.kind === 'limit') {
    throw new CasebookError(refuse('crawler-file.too-large', { size: LARGEST_TEMPLATE }, 'crawlerFile'))
  }
  const { facts: object, bytes } = must(got.ok ? got : { ok: false, fault: got.fault }, run)
  const from = { origin: `s3://${object.bucket}/${object.key}`, modifiedAt: object.modifiedAt }
  run.wrote(got.ok ? got.requestId : null)
  run.say(telling.attaches)
  await takeCrawlerFile(context, await context.case(c.record.id), bytes, from, act)
}

async function createCrawlerStack(run: Run, facts: Facts): Promise<void> {
  const { context, c, act } = run
  const file = crawlerFileOf(c)
  if (!file) throw new CasebookError(refuse('item.crawler-file-missing', {}, 'crawlerFile'))
  const [bucket, region] = [facts.bucket ?? '', facts.region ?? '']
  // Where it was taken from, or where AWS puts it.
  const taken = /^s3:\/\/([^/]+)\/(.+)$/.exec(file.origin)
  const key = taken?.[1] === bucket && taken[2] ? taken[2] : crawlerFileKey(facts.prefix ?? '', facts.reportName ?? '')
  const token = `casebook-${act.newId()}`
  const stack: NewStack = {
    name: facts.crawlerStackName ?? '',
    template: { url: buildObjectUrl(bucket, key, region) },
    parameters: {},
    capabilities: ['CAPABILITY_IAM'],
    token,
  }
  await makeStack(run, stack, async () => {
    const body = new TextDecoder('utf-8', { fatal: true }).decode(await context.ports.attachments.get(file.sha256))
    return { ...stack, template: { body }, token: `${token}-body` }
  })
}

async function createExtractorStack(run: Run, facts: Facts): Promise<void> {
  const { act } = run
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
    token: `casebook-${act.newId()}`,
  }
  await makeStack(run, stack, null)
}

async function scheduleCrawler(run: Run, facts: Facts): Promise<void> {
  const crawler = crawlerNameOf(facts.reportName ?? '')
  const before = await run.session.crawler(crawler)
  if (!before.ok && before.fault.kind === 'not-found') {
    throw new CasebookError(refuse('crawler.missing', { crawler }))
  }
  if (must(before, run).scheduleExpression !== DAILY_AT_MIDNIGHT) {
    run.say(telling.setsSchedule(crawler))
    const set = await run.session.scheduleCrawler(crawler, DAILY_AT_MIDNIGHT)
    must(set, run)
    run.wrote(set.ok ? set.requestId : null)
  }
  // The right expression with a stopped schedule is not done (DOMAIN, section 5: Glue).
  if (must(await run.session.crawler(crawler), run).scheduleState !== 'NOT_SCHEDULED') {
    return run.say(telling.scheduled(crawler))
  }
  run.say(telling.startsSchedule(crawler))
  const started = await run.session.startCrawlerSchedule(crawler)
  must(started, run)
  run.wrote(started.ok ? started.requestId : null)
}
