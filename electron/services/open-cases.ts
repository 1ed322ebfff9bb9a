import { EVERY_CASE } from './case-query.ts'
import type { Ports } from './context.ts'
import type { CaseQuery, CaseRow, Page } from './ports.ts'

/** Every open case, first due first, read in pages; between two of them others have their turn. */
export async function* openCases({ store, turn }: Pick<Ports, 'store' | 'turn'>): AsyncGenerator<CaseRow> {
  let after: string | null = null
  do {
    const page: Page<CaseRow> = await store.cases({ ...ALL_OPEN, after })
    yield* page.rows
    after = page.after
    await turn?.()
  } while (after !== null)
}

/** A hundred at once take a millisecond, in which nobody else has a turn. */
const ALL_OPEN: CaseQuery = { ...EVERY_CASE, states: ['open'], order: 'due', limit: 100 }
