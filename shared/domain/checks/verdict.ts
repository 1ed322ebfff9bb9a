import type { AwsFault } from '../aws-fault.ts'
import { type Finding, finding } from '../finding.ts'
import type { CheckId } from '../procedure/types.ts'
import type { CheckLine, CheckOutcome, CheckRecord, Identity } from '../records/check.ts'
import { findingRecord } from '../records/finding-record.ts'

/** What a check found, before it is filed: lines of expected against actual, and causes with remedies. */
export interface Verdict {
  readonly lines: readonly CheckLine[]
  readonly findings: readonly Finding[]
}

export function line(label: string, expected: string, actual: string, outcome?: CheckOutcome): CheckLine {
  return { label, expected, actual, outcome: outcome ?? (expected === actual ? 'pass' : 'fail') }
}

/** The worst that was seen. "No access" and "unknown" are never failures: they say nothing about the thing itself. */
export function outcomeOf(verdict: Verdict): CheckOutcome {
  const outcomes = new Set<CheckOutcome>(verdict.lines.map((l) => l.outcome))
  if (outcomes.has('fail') || verdict.findings.some((f) => f.level === 'error')) return 'fail'
  if (outcomes.has('no-access')) return 'no-access'
  if (outcomes.has('unknown')) return 'unknown'
  if (outcomes.has('warn') || verdict.findings.some((f) => f.level === 'warning')) return 'warn'
  return 'pass'
}

export function checkRecord(
  caseId: string,
  checkId: CheckId,
  at: string,
  verdict: Verdict,
  identity: Identity | null,
): CheckRecord {
  return {
    caseId,
    checkId,
    at,
    outcome: outcomeOf(verdict),
    lines: verdict.lines.map((l) => ({ ...l, expected: l.expected.slice(0, 2_000), actual: l.actual.slice(0, 2_000) })),
    findings: verdict.findings.map(findingRecord),
    identity,
  }
}

/** Why AWS could not be asked, as a verdict: told apart from "wrong". */
export function couldNotLook(fault: AwsFault, label: string, profile: string): Verdict {
  const outcome: CheckOutcome = fault.kind === 'no-access' ? 'no-access' : 'unknown'
  return {
    lines: [line(label, 'to be seen', fault.code, outcome)],
    findings: [{ ...faultFinding(fault, profile), level: 'info' }],
  }
}

/** The sentence behind a fault, with the way out. */
export function faultFinding(fault: AwsFault, profile: string): Finding {
  switch (fault.kind) {
    case 'no-credentials':
      return finding('error', 'aws.no-credentials', { profile })
    case 'expired':
      return fault.command === undefined
        ? finding('error', 'aws.expired-keys', { profile })
        : finding('error', 'aws.expired', { profile, command: fault.command })
    case 'no-access':
      return finding('error', 'aws.no-access', { action: fault.action, code: fault.code })
    case 'throttled':
      return finding('error', 'aws.throttled', { action: fault.action })
    case 'unavailable':
      return finding('error', 'aws.unavailable', { action: fault.action, code: fault.code })
    case 'timeout':
      return finding('error', 'aws.timeout', { action: fault.action })
    case 'offline':
      return finding('error', 'aws.offline', { action: fault.action })
    case 'mixed-endpoints':
      return finding('error', 'aws.mixed-endpoints', { detail: fault.message })
    default:
      return finding('error', 'aws.refused', { code: fault.code, text: fault.message, action: fault.action })
  }
}
