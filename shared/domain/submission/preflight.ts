import { sentence } from '../../text/messages/index.ts'
import { crawlerFileOf, currentSubmission, factsOf } from '../case/facts-of.ts'
import type { TemplateReport } from '../crawler-template/validate.ts'
import { type Finding, finding, hasErrors } from '../finding.ts'
import { toMillis } from '../instant.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Settings } from '../records/settings.ts'
import type { SubmissionItems } from '../records/submission.ts'
import { DEFAULT_REPORT_NAME } from '../values/report-name.ts'
import { itemsOf } from './items.ts'
import { lastChecks } from './last-checks.ts'
import { lookAlikes } from './look-alikes.ts'
import { readAgain } from './read-again.ts'

export interface Preflight {
  readonly findings: readonly Finding[]
  /** The seven items as they would go out; null while an error stands. */
  readonly items: SubmissionItems | null
}

/** What is known of the attached crawler file: the verdict on its bytes, against this case. */
export type CrawlerVerdict = TemplateReport

/**
 * Holds the seven items of a submission (004, step 2.3) against everything known of the case.
 * Errors refuse the export; warnings go into the record; info is normal and only said.
 * @param verdict of the attached file's bytes; null where no file is attached
 */
export function preflight(c: Case, settings: Settings, verdict: CrawlerVerdict | null): Preflight {
  const facts = factsOf(c, settings)
  const findings: Finding[] = [
    ...fileFindings(c, verdict),
    ...readAgain(c, settings, facts),
    ...lookAlikes(c, facts),
    ...lastChecks(c),
  ]
  if (c.customer.orgIds.length === 0) findings.push(finding('error', 'item.org-ids-missing', {}, 'orgIds'))
  if (!facts.bucket) findings.push(finding('error', 'item.bucket-missing', {}, 'bucket'))
  if (!facts.crawlerStackName) findings.push(finding('error', 'item.stack-name-missing', {}, 'crawlerStackName'))
  if (facts.prefix === '') findings.push(finding('warning', 'item.prefix-empty', {}, 'prefix'))
  if (facts.bucket && facts.bucket !== DEFAULT_REPORT_NAME) {
    findings.push(
      finding('info', 'item.bucket-differs', { bucket: facts.bucket, document: DEFAULT_REPORT_NAME }, 'bucket'),
    )
  }
  if (facts.crawlerStackName && !isStackSeen(c)) {
    findings.push(finding('info', 'item.stack-not-created', { stack: facts.crawlerStackName }, 'crawlerStackName'))
  }
  const recipient = currentSubmission(c)?.recipient ?? settings.recipient
  if (!recipient.email) findings.push(finding('warning', 'item.no-recipient', { kind: recipient.kind }, 'recipient'))
  return { findings, items: hasErrors(findings) ? null : itemsOf(c, settings) }
}

function fileFindings(c: Case, verdict: CrawlerVerdict | null): readonly Finding[] {
  const file = crawlerFileOf(c)
  if (!file || !verdict) return [finding('error', 'item.crawler-file-missing', {}, 'crawlerFile')]
  const error = verdict.findings.find((f) => f.level === 'error')
  if (error) {
    const first = sentence(error.code, error.params).message
    return [finding('error', 'item.crawler-file-invalid', { first }, 'crawlerFile')]
  }
  const findings = verdict.findings
    .filter((f) => f.level === 'warning')
    .map((f): Finding => ({ ...f, field: 'crawlerFile' }))
  const delivered = lastDelivery(c)
  if (file.modifiedAt && delivered && toMillis(delivered) > toMillis(file.modifiedAt)) {
    findings.push(finding('warning', 'item.crawler-file-older', { file: file.modifiedAt, delivered }, 'crawlerFile'))
  }
  return findings
}

function isStackSeen(c: Case): boolean {
  return c.checks.some((r) => r.checkId === 'crawler-stack.status' && r.outcome === 'pass')
}

/** The last delivery AWS reported, from the check that looked. */
function lastDelivery(c: Case): string | null {
  const check = c.checks.find((r) => r.checkId === 'report.delivered')
  const line = check?.lines.find((l) => l.label === LAST_DELIVERY_LABEL)
  return line && /^\d{4}-\d{2}-\d{2}T/.test(line.actual) ? line.actual : null
}

/** Label of the check line that carries `ReportStatus.lastDelivery` as an instant. */
export const LAST_DELIVERY_LABEL = 'Data last refreshed'
