import type { CheckId } from '../../../shared/domain/procedure/types.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import { viewCase } from '../cases.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import { checksToRun, runChecks, sessionOf } from './round.ts'

/** Running the AWS checks of a case. */
export function checkHandlers(context: Context): Pick<AppHandlers, 'case.check'> {
  return {
    async 'case.check'({ case: reference, revision, step }) {
      const c = await context.case(reference, revision)
      // Where there is nothing to look with, that is said, even where nothing is to be looked at.
      sessionOf(context, c)
      await lookAt(context, c, step ?? null, [])
      return viewCase(context, c.record.id)
    },
  }
}

/** Without a step, what one look settles can bring further steps into reach: those are looked at too. */
async function lookAt(context: Context, c: Case, step: string | null, seen: readonly CheckId[]): Promise<void> {
  const act = context.act(await context.settings())
  const ids = checksToRun(context, c, act, step).filter((id) => !seen.includes(id))
  if (ids.length === 0) return
  await runChecks(context, c, ids, act)
  if (step === null) await lookAt(context, await context.case(c.record.id), step, [...seen, ...ids])
}
