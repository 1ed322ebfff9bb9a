import { FIELD_HEADS } from '../../../shared/domain/exchange/columns.ts'
import type { ImportPlanner } from '../../../shared/domain/exchange/import-planner.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { Context } from '../context.ts'
import { casesOf } from '../lookups.ts'

/**
 * Refuses rows that would change something beneath cases: a payer's facts where open cases stand on them, and Org IDs
 * that Spot has been sent. Both are changed where every case that they touch is shown.
 */
export async function guardCases(context: Context, planner: ImportPlanner): Promise<void> {
  for (const { before, said, isSettled } of planner.payers) {
    if (before === null || isSettled) continue
    const open = await casesOf(context, { payerId: before.id, states: ['open', 'on-hold'] })
    if (open.length === 0) continue
    for (const [field, { text, line }] of said) {
      const refusal = { account: before.accountId, cases: open.length, head: FIELD_HEADS[field] }
      planner.refuse(line, field, text, refuse('import.payer-has-cases', refusal))
    }
  }
  for (const { line, before, customer, fields } of planner.customers) {
    if (before === null || !fields.some(({ field }) => field === 'orgIds')) continue
    const rows = await casesOf(context, { customerId: before.id, states: ['open', 'on-hold'] })
    const sent = rows.find(({ record }) => ['sent', 'answered'].includes(record.summary.submissionState ?? ''))
    if (!sent) continue
    const refusal = refuse('import.already-sent', { case: `C-${sent.record.number}` })
    planner.refuse(line, 'orgIds', customer.orgIds.join(', '), refusal)
  }
}
