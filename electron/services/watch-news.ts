import type { NewsView } from '../../shared/contract/operations/aws.ts'
import type { CheckId, Procedure } from '../../shared/domain/procedure/types.ts'
import type { Activity } from '../../shared/domain/records/activity.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import { CheckOutcome, type CheckRecord, FindingRecord } from '../../shared/domain/records/check.ts'
import { checkNews } from '../../shared/text/check-news.ts'
import { stepOfCheck } from './checks/step-of-check.ts'
import type { Context } from './context.ts'

/** What the record keeps of a piece of news: enough to say it again after a restart. */
export function newsParams({ checkId, outcome, findings }: CheckRecord): Readonly<Record<string, unknown>> {
  return { check: checkId, outcome, findings: findings.filter((f) => f.level === 'error').slice(0, 1) }
}

/** A result as news; null where it is none. */
export function newsOf(
  seen: Pick<CheckRecord, 'checkId' | 'outcome' | 'findings' | 'at'>,
  c: Case,
  procedure: Procedure | null,
): NewsView | null {
  const text = checkNews(seen)
  if (text === null) return null
  const { id: caseId, number } = c.record
  return {
    at: seen.at,
    caseId,
    ref: `C-${number}`,
    customer: c.customer.name,
    good: seen.outcome === 'pass',
    text,
    step: (procedure && stepOfCheck(procedure, seen.checkId as CheckId)?.id) ?? null,
  }
}

/** News of the past as the record has them, newest first. One that cannot be read any more is passed over. */
export async function pastNews(context: Context, limit: number): Promise<NewsView[]> {
  const entries = await context.ports.store.told(limit)
  const news: NewsView[] = []
  for (const entry of entries) {
    const seen = seenIn(entry)
    const c = seen && entry.caseId !== null ? await context.ports.store.case(entry.caseId) : null
    if (!seen || !c) continue
    const procedure = context.procedures.pinned(c.record.procedureId, c.record.procedureVersion)
    const told = newsOf(seen, c, procedure)
    if (told) news.push(told)
  }
  return news
}

function seenIn({ at, params }: Activity): Pick<CheckRecord, 'checkId' | 'outcome' | 'findings' | 'at'> | null {
  const outcome = CheckOutcome.safeParse(params.outcome)
  const findings = FindingRecord.array().safeParse(params.findings)
  if (!outcome.success || !findings.success || typeof params.check !== 'string') return null
  return { at, checkId: params.check, outcome: outcome.data, findings: findings.data }
}
