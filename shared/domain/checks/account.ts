import { type Finding, finding } from '../finding.ts'
import type { Identity } from '../records/check.ts'
import { line, type Verdict } from './verdict.ts'

/** The caller is the account the case expects, and it pays the bill for its organization. */
export function checkAccount(
  identity: Identity,
  expected: string,
  role: 'management' | 'member' | 'standalone' | null,
): Verdict {
  const findings: Finding[] = []
  if (identity.accountId !== expected) {
    findings.push(finding('error', 'account.wrong', { expected, actual: identity.accountId }))
  }
  if (role === 'member') findings.push(finding('error', 'account.member', { account: identity.accountId }))
  return {
    lines: [
      line('Account', expected, identity.accountId),
      line('Role in its organization', 'management', role ?? 'not readable', roleOutcome(role)),
    ],
    findings,
  }
}

function roleOutcome(role: 'management' | 'member' | 'standalone' | null) {
  if (role === null) return 'no-access' as const
  return role === 'member' ? ('fail' as const) : ('pass' as const)
}
