import { queryOf } from './case-query.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { procedureNamed } from './opening.ts'
import type { CaseQuery } from './ports.ts'
import { caseRowView } from './views/record-views.ts'

/** The cases of one procedure, phase by phase. */
export function boardHandlers(context: Context): Pick<AppHandlers, 'case.board'> {
  const { store } = context.ports
  return {
    async 'case.board'({ limit, procedure: named, ...filter }) {
      await context.settings()
      const { id: procedureId, phases } = procedureNamed(context, named)
      const asked = await queryOf(context, { ...filter, phase: null })
      const counts = await store.board.phases({ ...asked, procedureId, states: [] })
      const states = new Set(asked.states.length === 0 ? ['open', 'on-hold', 'done', 'abandoned'] : asked.states)
      const column = async (phase: string | null, part: Partial<CaseQuery>) => {
        const own = counts.filter((c) =>
          phase === null ? c.state === 'done' : c.phase === phase && states.has(c.state),
        )
        const total = own.reduce((sum, count) => sum + count.total, 0)
        const rows = total === 0 ? [] : await store.board.firstCases({ ...asked, procedureId, limit, ...part })
        return { phase, total, rows: rows.map((row) => caseRowView(row, context, filter.text)) }
      }
      const columns = []
      for (const { id } of phases) columns.push(await column(id, { phase: id, order: 'due' }))
      // Whoever looks at what is done looks for what was done of late.
      columns.push(await column(null, { states: ['done'], order: 'updated' }))
      return { columns }
    },
  }
}
