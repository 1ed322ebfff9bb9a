import type { CheckedView } from '../../../shared/contract/operations/aws.ts'
import type { CheckId } from '../../../shared/domain/procedure/types.ts'
import { checkTitles } from '../../../shared/text/checks.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import type { CheckOfCase } from '../ports.ts'
import { keptFindingViews } from '../views/finding-view.ts'
import { lookablePayers } from './lookable-payers.ts'
import { stepOfCheck } from './step-of-check.ts'

const WORST_FIRST = ['fail', 'no-access', 'unknown', 'warn', 'pass'] as const
/** More of one verdict than anybody reads; the case list finds the rest. */
const MOST = 100

/** What the checks last showed, over all cases, by verdict. */
export function checkListHandlers(context: Context): Pick<AppHandlers, 'checks.list'> {
  const { store, kind } = context.ports
  return {
    async 'checks.list'() {
      await context.settings()
      const groups = []
      for (const outcome of WORST_FIRST) {
        const found = await store.checksOf({ outcome, limit: MOST + 1 })
        if (found.length === 0) continue
        groups.push({ outcome, rows: found.slice(0, MOST).map(checkedView), more: found.length > MOST })
      }
      return { groups, lookable: groups.length > 0 || (await canLookAtAll()) }
    },
  }

  /** Whether a look has anything to look with: asked only where nothing was ever seen. */
  async function canLookAtAll(): Promise<boolean> {
    if (kind === 'practice') return true
    const { done } = await lookablePayers(context).next()
    return done !== true
  }

  function checkedView({ record, row }: CheckOfCase): CheckedView {
    const id = record.checkId as CheckId
    const procedure = context.procedures.pinned(row.record.procedureId, row.record.procedureVersion)
    const step = procedure && stepOfCheck(procedure, id)
    return {
      id,
      title: Object.hasOwn(checkTitles, id) ? checkTitles[id] : id,
      at: record.at,
      outcome: record.outcome,
      lines: [...record.lines],
      findings: keptFindingViews(record.findings),
      identity: record.identity,
      caseId: record.caseId,
      ref: `C-${row.record.number}`,
      customer: row.customerName,
      accountId: row.payerAccountId,
      step: step?.id ?? null,
      stepTitle: step?.title ?? null,
    }
  }
}
