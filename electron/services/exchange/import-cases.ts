import type { Act } from '../../../shared/domain/case/act.ts'
import { openCase } from '../../../shared/domain/case/open-case.ts'
import type { ImportPlanner } from '../../../shared/domain/exchange/import-planner.ts'
import type { Procedure } from '../../../shared/domain/procedure/types.ts'
import type { ChangeSet } from '../../../shared/domain/records/change-set.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import type { Context } from '../context.ts'
import { casesOf } from '../lookups.ts'

/**
 * Opens a case in the procedure for each customer planned that has none open in it, as one change with the rest.
 * A customer whose case cannot be opened refuses its row.
 * @param first number of the first case
 */
export async function openCases(
  context: Context,
  planner: ImportPlanner,
  procedure: Procedure,
  act: Act,
  first: number,
): Promise<ChangeSet> {
  const puts: ChangeSet['puts'][number][] = []
  const activity: ChangeSet['activity'][number][] = []
  let number = first
  for (const { line, before, customer, payer } of planner.customers) {
    if (before !== null && (await hasOpenCase(context, before.id, procedure))) continue
    const opened = openCase({ customer, payer, procedure, number, typed: {}, inherited: {} }, act)
    if (isRefusal(opened)) {
      planner.refuse(line, 'managementAccountId', customer.managementAccountId, opened)
      continue
    }
    number += 1
    puts.push(...opened.change.puts)
    activity.push(...opened.change.activity)
  }
  return { puts, activity }
}

async function hasOpenCase(context: Context, customerId: string, procedure: Procedure): Promise<boolean> {
  const rows = await casesOf(context, { customerId, states: ['open', 'on-hold'] })
  return rows.some(({ record }) => record.procedureId === procedure.id)
}
