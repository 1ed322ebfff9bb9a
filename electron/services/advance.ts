import { type Advance, advance } from '../../shared/domain/case/advance.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import { viewCase } from './cases.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'

/** Moving a case on to a phase: what that takes, said first, and all of it in one go. */
export function advanceHandlers(context: Context): Pick<AppHandlers, 'case.advance-preview' | 'case.advance'> {
  return {
    async 'case.advance-preview'({ case: reference, phase }) {
      const c = await context.case(reference)
      const act = context.act(await context.settings())
      const { steps } = throwIfRefused(advance(c, context.procedure(c), phase, {}, act, true))
      return {
        revision: c.record.revision,
        possible: steps.every(({ refusal }) => refusal === null),
        steps: steps.map(({ step, refusal }) => ({
          id: step.id,
          title: step.title,
          evidence: step.evidence,
          refusal: refusal && sentence(refusal.code, refusal.params),
        })),
      }
    },

    async 'case.advance'({ case: reference, revision, phase, evidence }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings())
      const moved = throwIfRefused(advance(c, context.procedure(c), phase, evidence, act, false))
      const { sequence } = await context.commit(demandDone(moved), 'cases', [c.record.id])
      return { case: await viewCase(context, c.record.id), sequence }
    },
  }
}

function demandDone({ change, steps }: Advance) {
  const refusal = steps.find((step) => step.refusal !== null)?.refusal
  if (refusal) throw new CasebookError(refusal)
  if (change === null) throw new Error('A move that nothing refuses has a change.')
  return change
}
