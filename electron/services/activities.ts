import type { Procedure } from '../../shared/domain/procedure/types.ts'
import type { Activity } from '../../shared/domain/records/activity.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import { activitySentence } from '../../shared/text/activity.ts'
import { listActivity } from './activity-list.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { handOut } from './made-file.ts'

/** Entries of one export: what a spreadsheet opens, and a page can hold. */
const MOST_EXPORTED = 100_000
/** Entries that are read in one go. */
const PAGE = 1_000

const HEAD = ['sequence', 'at (UTC)', 'who', 'what', 'sentence', 'case', 'values']
const MEDIA = { csv: 'text/csv', json: 'application/json' } as const

/** What happened: in sentences newest first, and as a file. */
export function activityHandlers(context: Context): Pick<AppHandlers, 'activity.list' | 'activity.export'> {
  const { store, packer, turn = async () => {} } = context.ports
  return {
    'activity.list': (input) => listActivity(context, input),

    async 'activity.export'({ case: reference, format, out }) {
      await context.settings()
      const c = reference === undefined ? null : await context.case(reference)
      const entries = await all(c)
      const text = format === 'csv' ? await table(c, entries) : json(c, entries)
      const name = `${c ? `C-${c.record.number}-` : ''}activity.${format}`
      const bytes = new TextEncoder().encode(text)
      return handOut(context, { name, mediaType: MEDIA[format], count: entries.length, bytes }, out)
    },
  }

  function page(c: Case | null, before: number | null, limit: number): Promise<readonly Activity[]> {
    return store.activity({ caseId: c?.record.id ?? null, customerId: null, payerId: null, before, limit })
  }

  /** Oldest first. */
  async function all(c: Case | null): Promise<readonly Activity[]> {
    const entries: Activity[] = []
    let before: number | null = null
    for (;;) {
      const rows = await page(c, before, PAGE)
      entries.push(...rows)
      before = rows.at(-1)?.sequence ?? null
      if (rows.length < PAGE || entries.length >= MOST_EXPORTED) return entries.reverse()
      await turn()
    }
  }

  function procedureOf(c: Case | null): Procedure | null {
    return c && context.procedures.pinned(c.record.procedureId, c.record.procedureVersion)
  }

  async function table(c: Case | null, entries: readonly Activity[]): Promise<string> {
    const known = new Map<string, { readonly ref: string; readonly procedure: Procedure | null }>()
    const caseOf = async (id: string) => {
      const there = known.get(id)
      if (there) return there
      const found = c?.record.id === id ? c : await store.case(id)
      const told = { ref: found ? `C-${found.record.number}` : '', procedure: procedureOf(found) }
      known.set(id, told)
      return told
    }
    const rows: (readonly string[])[] = [HEAD]
    for (const entry of entries) {
      const { sequence, at, who, what, caseId, params } = entry
      const { ref, procedure } = caseId === null ? { ref: '', procedure: null } : await caseOf(caseId)
      rows.push([String(sequence), at, who, what, activitySentence(entry, procedure), ref, JSON.stringify(params)])
    }
    return packer.writeCsv(rows)
  }

  function json(c: Case | null, entries: readonly Activity[]): string {
    const of = c ? { case: `C-${c.record.number}`, customer: c.customer.name } : {}
    return `${JSON.stringify({ schema: 1, kind: 'msp-casebook.activity', ...of, entries }, null, 2)}\n`
  }
}
