import { requestDefinitions } from '../../shared/domain/requests/definitions.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { procedureView, waitHours } from './views/procedure-view.ts'

/** Which procedures there are. */
export function procedureHandlers(context: Context): Pick<AppHandlers, 'procedure.list'> {
  return {
    async 'procedure.list'() {
      return {
        procedures: context.procedures.newestOfEach.map(procedureView),
        requests: requestDefinitions.map(({ wait }) => waitHours(wait)),
      }
    },
  }
}
