import { type Finding, finding } from '../finding.ts'
import type { Identity } from '../records/check.ts'
import { line, type Verdict } from './verdict.ts'

/**
 * The caller is the account the case expects, and it pays the bill for its organization.
 * @param unread what a role that could not be read says: the permission is missing, or AWS gave no answer
 */
export function checkAccount(
  identity: Identity,
  expected: string,
  role: 'management' | 'member' | 'standalone' | null,
  unread: 'no-access' | 'unknown' = 'no-access',
): Verdict {
  const findings: Finding[] = []
  if (identity.accountId !== expected) {
    findings.push(finding('error', 'account.wrong', { expected, actual: identity.accountId }))
  }
  if (role === 'member') findings.push(finding('error', 'account.member', { account: identity.accountId }))
  return {
    lines: [
      line('Account', expected, identity.accountId),
      line('Role in its organization', 'management', role ?? 'not readable', roleOutcome(role, unread)),
    ],
    findings,
  }
}

function roleOutcome(role: 'management' | 'member' | 'standalone' | null, unread: 'no-access' | 'unknown') {
  if (role === null) return unread
  return role === 'member' ? ('fail' as const) : ('pass' as const)
}
