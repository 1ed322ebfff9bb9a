import { factsOf } from '../../../shared/domain/case/facts-of.ts'
import { faultFinding } from '../../../shared/domain/checks/verdict.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import type { AwsResult } from '../aws-gateway.ts'
import { CasebookError } from '../casebook-error.ts'
import { sessionOf } from '../checks/round.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'

/** How far AWS is with a stack of the case, event by event. Looks, and files nothing. */
export function stackProgressHandlers(context: Context): Pick<AppHandlers, 'stack.progress'> {
  return {
    async 'stack.progress'({ case: reference, stack: which }) {
      const c = await context.case(reference)
      const facts = factsOf(c, await context.settings())
      const name = which === 'crawler' ? facts.crawlerStackName : facts.extractorStackName
      if (name === null) throw new CasebookError(refuse('stack.missing', { stack: '' }))
      const { session, profile } = sessionOf(context, c)
      const who = must(await session.identity(), profile)
      if (who.accountId !== c.payer.accountId) {
        throw new CasebookError(refuse('account.wrong', { expected: c.payer.accountId, actual: who.accountId }))
      }
      const found = await session.stack(name)
      if (!found.ok && found.fault.kind === 'not-found') {
        throw new CasebookError(refuse('stack.missing', { stack: name }))
      }
      const stack = must(found, profile)
      const events = must(await session.stackEvents(stack.id), profile)
      return {
        name,
        status: stack.status,
        done: stack.complete,
        total: stack.resources,
        settled: !stack.status.endsWith('_IN_PROGRESS'),
        events: events.map((event) => ({ ...event })),
      }
    },
  }
}

function must<T>(result: AwsResult<T>, profile: string): T {
  if (result.ok) return result.value
  const { code, params } = faultFinding(result.fault, profile)
  throw new CasebookError({ refused: true, code, params })
}
