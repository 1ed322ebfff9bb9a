import type { ReportDefinition } from '../aws-facts.ts'
import type { Facts } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'
import { LAST_DELIVERY_LABEL } from '../submission/preflight.ts'
import { line, type Verdict } from './verdict.ts'

/** The report as the MSP procedure wants it (004, step 1; DOMAIN, section 5). */
export function expectedReport(facts: Facts): Omit<ReportDefinition, 'lastDelivery' | 'lastStatus'> {
  return {
    name: facts.reportName ?? '',
    timeUnit: 'HOURLY',
    format: 'Parquet',
    compression: 'Parquet',
    schemaElements: ['RESOURCES'],
    bucket: facts.bucket ?? '',
    prefix: facts.prefix ?? '',
    region: facts.region ?? '',
    artifacts: ['ATHENA'],
    refreshClosedReports: true,
    versioning: 'OVERWRITE_REPORT',
  }
}

/** Holds a report definition against the expected one, field by field. */
export function checkReportDefinition(
  reports: readonly ReportDefinition[],
  dataExports: readonly string[],
  facts: Facts,
): Verdict {
  const expected = expectedReport(facts)
  const actual = reports.find((r) => r.name === expected.name)
  if (!actual) {
    const findings = [
      finding('error', 'report.missing', { report: expected.name, account: facts.payerAccountId ?? '' }),
    ]
    const instead = dataExports.map((name) => finding('error', 'report.is-data-export', { name }))
    return { lines: [line('Report', expected.name, 'not there')], findings: [...instead, ...findings] }
  }
  const rows: readonly (readonly [string, string, string])[] = [
    ['Report', expected.name, actual.name],
    ['Time granularity', expected.timeUnit, actual.timeUnit],
    ['Resource IDs', 'included', actual.schemaElements.includes('RESOURCES') ? 'included' : 'missing'],
    [
      'Data integration',
      'Athena',
      actual.artifacts.includes('ATHENA') ? 'Athena' : actual.artifacts.join(', ') || 'none',
    ],
    ['Format', expected.format, actual.format],
    ['Compression', expected.compression, actual.compression],
    ['Bucket', expected.bucket, actual.bucket],
    ['Prefix', expected.prefix, actual.prefix],
    ['Region', expected.region, actual.region],
    ['Versioning', expected.versioning, actual.versioning],
    ['Refresh of closed months', 'on', actual.refreshClosedReports ? 'on' : 'off'],
  ]
  const lines = rows.map(([label, wants, has]) => line(label, wants, has))
  const findings = lines
    .filter((l) => l.outcome === 'fail')
    .map((l) => finding('error', 'report.field-differs', { label: l.label, expected: l.expected, actual: l.actual }))
  return { lines, findings }
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
      line('Last status', 'SUCCESS', report.lastStatus ?? 'none', statusOutcome(report.lastStatus)),
    ],
    findings,
  }
}

function statusOutcome(status: string | null) {
  if (status === 'SUCCESS') return 'pass' as const
  return status === null ? ('unknown' as const) : ('fail' as const)
}
