import type { CaseRow, CaseStore, Page } from './ports.ts'

/** Every open case, first due first, read in pages. */
export async function* openCases(store: Pick<CaseStore, 'cases'>): AsyncGenerator<CaseRow> {
  let after: string | null = null
  do {
    const page: Page<CaseRow> = await store.cases({ ...ALL_OPEN, after })
    yield* page.rows
    after = page.after
  } while (after !== null)
}

const ALL_OPEN = {
  text: '',
  states: ['open'],
  phase: null,
  owner: null,
  customerId: null,
  payerId: null,
  dueBefore: null,
  order: 'due',
  limit: 500,
} as const
