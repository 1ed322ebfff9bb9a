import type { Facts } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'
import type { Procedure } from '../procedure/types.ts'
import { usedFacts } from '../procedure/used-facts.ts'
import type { Case } from '../records/case-aggregate.ts'
import { orgIdsLikeAccounts } from '../values/org-id.ts'
import { regionAdvice } from '../values/region.ts'
import { DEFAULT_REPORT_NAME } from '../values/report-name.ts'
import type { CaseChange } from './case-change.ts'

/**
 * What is worth knowing of a case's facts before any work is done: the traps that can be seen at intake (DOMAIN,
 * section 3). Warnings go into the record; none of them refuses anything.
 */
export function adviceFor(c: Case, procedure: Procedure, facts: Facts): readonly Finding[] {
  const used = usedFacts(procedure)
  return [
    ...payerAdvice(c, procedure, facts),
    ...regionAndBucketAdvice(c, procedure, facts),
    ...accessAdvice(procedure, facts),
    ...(used.has('orgIds') ? orgIdAdvice(c, facts) : []),
  ]
}

/** Records the warnings that were not there before: going on in spite of them is a decision, and has a date. */
export function noteAdvice(change: CaseChange, now: readonly Finding[], before: readonly Finding[]): void {
  const known = new Set(before.map(keyOf))
  for (const advice of now.filter((f) => f.level === 'warning' && !known.has(keyOf(f)))) {
    change.record('advice.noted', { code: advice.code, params: advice.params })
  }
}

function keyOf(f: Finding): string {
  return `${f.code} ${JSON.stringify(f.params)}`
}

function payerAdvice({ customer, payer }: Case, procedure: Procedure, facts: Facts): readonly Finding[] {
  const findings: Finding[] = []
  const account = payer.accountId
  if (payer.kind === 'transfer') findings.push(finding('warning', 'intake.transfer', { payer: account }, 'payerKind'))
  if (payer.kind === 'shared' && usedFacts(procedure).has('accountList')) {
    findings.push(finding('info', 'intake.shared-payer', { payer: account }, 'payerKind'))
  }
  if (payer.kind === 'shared' && facts.reportStillUsed === 'no') {
    findings.push(finding('warning', 'intake.shared-taken-down', { payer: account }, 'reportStillUsed'))
  }
  if (payer.kind === 'shared' && facts.managedByMsp === 'no') {
    findings.push(finding('warning', 'intake.shared-not-managed', { payer: account }, 'managedByMsp'))
  }
  if (payer.kind === 'dedicated' && account !== customer.managementAccountId) {
    const params = { payer: account, management: customer.managementAccountId }
    findings.push(finding('warning', 'intake.dedicated-elsewhere', params, 'payerKind'))
  }
  return findings
}

function regionAndBucketAdvice({ payer }: Case, procedure: Procedure, facts: Facts): readonly Finding[] {
  const findings: Finding[] = []
  const advice = procedure.intake.region === 'us-east-1' && facts.region ? regionAdvice(facts.region) : null
  if (advice) findings.push({ ...advice, field: 'region' })
  if (payer.partition === 'aws-cn') findings.push(finding('info', 'aws.by-hand', {}, 'partition'))
  const used = usedFacts(procedure)
  if (used.has('bucket') && facts.bucket === DEFAULT_REPORT_NAME) {
    findings.push(finding('warning', 'intake.bucket-taken', { bucket: facts.bucket }, 'bucket'))
  }
  if (facts.billingReportName !== null && facts.billingReportName === facts.reportName) {
    findings.push(finding('warning', 'intake.one-report', { report: facts.billingReportName }, 'billingReportName'))
  }
  return findings
}

function accessAdvice(procedure: Procedure, facts: Facts): readonly Finding[] {
  if (!procedure.intake.questions.some((q) => q.fact === 'accessHolder')) return []
  switch (facts.accessHolder) {
    case null:
      return [finding('info', 'intake.access-unknown', {}, 'accessHolder')]
    case 'customer':
      return [finding('info', 'intake.access-customer', {}, 'accessHolder')]
    case 'nobody':
      return [finding('warning', 'intake.access-nobody', {}, 'accessHolder')]
    default:
      return []
  }
}

function orgIdAdvice({ customer, payer }: Case, facts: Facts): readonly Finding[] {
  if (customer.orgIds.length === 0) return [finding('warning', 'intake.org-ids-missing', {}, 'orgIds')]
  const accounts = new Set([customer.managementAccountId, payer.accountId, facts.mspAccountId ?? ''])
  return orgIdsLikeAccounts(customer.orgIds, [...accounts]).map((f) => ({ ...f, field: 'orgIds' }))
}
