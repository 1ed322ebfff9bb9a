import type { ReportDefinition } from '../aws-facts.ts'
import type { Facts } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'
import { ATHENA_REPORT, type ReportProfile, versioningOf } from '../procedure/report-profile.ts'
import { LAST_DELIVERY_LABEL } from '../submission/preflight.ts'
import { line, type Verdict } from './verdict.ts'

/** The report as the procedure wants it (DOMAIN, section 5), with the case's own names. `facts` are the report's own. */
export function expectedReport(
  facts: Facts,
  profile: ReportProfile = ATHENA_REPORT,
): Omit<ReportDefinition, 'lastDelivery' | 'lastStatus'> {
  return {
    name: facts.reportName ?? '',
    timeUnit: 'HOURLY',
    format: profile.format,
    compression: profile.compression,
    schemaElements: ['RESOURCES'],
    bucket: facts.bucket ?? '',
    prefix: facts.prefix ?? '',
    region: facts.region ?? '',
    artifacts: [profile.artifact],
    refreshClosedReports: true,
    versioning: versioningOf(profile, facts) ?? 'OVERWRITE_REPORT',
  }
}

/** Reports that AWS allows in one account (DOMAIN, section 5). */
export const REPORT_QUOTA = 10

/** Holds a report definition against the expected one, field by field. */
export function checkReportDefinition(
  reports: readonly ReportDefinition[],
  dataExports: readonly string[],
  facts: Facts,
  profile: ReportProfile = ATHENA_REPORT,
): Verdict {
  const expected = expectedReport(facts, profile)
  const actual = reports.find((r) => r.name === expected.name)
  if (!actual) {
    const findings = [
      finding('error', 'report.missing', { report: expected.name, account: facts.payerAccountId ?? '' }),
    ]
    const instead = dataExports.map((name) => finding('error', 'report.is-data-export', { name }))
    const full = reports.length >= REPORT_QUOTA
    const quota = full ? [finding('error', 'aws.report-limit', {})] : []
    return {
      lines: [
        line('Report', expected.name, 'not there'),
        line('Reports in the account', `fewer than ${REPORT_QUOTA}`, String(reports.length), full ? 'fail' : 'pass'),
      ],
      findings: [...quota, ...instead, ...findings],
    }
  }
  const integration = INTEGRATIONS[profile.artifact]
  // A choice that nobody has made yet cannot be missed.
  const versioning = versioningOf(profile, facts) ?? actual.versioning
  const rows: readonly (readonly [string, string, string])[] = [
    ['Report', expected.name, actual.name],
    ['Time granularity', expected.timeUnit, actual.timeUnit],
    ['Resource IDs', 'included', actual.schemaElements.includes('RESOURCES') ? 'included' : 'missing'],
    ['Data integration', integration, integrationsOf(actual, profile)],
    ['Format', expected.format, actual.format],
    ['Compression', expected.compression, actual.compression],
    ['Bucket', expected.bucket, actual.bucket],
    ['Prefix', expected.prefix, actual.prefix],
    ['Region', expected.region, actual.region],
    ['Versioning', versioning, actual.versioning],
    ['Refresh of closed months', 'on', actual.refreshClosedReports ? 'on' : 'off'],
  ]
  const lines = rows.map(([label, wants, has]) => line(label, wants, has))
  const findings = lines
    .filter((l) => l.outcome === 'fail')
    .map((l) => finding('error', 'report.field-differs', { label: l.label, expected: l.expected, actual: l.actual }))
  return {
    lines,
    findings: isTheOthers(actual, profile) ? [servesAnother(actual.name, profile), ...findings] : findings,
  }
}

const INTEGRATIONS = { ATHENA: 'Athena', REDSHIFT: 'Redshift' } as const

function integrationsOf(actual: ReportDefinition, { artifact }: ReportProfile): string {
  if (actual.artifacts.includes(artifact)) return INTEGRATIONS[artifact]
  const names: Readonly<Record<string, string>> = INTEGRATIONS
  return actual.artifacts.map((a) => names[a] ?? a).join(', ') || 'none'
}

/** A report that was made for the other kind of procedure: changing it would break that one (DOMAIN, trap 15). */
function isTheOthers(actual: ReportDefinition, { artifact }: ReportProfile): boolean {
  return actual.artifacts.includes(artifact === 'ATHENA' ? 'REDSHIFT' : 'ATHENA')
}

function servesAnother(report: string, { artifact }: ReportProfile): Finding {
  return finding('error', 'report.serves-another', {
    report,
    made: artifact === 'ATHENA' ? 'Billing Engine' : 'Eco and Cloud Analyzer',
  })
}

/** Whether AWS has delivered: the gate of phase 2 (004, step 2, first paragraph). */
export function checkReportDelivered(reports: readonly ReportDefinition[], facts: Facts): Verdict {
  const report = reports.find((r) => r.name === facts.reportName)
  if (!report) {
    return {
      lines: [line('Report', facts.reportName ?? '', 'not there')],
      findings: [
        finding('error', 'report.missing', { report: facts.reportName ?? '', account: facts.payerAccountId ?? '' }),
      ],
    }
  }
  const bucket = facts.bucket ?? ''
  const findings: Finding[] = []
  if (report.lastStatus === 'ERROR_PERMISSIONS') findings.push(finding('error', 'report.error-permissions', { bucket }))
  if (report.lastStatus === 'ERROR_NO_BUCKET') findings.push(finding('error', 'report.error-no-bucket', { bucket }))
  if (report.lastDelivery === null && findings.length === 0) {
    findings.push(finding('info', 'report.not-delivered', { report: report.name }))
  }
  return {
    lines: [
      line(LAST_DELIVERY_LABEL, 'a date', report.lastDelivery ?? 'N/A', report.lastDelivery ? 'pass' : 'unknown'),
      line('Last status', 'SUCCESS', report.lastStatus ?? 'none', statusOutcome(report)),
    ],
    findings,
  }
}

/** A delivery that AWS reports without a status has been made all the same. */
function statusOutcome({ lastStatus, lastDelivery }: ReportDefinition) {
  if (lastStatus === 'SUCCESS') return 'pass' as const
  if (lastStatus !== null) return 'fail' as const
  return lastDelivery ? ('pass' as const) : ('unknown' as const)
}
