import type { TemplateView } from '../../../shared/contract/judgement-views.ts'
import type { Plan } from '../../../shared/domain/actions/plan.ts'
import type { AwsFault, AwsResult } from '../../../shared/domain/aws-fault.ts'
import { otherConsumers } from '../../../shared/domain/checks/bucket.ts'
import { checkConcurrency } from '../../../shared/domain/checks/concurrency.ts'
import { DAILY_AT_MIDNIGHT } from '../../../shared/domain/checks/crawler.ts'
import { checkReportDefinition, REPORT_QUOTA } from '../../../shared/domain/checks/report.ts'
import { STACK_LEFT_OVER } from '../../../shared/domain/checks/stack.ts'
import { faultFinding } from '../../../shared/domain/checks/verdict.ts'
import { crawlerNameOf } from '../../../shared/domain/crawler-template/names.ts'
import { type Finding, finding, hasErrors } from '../../../shared/domain/finding.ts'
import type { ActionId } from '../../../shared/domain/procedure/types.ts'
import { judgeSpotLink } from '../../../shared/domain/spot-link/judge.ts'
import { findCrawlerFile } from '../checks/find-crawler-file.ts'
import { attachedVerdict } from '../crawler-files.ts'
import { readTemplate } from '../read-template.ts'
import { type Run, runFacts } from './action-run.ts'
import { isSound } from './stack-run.ts'

/** What AWS shows of an action before it is run: what is there already, what would be lost, what stands against it. */
export interface Outlook {
  readonly changes: Plan['changes']
  readonly findings: readonly Finding[]
  /** What the template would make, where the action takes one from elsewhere. */
  readonly template?: TemplateView | null
}

/**
 * Looks at AWS for the plan of an action; changes nothing. What could not be seen is a warning: only what AWS really
 * showed can stand against an action.
 */
export async function foresee(action: ActionId, run: Run): Promise<Outlook> {
  switch (action) {
    case 'bucket.create':
      return { changes: [], findings: await bucketFindings(run) }
    case 'report.create':
      return { changes: [], findings: await reportFindings(run) }
    case 'crawler-file.download':
      return fileOutlook(run)
    case 'crawler-stack.create':
      return { changes: [], findings: await crawlerStackFindings(run) }
    case 'crawler.schedule':
      return { changes: [], findings: await scheduleFindings(run) }
    case 'extractor-stack.create':
      return extractorOutlook(run)
    case 'crawler-stack.delete':
      return deletionOutlook(run, runFacts(run).crawlerStackName ?? '')
    case 'extractor-stack.delete':
      return deletionOutlook(run, runFacts(run).extractorStackName ?? '')
  }
}

async function bucketFindings(run: Run): Promise<readonly Finding[]> {
  const { bucket: name, payerAccountId, region: expected } = runFacts(run)
  const [bucket, account] = [name ?? '', payerAccountId ?? '']
  const there = await run.session.bucket(bucket, account)
  if (!there.ok) return unlessMissing(there.fault, run)
  const { ownedByExpected, region, policy } = there.value
  if (ownedByExpected === false) return [finding('error', 'bucket.not-owned', { bucket, account }, 'bucket')]
  if (ownedByExpected === null) return [finding('warning', 'bucket.owner-unknown', { bucket }, 'bucket')]
  if (region !== null && region !== expected) {
    return [finding('error', 'bucket.other-region', { bucket, actual: region, expected: expected ?? '' }, 'region')]
  }
  if (policy === null) return [finding('info', 'plan.left-alone', { what: `The bucket ${bucket}` })]
  return [finding('info', 'plan.already-there', { what: `The bucket ${bucket} with a policy of its own` })]
}

async function reportFindings(run: Run): Promise<readonly Finding[]> {
  const facts = runFacts(run)
  const [report, bucket] = [facts.reportName ?? '', facts.bucket ?? '']
  const reports = await run.session.reports()
  if (!reports.ok) return [unseen(reports.fault, run)]
  if (reports.value.some(({ name }) => name === report)) {
    const verdict = checkReportDefinition(reports.value, [], facts, run.report)
    if (!hasErrors(verdict.findings)) return [finding('info', 'plan.already-there', { what: `The report ${report}` })]
    return [finding('error', 'aws.report-exists', { report }, 'reportName'), ...verdict.findings]
  }
  if (reports.value.length >= REPORT_QUOTA) return [finding('error', 'aws.report-limit', {})]
  const there = await run.session.bucket(bucket, facts.payerAccountId ?? '')
  if (there.ok) return []
  return there.fault.kind === 'not-found'
    ? [finding('error', 'bucket.not-there', { bucket }, 'bucket')]
    : [unseen(there.fault, run)]
}

async function fileOutlook(run: Run): Promise<Outlook> {
  const found = await findCrawlerFile(run.session, runFacts(run))
  if (!found.ok) {
    const { fault, key } = found
    if (fault.kind !== 'not-found') return { changes: [], findings: [unseen(fault, run)] }
    return { changes: [], findings: [finding('error', 'crawler-file.not-found', { key })] }
  }
  const { key, size, modifiedAt } = found.value.facts
  return {
    changes: [
      { what: 'Found', value: key },
      { what: 'As it lies there', value: `${size} bytes, ${modifiedAt ?? 'undated'}`, inWords: true },
    ],
    findings: [],
  }
}

