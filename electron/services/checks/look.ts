import type { ReportDefinition, StackFacts } from '../../../shared/domain/aws-facts.ts'
import type { AwsFault, AwsResult } from '../../../shared/domain/aws-fault.ts'
import { checkAccount } from '../../../shared/domain/checks/account.ts'
import { checkBucket } from '../../../shared/domain/checks/bucket.ts'
import { checkConcurrency } from '../../../shared/domain/checks/concurrency.ts'
import { checkCrawler } from '../../../shared/domain/checks/crawler.ts'
import { checkCrawlerFileContent, checkCrawlerObject } from '../../../shared/domain/checks/crawler-file.ts'
import { checkExtractorStack } from '../../../shared/domain/checks/extractor-stack.ts'
import { checkReportDefinition, checkReportDelivered } from '../../../shared/domain/checks/report.ts'
import { checkStack, STACK_SUCCESS } from '../../../shared/domain/checks/stack.ts'
import { couldNotLook, faultFinding, line, type Verdict } from '../../../shared/domain/checks/verdict.ts'
import { crawlerFileKey, crawlerNameOf } from '../../../shared/domain/crawler-template/names.ts'
import { validateCrawlerTemplate } from '../../../shared/domain/crawler-template/validate.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { type Finding, finding } from '../../../shared/domain/finding.ts'
import type { ReportProfile } from '../../../shared/domain/procedure/report-profile.ts'
import type { CheckId } from '../../../shared/domain/procedure/types.ts'
import type { Attachment } from '../../../shared/domain/records/attachment.ts'
import type { Identity } from '../../../shared/domain/records/check.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { judgeSpotLink } from '../../../shared/domain/spot-link/judge.ts'
import { checkTitles } from '../../../shared/text/checks.ts'
import type { AwsSession } from '../aws-gateway.ts'
import { findCrawlerFile } from './find-crawler-file.ts'

/** One round of looking: what was asked once is not asked again. */
export interface Look {
  readonly session: AwsSession
  readonly identity: Identity
  /** With the report that the case's procedure speaks of. */
  readonly facts: Facts
  readonly report: ReportProfile
  /** Name of the AWS profile, for sentences. */
  readonly profile: string
  /** The attached crawler file, for comparison with the bucket's. */
  readonly attached: Pick<Attachment, 'size' | 'modifiedAt' | 'sha256'> | null
  readonly settings: Pick<Settings, 'retiredRuntimes' | 'knownBuckets'>
  sha256(bytes: Uint8Array): string
  reports(): Promise<AwsResult<readonly ReportDefinition[]>>
  stack(name: string): Promise<AwsResult<StackFacts>>
}

export function newLook(look: Omit<Look, 'reports' | 'stack'>): Look {
  let reports: Promise<AwsResult<readonly ReportDefinition[]>> | null = null
  const stacks = new Map<string, Promise<AwsResult<StackFacts>>>()
  return {
    ...look,
    reports() {
      reports ??= look.session.reports()
      return reports
    },
    stack(name) {
      const asked = stacks.get(name) ?? look.session.stack(name)
      stacks.set(name, asked)
      return asked
    },
  }
}

/** Runs one check: asks AWS, compares, and tells "wrong" from "could not look". Writes nothing. */
export async function runCheck(id: CheckId, look: Look): Promise<Verdict> {
  const { session, facts } = look
  switch (id) {
    case 'account.payer':
      return account(look)
    case 'bucket.ready':
      return when(await session.bucket(facts.bucket ?? '', facts.payerAccountId ?? ''), id, look, {
        found: (bucket) => checkBucket(bucket, facts),
        missing: finding('error', 'bucket.not-there', { bucket: facts.bucket ?? '' }),
      })
    case 'report.definition':
      return reportDefinition(look)
    case 'report.delivered':
      return when(await look.reports(), id, look, { found: (reports) => checkReportDelivered(reports, facts) })
    case 'crawler-file.present':
      return crawlerFile(look)
    case 'lambda.concurrency':
      return concurrency(look)
    case 'crawler-stack.status': {
      const stack = facts.crawlerStackName ?? ''
      return when(await look.stack(stack), id, look, {
        found: (s) => checkStack(s, {}),
        missing: finding('error', 'stack.missing', { stack }),
      })
    }
    case 'crawler.schedule': {
      const crawler = crawlerNameOf(facts.reportName ?? '')
      return when(await session.crawler(crawler), id, look, {
        found: checkCrawler,
        missing: finding('error', 'crawler.missing', { crawler }),
      })
    }
    case 'extractor-stack.status': {
      const stack = facts.extractorStackName ?? ''
      return when(await look.stack(stack), id, look, {
        found: (s) => checkExtractorStack(s, prefilledOf(look), facts),
        missing: finding('error', 'stack.missing', { stack }),
      })
    }
  }
}

