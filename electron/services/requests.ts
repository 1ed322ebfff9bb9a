import type { RequestView } from '../../shared/contract/operations/requests.ts'
import type { Act } from '../../shared/domain/case/act.ts'
import type { Procedure } from '../../shared/domain/procedure/types.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { Decided } from '../../shared/domain/refusal.ts'
import { requestDefinitions, stepsHelped } from '../../shared/domain/requests/definitions.ts'
import { cancelRequest, createRequest, finishRequest } from '../../shared/domain/requests/requests.ts'
import { mailtoUrl } from '../../shared/domain/submission/mailto.ts'
import { requestMessage, requestTexts } from '../../shared/text/requests.ts'
import { throwIfRefused } from './casebook-error.ts'
import { viewCase } from './cases.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { waitView } from './views/wait-view.ts'

type RequestHandlers = Pick<AppHandlers, 'request.list' | 'request.create' | 'request.done' | 'request.cancel'>

/** Asking the customer, and what came of it. */
export function requestHandlers(context: Context): RequestHandlers {
  const { clock } = context.ports
  return {
    async 'request.list'({ case: reference }) {
      const c = await context.case(reference)
      const settings = await context.settings()
      const procedure = context.procedure(c)
      return {
        requests: requestDefinitions.map((definition): RequestView => {
          const { id, wait } = definition
          const waits = c.waits.filter((w) => w.definition === wait.id)
          const newest = waits.toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt)).at(-1)
          const { title, why } = requestTexts[id]
          const message = requestMessage(id, c, settings)
          return {
            id,
            title,
            why,
            message,
            mailto: message.to === '' ? null : (mailtoUrl([message])?.url ?? null),
            steps: [...stepsHelped(definition, procedure)],
            wait: newest ? waitView(newest, procedure, clock.now(), clock.zone()) : null,
            asked: waits.length,
          }
        }),
      }
    },

    async 'request.create'({ case: reference, revision, request, via, at }) {
      return decide(reference, revision, at, (c, p, act) => createRequest(c, p, request, via ?? '', act))
    },

    async 'request.done'({ case: reference, revision, request, note, at }) {
      return decide(reference, revision, at, (c, p, act) => finishRequest(c, p, request, note ?? '', act))
    },

    async 'request.cancel'({ case: reference, revision, request, reason }) {
      return decide(reference, revision, undefined, (c, p, act) => cancelRequest(c, p, request, reason, act))
    },
  }

  async function decide(
    reference: string,
    revision: number | undefined,
    at: string | undefined,
    decision: (c: Case, procedure: Procedure, act: Act) => Decided<ChangeSet>,
  ) {
    const c = await context.case(reference, revision)
    const act = context.act(await context.settings(), at)
    await context.commit(throwIfRefused(decision(c, context.procedure(c), act)), 'cases', [c.record.id])
    return viewCase(context, c.record.id)
  }
}
