import type { OutputOf, ParsedInputOf } from '../../shared/contract/index.ts'
import type { Procedure } from '../../shared/domain/procedure/types.ts'
import type { Activity } from '../../shared/domain/records/activity.ts'
import { topicsOf } from '../../shared/domain/records/activity-kind.ts'
import type { Context } from './context.ts'
import type { ActivityQuery } from './ports.ts'
import { activityView } from './views/activity-view.ts'

/** Entries whose sentences one question looks through for a text; the next question goes on from there. */
const LOOKED_THROUGH = 5_000
/** Entries that are read in one go while looking. */
const STRETCH = 500

type Answer = OutputOf<'activity.list'>

/** What happened, in sentences, newest first. */
export async function listActivity(context: Context, input: ParsedInputOf<'activity.list'>): Promise<Answer> {
  const { store } = context.ports
  const { case: reference, customer = null, payer = null, before = null, limit = 100, kind, who, since, text } = input
  const c = reference === undefined ? null : await context.case(reference)
  const query = {
    caseId: c?.record.id ?? null,
    customerId: customer,
    payerId: payer,
    who: who ?? null,
    since: since ?? null,
    topics: kind === undefined ? null : topicsOf(kind),
  }
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found =
    words.length === 0
      ? await page(context, { ...query, before, limit })
      : await lookThrough(context, { ...query, before, limit }, words)
  return { ...found, people: c ? [...(await store.activityPeople(c.record.id))] : [] }
}

type Page = Pick<Answer, 'rows' | 'before'>

async function page(context: Context, query: ActivityQuery): Promise<Page> {
  const entries = await context.ports.store.activity(query)
  return { rows: await told(context, entries), before: markAfter(entries, query.limit) }
}

/** Entries whose sentence or author has every word. The mark of the answer is where it stopped looking. */
async function lookThrough(context: Context, query: ActivityQuery, words: readonly string[]): Promise<Page> {
  const rows: Page['rows'] = []
  let before = query.before
  for (let looked = 0; looked < LOOKED_THROUGH; looked += STRETCH) {
    const entries = await context.ports.store.activity({ ...query, before, limit: STRETCH })
    for (const view of await told(context, entries)) {
      const said = `${view.sentence} ${view.who}`.toLowerCase()
      if (!words.every((word) => said.includes(word))) continue
      rows.push(view)
      if (rows.length === query.limit) return { rows, before: view.sequence }
    }
    before = markAfter(entries, STRETCH)
    if (before === null) break
    await context.ports.turn?.()
  }
  return { rows, before }
}

/** Where the next page begins; null where this was the last. */
function markAfter(entries: readonly Activity[], limit: number): number | null {
  return entries.length === limit ? (entries.at(-1)?.sequence ?? null) : null
}

async function told(context: Context, entries: readonly Activity[]): Promise<Page['rows']> {
  const procedures = await proceduresOf(context, entries)
  const zone = context.ports.clock.zone()
  return entries.map((entry) => activityView(entry, procedures.get(entry.caseId ?? '') ?? null, zone))
}

/** The procedure of each case that the entries speak of: its steps are called by their titles. */
async function proceduresOf(
  context: Context,
  entries: readonly Activity[],
): Promise<ReadonlyMap<string, Procedure | null>> {
  const ids = [...new Set(entries.flatMap((entry) => entry.caseId ?? []))]
  return new Map(
    await Promise.all(
      ids.map(async (id) => {
        const c = await context.ports.store.case(id)
        const { procedureId, procedureVersion } = c?.record ?? {}
        const isKnown = procedureId !== undefined && procedureVersion !== undefined
        return [id, isKnown ? context.procedures.pinned(procedureId, procedureVersion) : null] as const
      }),
    ),
  )
}