async function account({ session, identity, facts, profile }: Look): Promise<Verdict> {
  const role = await session.organizationRole()
  const expected = facts.payerAccountId ?? ''
  if (role.ok) return checkAccount(identity, expected, role.value)
  const seen = checkAccount(identity, expected, null, role.fault.kind === 'no-access' ? 'no-access' : 'unknown')
  return { lines: seen.lines, findings: [...seen.findings, couldNotSee(role.fault, profile)] }
}

async function reportDefinition(look: Look): Promise<Verdict> {
  const reports = await look.reports()
  if (!reports.ok) return couldNotLook(reports.fault, checkTitles['report.definition'], look.profile)
  const { bucket, reportName } = look.facts
  const missing = !reports.value.some((r) => r.name === reportName)
  const exports = missing ? await look.session.dataExports(bucket ?? '') : null
  const names = exports?.ok ? exports.value : []
  const seen = checkReportDefinition(reports.value, names, look.facts, look.report)
  if (exports === null || exports.ok) return seen
  return { lines: seen.lines, findings: [...seen.findings, couldNotSee(exports.fault, look.profile)] }
}

/** The file as it is now in the bucket, read and judged, and held against the attached copy byte for byte. */
async function crawlerFile(look: Look): Promise<Verdict> {
  const { facts, attached } = look
  const found = await findCrawlerFile(look.session, facts)
  const title = checkTitles['crawler-file.present']
  if (!found.ok) {
    const { key, fault } = found
    if (fault.kind !== 'not-found') return couldNotLook(fault, title, look.profile)
    return { lines: [line('Key', key, 'not there')], findings: [finding('error', 'crawler-file.not-found', { key })] }
  }
  const { facts: object, bytes } = found.value
  const key = crawlerFileKey(facts.prefix ?? '', facts.reportName ?? '')
  const copy = attached && { ...attached, same: look.sha256(bytes) === attached.sha256 }
  const place = checkCrawlerObject(object, key, copy)
  const expected = { bucket: facts.bucket, prefix: facts.prefix, report: facts.reportName }
  const content = checkCrawlerFileContent(
    validateCrawlerTemplate(bytes, expected, look.settings.retiredRuntimes),
    expected,
  )
  return { lines: [...place.lines, ...content.lines], findings: [...place.findings, ...content.findings] }
}

async function concurrency(look: Look): Promise<Verdict> {
  const asked = await look.session.concurrency()
  if (!asked.ok) return couldNotLook(asked.fault, checkTitles['lambda.concurrency'], look.profile)
  const stack = await look.stack(look.facts.crawlerStackName ?? '')
  const stands = stack.ok && STACK_SUCCESS.includes(stack.value.status)
  return checkConcurrency(asked.value, look.facts.region ?? '', stands)
}

/** What Spot filled in on its link; nothing where the case holds no link. */
function prefilledOf({ facts, settings }: Look): Readonly<Record<string, string>> {
  const { region, bucket, prefix, spotLink } = facts
  if (spotLink === null) return {}
  return judgeSpotLink(spotLink, { region, bucket, prefix, known: settings.knownBuckets }).parameters
}

/** A part that was kept from sight, in a check whose other parts were seen. */
function couldNotSee(fault: AwsFault, profile: string): Finding {
  return { ...faultFinding(fault, profile), level: 'info' }
}

function when<T>(
  result: AwsResult<T>,
  id: CheckId,
  look: Look,
  then: { found(value: T): Verdict; missing?: Finding },
): Verdict {
  if (result.ok) return then.found(result.value)
  if (result.fault.kind === 'not-found' && then.missing) {
    return { lines: [line(checkTitles[id], 'there', 'not there')], findings: [then.missing] }
  }
  return couldNotLook(result.fault, checkTitles[id], look.profile)
}
