import { checkTitles } from '../../text/checks.ts'
import { sentence } from '../../text/messages/index.ts'
import { type Finding, finding } from '../finding.ts'
import type { CheckId } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { CheckRecord } from '../records/check.ts'
import { findingOf } from '../records/finding-record.ts'

/** The item of the submission that each check looks at. */
const ITEM_OF = {
  'account.payer': 'managementAccountId',
  'bucket.ready': 'bucket',
  'report.definition': 'bucket',
  'crawler-file.present': 'crawlerFile',
  'crawler-stack.status': 'crawlerStackName',
} as const satisfies Partial<Record<CheckId, string>>

/** Lines of the report's check that are items themselves. */
const ITEM_OF_LINE: Readonly<Record<string, string>> = { Bucket: 'bucket', Prefix: 'prefix' }

/**
 * What AWS said otherwise when it was last looked at. A warning, not an error: it may have been put right since, which
 * another look shows; where AWS could not be asked, nothing is said.
 */
export function lastChecks(c: Case): readonly Finding[] {
  return c.checks.flatMap((check) => {
    const field = ITEM_OF[check.checkId as keyof typeof ITEM_OF]
    if (field === undefined || check.outcome !== 'fail' || isYetToCome(c, check)) return []
    const line = check.lines.find((l) => l.outcome === 'fail')
    const said = finding(
      'warning',
      'item.check-failed',
      { check: checkTitles[check.checkId as CheckId], at: check.at, first: firstOf(check) },
      (line && ITEM_OF_LINE[line.label]) ?? field,
    )
    return [said]
  })
}

/** The stack may be made after the submission has gone out (004, steps 2.3 and 2.4): that it is not there contradicts nothing. */
function isYetToCome(c: Case, check: CheckRecord): boolean {
  const isCreated = c.steps.some(({ stepId, state }) => stepId === 'crawler-stack.create' && state === 'done')
  return !isCreated && check.findings.some(({ code }) => code === 'stack.missing')
}

function firstOf(check: CheckRecord): string {
  const [first] = check.findings.filter(({ level }) => level === 'error').flatMap((f) => findingOf(f) ?? [])
  if (first) return sentence(first.code, first.params).message
  const line = check.lines.find((l) => l.outcome === 'fail')
  return line ? `${line.label}: expected ${line.expected}, is ${line.actual}.` : ''
}
