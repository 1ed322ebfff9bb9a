import type { Act } from '../../shared/domain/case/act.ts'
import { factsOf } from '../../shared/domain/case/facts-of.ts'
import { type Reusable, reusableSteps, reuse } from '../../shared/domain/case/reuse.ts'
import { evaluate } from '../../shared/domain/procedure/engine.ts'
import type { CheckId, Procedure } from '../../shared/domain/procedure/types.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import { isRefusal } from '../../shared/domain/refusal.ts'
import { EVERY_CASE } from './case-query.ts'
import { refusalOf, throwIfRefused } from './casebook-error.ts'
import { viewCase } from './cases.ts'
import { fileSeen, lookAt } from './checks/round.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'

/** The payer's first cases are those that set it up; more need not be looked through. */
const FIRST_CASES = 20

/** Taking over what other cases have done for the same payer. */
export function reuseHandlers(context: Context): Pick<AppHandlers, 'case.reuse'> {
  return {
    async 'case.reuse'({ case: reference, revision, evidence, at }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings(), at)
      if (evidence === undefined) await reuseByCheck(context, c, act)
      else {
        const reusable = await reusableOf(context, c, act)
        const verified = { by: 'hand', seen: evidence } as const
        const change = throwIfRefused(reuse(c, context.procedure(c), reusable, verified, act))
        await context.commit(change, 'cases', [c.record.id])
      }
      return viewCase(context, c.record.id)
    },
  }
}

/** What this case can take over from others on its payer. */
export async function reusableOf(context: Context, c: Case, act: Act): Promise<readonly Reusable[]> {
  const procedure = context.procedure(c)
  if (c.record.state !== 'open' || !hasPayerWork(c, procedure, act)) return []
  return reusableSteps(c, procedure, await othersOnPayer(context, c, procedure), act)
}

/** The first cases on a case's payer that follow the same procedure: those that set it up. */
export async function othersOnPayer(context: Context, c: Case, procedure: Procedure): Promise<readonly Case[]> {
  const { rows } = await context.ports.store.cases({
    ...EVERY_CASE,
    payerId: c.payer.id,
    limit: FIRST_CASES,
  })
  const others: Case[] = []
  for (const { record } of rows) {
    if (record.id === c.record.id || record.procedureId !== procedure.id) continue
    const other = await context.ports.store.case(record.id)
    if (other) others.push(other)
  }
  return others
}

/** Whether a step of the payer's is left to do; most views are of cases that are past them. */
function hasPayerWork(c: Case, procedure: Procedure, act: Act): boolean {
  const { steps } = evaluate(procedure, c, factsOf(c, act.settings))
  return steps.some(({ step, status }) => step.of === 'payer' && status !== 'done' && status !== 'not-applicable')
}

/** Looks at AWS for every step that could be taken over, and takes over those that are as they should be. */
export async function reuseByCheck(context: Context, c: Case, act: Act): Promise<void> {
  const procedure = context.procedure(c)
  const reusable = await reusableOf(context, c, act)
  const ids = [...new Set<CheckId>(reusable.flatMap((r) => r.step.checks))]
  const seen = reusable.length > 0 ? await lookAt(context, c, ids, act) : { records: [], identity: null }
  const account = seen.identity?.accountId ?? ''
  const change = reuse(c, procedure, reusable, { by: 'check', checks: seen.records, account }, act)
  // What was seen is worth keeping where nothing could be taken over: it says what is missing.
  if (isRefusal(change) && seen.records.length > 0) await fileSeen(context, c.record.id, seen)
  await context.commit(throwIfRefused(change), 'cases', [c.record.id])
}

/**
 * A case that has just been opened starts at its own work, where AWS can be asked. Where it cannot, or nothing is as it
 * should be, the case is as it was, and taking over is offered with it.
 */
export async function reuseIfPossible(context: Context, caseId: string, act: Act): Promise<void> {
  const c = await context.case(caseId)
  if ((await reusableOf(context, c, act)).length === 0) return
  try {
    await reuseByCheck(context, c, act)
  } catch (thrown) {
    if (refusalOf(thrown) === null) throw thrown
  }
}
