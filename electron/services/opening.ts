import type { Opening } from '../../shared/domain/case/open-case.ts'
import { openCase } from '../../shared/domain/case/open-case.ts'
import { FACT_OWNERS } from '../../shared/domain/facts.ts'
import type { Procedure } from '../../shared/domain/procedure/types.ts'
import type { Customer } from '../../shared/domain/records/customer.ts'
import { type Refusal, refuse } from '../../shared/domain/refusal.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import { viewCase } from './cases.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { createInTurn } from './in-turn.ts'
import { casesOf, customerNamed, payerOf } from './lookups.ts'
import { demandMeant, payerAfter, summariesAfter, touchedCases } from './payer-impact.ts'
import { reuseIfPossible } from './reuse.ts'

/** Opening a case: who, in which procedure, with which answers. */
export function openingHandlers(context: Context): Pick<AppHandlers, 'case.open'> {
  const inTurn = createInTurn()
  return { 'case.open': (input) => inTurn(() => open(input)) }

  async function open(input: Parameters<AppHandlers['case.open']>[0]) {
    const { customer: named, procedure: wanted, facts, confirmed, ...payerFacts } = input
    const act = context.act(await context.settings())
    const procedure = procedureNamed(context, wanted ?? 'msp-cur-extraction')
    const given = Object.entries(payerFacts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))
    const opening = await openingOf(context, named, procedure, { ...Object.fromEntries(given), ...facts })
    const second = await refuseSecondOpenCase(context, opening.customer, procedure)
    if (second) throw new CasebookError(second)
    const opened = throwIfRefused(openCase(opening, act))
    const after = payerAfter(opened.change, opening.payer)
    const touched = await touchedCases(context, opening.payer, after, opened.id)
    demandMeant(touched, opening.payer, after, confirmed === true)
    const puts = [...opened.change.puts, ...(await summariesAfter(context, touched, after, act))]
    await context.commit({ ...opened.change, puts }, 'cases', [opened.id])
    await reuseIfPossible(context, opened.id, context.act(act.settings))
    return viewCase(context, opened.id)
  }
}

/** A customer has one open case in a procedure at a time. */
export async function refuseSecondOpenCase(
  context: Context,
  customer: Customer,
  procedure: Procedure,
): Promise<Refusal | null> {
  const open = await casesOf(context, { customerId: customer.id, states: ['open', 'on-hold'] })
  const there = open.find(({ record }) => record.procedureId === procedure.id)
  return there
    ? refuse('case.open-already', { case: `C-${there.record.number}`, customer: customer.name }, 'customer')
    : null
}

/** The newest version of a procedure; refuses a name that no procedure has. */
export function procedureNamed(context: Context, id: string): Procedure {
  const procedure = context.procedures.newest(id)
  if (procedure) return procedure
  const known = context.procedures.newestOfEach.map((p) => p.id).join(', ')
  throw new CasebookError(refuse('procedure.unknown', { procedure: id, known }, 'procedure'))
}

/** What an opening starts from: the customer, its payer, and what its other cases have answered already. */
export async function openingOf(
  context: Context,
  customerName: string,
  procedure: Procedure,
  typed: Readonly<Record<string, string>>,
): Promise<Opening> {
  const customer = await customerNamed(context, customerName)
  return {
    customer,
    payer: await payerOf(context, customer),
    procedure,
    number: await context.ports.store.nextCaseNumber(),
    typed,
    inherited: await answersElsewhere(context, customer, procedure),
  }
}

/** Answers of the customer's other cases to the same questions, the newest of each: nothing is asked twice. */
export async function answersElsewhere(
  context: Context,
  customer: Customer,
  procedure: Procedure,
): Promise<Readonly<Record<string, string>>> {
  const asked = procedure.intake.questions.map((q) => q.fact).filter((fact) => FACT_OWNERS[fact] === 'case')
  const rows = await casesOf(context, { customerId: customer.id })
  const facts = rows.toReversed().map((r) => r.record.facts)
  return Object.fromEntries(
    asked.flatMap((fact) => {
      const answer = facts.find((f) => f[fact] !== undefined)?.[fact]
      return answer === undefined ? [] : [[fact, answer] as const]
    }),
  )
}
