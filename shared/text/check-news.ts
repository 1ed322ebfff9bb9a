import type { CheckId } from '../domain/procedure/types.ts'
import type { CheckRecord } from '../domain/records/check.ts'
import { findingOf } from '../domain/records/finding-record.ts'
import { sentence } from './messages/index.ts'

const GOOD: Readonly<Partial<Record<CheckId, string>>> = {
  'report.delivered': 'AWS has delivered the report.',
  'crawler-stack.status': 'The crawler stack is complete.',
  'extractor-stack.status': 'The extractor stack is complete.',
}

/** What the operator is told of a check that came out otherwise than before; null where it is no news. */
export function checkNews({
  checkId,
  outcome,
  findings,
}: Pick<CheckRecord, 'checkId' | 'outcome' | 'findings'>): string | null {
  if (outcome === 'pass') return Object.hasOwn(GOOD, checkId) ? (GOOD[checkId as CheckId] ?? null) : null
  const worst = findings.find((f) => f.level === 'error')
  const found = worst && findingOf(worst)
  return found ? sentence(found.code, found.params).message : null
}
