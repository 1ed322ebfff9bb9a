import type { ReportDefinition } from '../../../shared/domain/aws-facts.ts'
import type { AwsResult } from '../../../shared/domain/aws-fault.ts'
import { checkAccount } from '../../../shared/domain/checks/account.ts'
import { checkBucket } from '../../../shared/domain/checks/bucket.ts'
import { checkCrawler } from '../../../shared/domain/checks/crawler.ts'
import { checkCrawlerObject } from '../../../shared/domain/checks/crawler-file.ts'
import { checkReportDefinition, checkReportDelivered } from '../../../shared/domain/checks/report.ts'
import { checkStack } from '../../../shared/domain/checks/stack.ts'
import { couldNotLook, line, type Verdict } from '../../../shared/domain/checks/verdict.ts'
import { crawlerFileKey, crawlerNameOf, reportFolder } from '../../../shared/domain/crawler-template/names.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { type Finding, finding } from '../../../shared/domain/finding.ts'
import type { ReportProfile } from '../../../shared/domain/procedure/report-profile.ts'
import type { CheckId } from '../../../shared/domain/procedure/types.ts'
import type { Identity } from '../../../shared/domain/records/check.ts'
import { checkTitles } from '../../../shared/text/checks.ts'
import type { AwsSession } from '../aws-gateway.ts'

/** One round of looking: what was asked once is not asked again. */
export interface Look {
  readonly session: AwsSession
  readonly identity: Identity
  /** With the report that the case's procedure speaks of. */
  readonly facts: Facts
  readonly report: ReportProfile
  /** Name of the AWS profile, for sentences. */
  readonly profile: string
  /** Size and time of the attached crawler file, for comparison with the bucket's. */
  readonly attached: { readonly size: number; readonly modifiedAt: string | null } | null
  reports(): Promise<AwsResult<readonly ReportDefinition[]>>
}

export function newLook(look: Omit<Look, 'reports'>): Look {
  let reports: Promise<AwsResult<readonly ReportDefinition[]>> | null = null
  return {
    ...look,
    reports() {
      reports ??= look.session.reports()
      return reports
    },
  }
}

/** Runs one check: asks AWS, compares, and tells "wrong" from "could not look". Writes nothing. */
export async function runCheck(id: CheckId, look: Look): Promise<Verdict> {
  const { session, facts } = look
  switch (id) {
    case 'account.payer': {
      const role = await session.organizationRole()
      return checkAccount(look.identity, facts.payerAccountId ?? '', role.ok ? role.value : null)
    }
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
    case 'crawler-stack.status': {
      const stack = facts.crawlerStackName ?? ''
      return when(await session.stack(stack), id, look, {
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
      const parameters = { AccountList: facts.accountList ?? '', CURBucketName: facts.bucket ?? '' }
      return when(await session.stack(stack), id, look, {
        found: (s) => checkStack(s, parameters),
        missing: finding('error', 'stack.missing', { stack }),
      })
    }
  }
}

async function reportDefinition(look: Look): Promise<Verdict> {
  const reports = await look.reports()
  if (!reports.ok) return couldNotLook(reports.fault, checkTitles['report.definition'], look.profile)
  const { bucket, reportName } = look.facts
  const missing = !reports.value.some((r) => r.name === reportName)
  const exports = missing ? await look.session.dataExports(bucket ?? '') : null
  return checkReportDefinition(reports.value, exports?.ok ? exports.value : [], look.facts, look.report)
}

/** At its key, or found by listing the report's folder (DOMAIN, trap 8). */
async function crawlerFile(look: Look): Promise<Verdict> {
  const { session, facts } = look
  const [bucket, prefix, report] = [facts.bucket ?? '', facts.prefix ?? '', facts.reportName ?? '']
  const key = crawlerFileKey(prefix, report)
  const head = await session.headObject(bucket, key, facts.payerAccountId ?? '')
  if (head.ok) return checkCrawlerObject(head.value, key, look.attached)
  if (head.fault.kind !== 'not-found')
    return couldNotLook(head.fault, checkTitles['crawler-file.present'], look.profile)
  const listed = await session.listObjects(bucket, `${reportFolder(prefix, report)}/`, facts.payerAccountId ?? '')
  const found = listed.ok ? listed.value.find((o) => o.key.endsWith('/crawler-cfn.yml')) : undefined
  if (found) return checkCrawlerObject(found, key, look.attached)
  return { lines: [line('Key', key, 'not there')], findings: [finding('error', 'crawler-file.not-found', { key })] }
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
