import { viewCase } from '../cases.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import { checksToRun, runChecks } from './round.ts'

/** Running the AWS checks of a case. */
export function checkHandlers(context: Context): Pick<AppHandlers, 'case.check'> {
  return {
    async 'case.check'({ case: reference, revision, step }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings())
      await runChecks(context, c, checksToRun(context, c, act, step ?? null), act)
      return viewCase(context, c.record.id)
    },
  }
}
