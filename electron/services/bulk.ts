import type { ParsedInputOf } from '../../shared/contract/index.ts'
import { bulkEdited } from '../../shared/domain/case/bulk-edit.ts'
import type { CaseRecord } from '../../shared/domain/records/case.ts'
import type { Context } from './context.ts'
import { rowsOfView } from './exchange/selection.ts'
import type { AppHandlers } from './handlers.ts'

/** Rows of a preview: enough to see that it is what was meant. */
const SHOWN = 12

interface Edit {
  readonly customer: string
  readonly before: CaseRecord
  readonly after: CaseRecord
}

/** One edit over many cases. */
export function bulkHandlers(context: Context): Pick<AppHandlers, 'case.bulk-preview' | 'case.bulk'> {
  const { store, clock } = context.ports
  return {
    async 'case.bulk-preview'(input) {
      const { total, edits } = await editsOf(input)
      return {
        total,
        changes: edits.length,
        rows: edits.slice(0, SHOWN).map(({ customer, before, after }) => ({
          ref: `C-${before.number}`,
          customer,
          before: described(before),
          after: described(after),
        })),
      }
    },

    async 'case.bulk'(input) {
      const { operator } = await context.settings()
      const { total, edits } = await editsOf(input)
      if (edits.length === 0) return { total, changed: 0, sequence: null }
      const at = clock.now()
      const { sequence } = await store.commit({
        puts: edits.map(({ after }) => ({ kind: 'case', record: { ...after, updatedAt: at } })),
        activity: edits.map(({ before, after }) => ({
          at,
          who: operator,
          what: 'case.described',
          caseId: after.id,
          customerId: after.customerId,
          payerId: after.payerId,
          params: { fields: changedFields(before, after) },
        })),
      })
      context.ports.onChange({ topic: 'cases', sequence, ids: edits.map(({ after }) => after.id) })
      return { total, changed: edits.length, sequence }
    },
  }

  async function editsOf({ set, ...selected }: ParsedInputOf<'case.bulk'>) {
    const rows = await selectedRows(selected)
    const edits = rows.flatMap(({ record, customer }): Edit[] => {
      const after = bulkEdited(record, set)
      return after === record ? [] : [{ customer, before: record, after }]
    })
    return { total: rows.length, edits }
  }

  async function selectedRows({ cases, query }: Pick<ParsedInputOf<'case.bulk'>, 'cases' | 'query'>) {
    if (cases === undefined) {
      const rows = await rowsOfView(context, query)
      return rows.map((row) => ({ record: row.record, customer: row.customerName }))
    }
    const rows: { record: CaseRecord; customer: string }[] = []
    for (const reference of new Set(cases)) {
      const c = await context.case(reference)
      rows.push({ record: c.record, customer: c.customer.name })
    }
    return rows
  }
}

function described({ owner, tags }: CaseRecord): string {
  return [owner, ...tags.map((tag) => `#${tag}`)].join(' ')
}

function changedFields(before: CaseRecord, after: CaseRecord): readonly string[] {
  return [...(before.owner === after.owner ? [] : ['owner']), ...(before.tags === after.tags ? [] : ['tags'])]
}
