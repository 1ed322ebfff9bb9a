import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { activityView } from './views/activity-view.ts'

/** What happened, newest first, in sentences. */
export function activityHandlers(context: Context): Pick<AppHandlers, 'activity.list'> {
  const { clock, store } = context.ports
  return {
    async 'activity.list'({ case: reference, before, limit }) {
      const c = reference === undefined ? null : await context.case(reference)
      const procedure = c && context.procedures.pinned(c.record.procedureId, c.record.procedureVersion)
      const size = limit ?? 100
      const rows = await store.activity({
        caseId: c?.record.id ?? null,
        customerId: null,
        payerId: null,
        before: before ?? null,
        limit: size,
      })
      return {
        rows: rows.map((entry) => activityView(entry, procedure, clock.zone())),
        before: rows.length === size ? (rows.at(-1)?.sequence ?? null) : null,
      }
    },
  }
}