async function crawlerStackFindings(run: Run): Promise<readonly Finding[]> {
  const { context, c, session, act } = run
  const facts = runFacts(run)
  const [stack, bucket, region] = [facts.crawlerStackName ?? '', facts.bucket ?? '', facts.region ?? '']
  const there = await newStackFindings(run, stack)
  if (there.length > 0) return there
  const findings: Finding[] = []
  const file = await attachedVerdict(context, c, act.settings)
  for (const { code, params } of file?.findings ?? []) {
    if (code !== 'crawler-template.runtime-retired') continue
    findings.push(finding('error', 'plan.retired-runtime', { runtime: String(params.runtime) }, 'crawlerFile'))
  }
  const seen = await session.bucket(bucket, facts.payerAccountId ?? '')
  if (!seen.ok) findings.push(unseen(seen.fault, run))
  else {
    const { notifications, region: actual } = seen.value
    if (actual !== null && actual !== region) {
      findings.push(finding('error', 'bucket.other-region', { bucket, actual, expected: region }, 'region'))
    }
    const action = 's3:GetBucketNotification'
    if (notifications === undefined) findings.push(finding('warning', 'plan.notifications-unseen', { bucket, action }))
    const others = otherConsumers(notifications ?? [])
    if (others.length > 0) findings.push(finding('warning', 'bucket.has-notifications', { targets: others.join(', ') }))
  }
  const concurrency = await session.concurrency()
  if (!concurrency.ok) return [...findings, unseen(concurrency.fault, run)]
  return [...findings, ...checkConcurrency(concurrency.value, region, false).findings]
}

/** A stack that is well is left alone; one of that name in any other state stands in the way. */
async function newStackFindings(run: Run, stack: string): Promise<readonly Finding[]> {
  const there = await run.session.stack(stack)
  if (!there.ok) return unlessMissing(there.fault, run)
  const { status } = there.value
  if (isSound(status)) return [finding('info', 'plan.already-there', { what: `The stack ${stack} (${status})` })]
  return [finding('error', 'aws.stack-exists', { stack, status })]
}

/** The stack of Spot’s link, with what its template would make: who receives the bill is decided with open eyes. */
async function extractorOutlook(run: Run): Promise<Outlook> {
  const facts = runFacts(run)
  const findings = await newStackFindings(run, facts.extractorStackName ?? '')
  const { templateUrl } = judgeSpotLink(facts.spotLink ?? '', { ...facts, known: run.act.settings.knownBuckets })
  if (templateUrl === null) return { changes: [], findings }
  const read = await readTemplate(run.session, templateUrl, run.profile)
  const template = read.template
  const beyond = (template?.capabilities ?? []).filter((one) => one !== 'CAPABILITY_IAM')
  const tooMuch = beyond.map((capability) => finding('error', 'plan.capability-beyond', { capability }))
  return { changes: [], findings: [...findings, ...read.findings, ...tooMuch], template }
}

async function scheduleFindings(run: Run): Promise<readonly Finding[]> {
  const crawler = crawlerNameOf(runFacts(run).reportName ?? '')
  const there = await run.session.crawler(crawler)
  if (!there.ok) {
    return there.fault.kind === 'not-found'
      ? [finding('error', 'crawler.missing', { crawler })]
      : [unseen(there.fault, run)]
  }
  const { scheduleExpression, scheduleState } = there.value
  const isDone = scheduleExpression === DAILY_AT_MIDNIGHT && scheduleState === 'SCHEDULED'
  return isDone ? [finding('info', 'plan.already-there', { what: `The schedule of ${crawler}` })] : []
}

/** Only a stack of the case's own name, and only one that failed to be created. */
async function deletionOutlook(run: Run, stack: string): Promise<Outlook> {
  const there = await run.session.stack(stack)
  if (!there.ok) {
    const isGone = there.fault.kind === 'not-found'
    const what = `The stack ${stack}`
    return { changes: [], findings: [isGone ? finding('info', 'plan.already-gone', { what }) : blind(there, run)] }
  }
  const { id, status, createdAt } = there.value
  if (status !== STACK_LEFT_OVER) {
    return { changes: [], findings: [finding('error', 'stack.not-left-over', { stack, status })] }
  }
  return {
    changes: [
      { what: 'Its ID', value: id },
      { what: 'Made at', value: createdAt },
    ],
    findings: [],
  }
}

function unlessMissing(fault: AwsFault, run: Run): readonly Finding[] {
  return fault.kind === 'not-found' ? [] : [unseen(fault, run)]
}

function unseen(fault: AwsFault, run: Run): Finding {
  return { ...faultFinding(fault, run.profile), level: 'warning' }
}

/** What may not be looked at may not be deleted. */
function blind(result: AwsResult<unknown> & { readonly ok: false }, run: Run): Finding {
  return { ...faultFinding(result.fault, run.profile), level: 'error' }
}
