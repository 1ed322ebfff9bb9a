import { EVERY_CASE } from './case-query.ts'
import type { CaseQuery, CaseRow, CaseStore, Page } from './ports.ts'

/** Every open case, first due first, read in pages. */
export async function* openCases(store: Pick<CaseStore, 'cases'>): AsyncGenerator<CaseRow> {
  let after: string | null = null
  do {
    const page: Page<CaseRow> = await store.cases({ ...ALL_OPEN, after })
    yield* page.rows
    after = page.after
  } while (after !== null)
}

const ALL_OPEN: CaseQuery = { ...EVERY_CASE, states: ['open'], order: 'due' }
