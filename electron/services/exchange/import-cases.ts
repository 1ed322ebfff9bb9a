import type { Act } from '../../../shared/domain/case/act.ts'
import { freshCustomer } from '../../../shared/domain/case/fresh-customer.ts'
import { draftCase, openCase, refuseOpening } from '../../../shared/domain/case/open-case.ts'
import type { ImportPlanner } from '../../../shared/domain/exchange/import-planner.ts'
import { FACT_OWNERS } from '../../../shared/domain/facts.ts'
import type { Procedure } from '../../../shared/domain/procedure/types.ts'
import type { ChangeSet } from '../../../shared/domain/records/change-set.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts'
import type { Context } from '../context.ts'
import { casesOf } from '../lookups.ts'
import { answersElsewhere } from '../opening.ts'

/** In which procedure cases are opened, and what is answered for all of them. */
export interface ToOpen {
  readonly procedure: Procedure
  readonly facts: Readonly<Record<string, string>>
}

/** The cases as a part of the change, and how many customers go without one. */
export interface OpenedCases extends ChangeSet {
  readonly refused: number
}

/** Why no case at all can be opened with these answers: one is missing, or is not a case’s to have. */
export function refuseAnswers({ procedure, facts }: ToOpen, act: Act): Refusal | null {
  const elsewhere = Object.keys(facts).find((fact) => (OWNERS[fact] ?? 'case') !== 'case')
  if (elsewhere !== undefined) return refuse('import.fact-elsewhere', { fact: elsewhere }, elsewhere)
  const blank = { name: '', managementAccountId: '', orgIds: '', payerKind: 'dedicated', payerAccountId: '' } as const
  const nobody = freshCustomer(blank, null, act)
  const draft = draftCase({ ...nobody, procedure, number: 0, typed: facts, inherited: {} }, act)
  return isRefusal(draft) ? draft : refuseOpening(draft, procedure)
}

const OWNERS: Readonly<Record<string, string>> = FACT_OWNERS

/**
 * Opens a case in the procedure for each customer planned that has none open in it, as one change with the rest.
 * A customer whose payer the procedure cannot run on is taken without a case, and noted; any other refusal refuses its row.
 * @param first number of the first case
 */
export async function openCases(
  context: Context,
  planner: ImportPlanner,
  { procedure, facts }: ToOpen,
  act: Act,
  first: number,
): Promise<OpenedCases> {
  const puts: ChangeSet['puts'][number][] = []
  const activity: ChangeSet['activity'][number][] = []
  let number = first
  let refused = 0
  for (const { line, before, customer, payer } of planner.customers) {
    if (before !== null && (await hasOpenCase(context, before.id, procedure))) continue
    const inherited = before === null ? {} : await answersElsewhere(context, before, procedure)
    const opened = openCase({ customer, payer, procedure, number, typed: facts, inherited }, act)
    if (isRefusal(opened) && opened.code === 'payer.transfer') {
      refused += 1
      planner.note(line, { level: 'warning', code: opened.code, params: opened.params, field: 'payerKind' })
    } else if (isRefusal(opened)) {
      planner.refuse(line, 'managementAccountId', customer.managementAccountId, opened)
    } else {
      number += 1
      puts.push(...opened.change.puts)
      activity.push(...opened.change.activity)
    }
  }
  return { puts, activity, refused }
}

async function hasOpenCase(context: Context, customerId: string, procedure: Procedure): Promise<boolean> {
  const rows = await casesOf(context, { customerId, states: ['open', 'on-hold'] })
  return rows.some(({ record }) => record.procedureId === procedure.id)
}
