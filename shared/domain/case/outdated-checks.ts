import { factTexts } from '../../text/facts.ts'
import type { FactName, Facts } from '../facts.ts'
import { finding } from '../finding.ts'
import type { ReportProfile } from '../procedure/report-profile.ts'
import { CHECK_IDS, type CheckId } from '../procedure/types.ts'
import type { CheckRecord } from '../records/check.ts'
import { findingRecord } from '../records/finding-record.ts'

type Looked = keyof ReportProfile['facts'] | 'crawlerStackName' | 'extractorStackName' | 'partition'

/** What each check compares with AWS or asks AWS by. The report's facts are those of the procedure's own report. */
const LOOKED_AT: Readonly<Record<CheckId, readonly Looked[]>> = {
  'account.payer': ['partition'],
  'bucket.ready': ['partition', 'region', 'bucket'],
  'report.definition': ['partition', 'region', 'reportName', 'bucket', 'prefix'],
  'report.delivered': ['partition', 'reportName', 'bucket', 'prefix'],
  'crawler-file.present': ['partition', 'region', 'reportName', 'bucket', 'prefix'],
  'lambda.concurrency': ['partition', 'region'],
  'crawler-stack.status': ['partition', 'region', 'crawlerStackName'],
  'crawler.schedule': ['partition', 'region', 'reportName', 'bucket', 'prefix'],
  'extractor-stack.status': ['partition', 'region', 'extractorStackName'],
}

/**
 * The checks that were made against values which are others now, marked as such: they say nothing of the new ones. What
 * they saw is kept, and the next look takes their place.
 */
export function outdatedChecks(
  checks: readonly CheckRecord[],
  profile: ReportProfile,
  before: Facts,
  after: Facts,
): readonly CheckRecord[] {
  return checks.flatMap((check) => {
    const id = CHECK_IDS.find((known) => known === check.checkId)
    if (id === undefined) return []
    const changed = LOOKED_AT[id].map((of) => factOf(of, profile)).filter((name) => before[name] !== after[name])
    const known = check.findings.filter((f) => f.code === 'check.outdated').flatMap((f) => namesIn(f.params))
    const facts = [...new Set([...known, ...changed.map((name) => factTexts[name].label)])]
    if (changed.length === 0) return []
    const others = check.findings.filter((f) => f.code !== 'check.outdated')
    const outdated = findingRecord(finding('warning', 'check.outdated', { facts: facts.join(', ') }))
    return [{ ...check, outcome: 'unknown' as const, findings: [outdated, ...others].slice(0, 60) }]
  })
}

function factOf(of: Looked, profile: ReportProfile): FactName {
  return of === 'reportName' || of === 'bucket' || of === 'prefix' || of === 'region' ? profile.facts[of] : of
}

function namesIn({ facts }: Readonly<Record<string, unknown>>): readonly string[] {
  return typeof facts === 'string' ? facts.split(', ') : []
}
