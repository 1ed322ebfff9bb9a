import { create } from 'zustand'
import type { InputOf, OutputOf } from '../../shared/contract/index.ts'
import type { CaseRowView } from '../../shared/contract/views.ts'
import { asOperationError, client, type OperationError } from '../client/index.ts'
import { SLOW_AFTER } from './query-store.ts'
import { readiness } from './readiness.ts'

export type CaseQuery = Pick<InputOf<'case.list'>, 'text' | 'states' | 'order' | 'owner' | 'phase' | 'dueBefore'>
export const PAGE = 200

interface CaseList {
  readonly query: CaseQuery
  readonly rows: readonly CaseRowView[]
  /** How many match in all; null before the first answer. */
  readonly total: number | null
  readonly after: string | null
  readonly error: OperationError | null
  readonly slow: boolean
  readonly selected: number
  /** References of the cases picked for an edit, or every case of the result, in sight or not. */
  readonly picked: ReadonlySet<string> | 'all'
  /** Narrows or reorders the list; the first page is fetched, the old rows stay until it is here. */
  search(query: CaseQuery): Promise<void>
  /** Fetches the next page, where there is one. */
  more(): Promise<void>
  /** Fetches what is on the screen again. */
  refresh(): Promise<void>
  select(index: number): void
  /** Picks a case, or lets it go. */
  pick(ref: string): void
  pickAll(): void
  pickNone(): void
}

const NONE: ReadonlySet<string> = new Set()

let asked = 0
let fetchingMore = false

/** The list of cases, page by page; what is typed last wins. */
export const useCaseList = create<CaseList>()((set, get) => {
  async function fetchFirst(query: CaseQuery, limit: number): Promise<void> {
    const mine = ++asked
    const first = get().total === null
    const settle = first ? readiness.begin() : () => {}
    const timer = setTimeout(() => mine === asked && first && set({ slow: true }), SLOW_AFTER)
    try {
      const page = await client.send('case.list', { ...query, limit })
      if (mine === asked)
        set({ ...pageState(page), rows: page.rows, selected: within(get().selected, page.rows.length) })
    } catch (thrown) {
      if (mine === asked) set({ error: asOperationError(thrown), slow: false })
    } finally {
      clearTimeout(timer)
      settle()
    }
  }

  return {
    query: { text: '', states: ['open', 'on-hold'], order: 'due' },
    rows: [],
    total: null,
    after: null,
    error: null,
    slow: false,
    selected: 0,
    picked: NONE,
    search: (query) => {
      // What is picked belongs to the result it was picked from.
      set({ query, selected: 0, picked: NONE })
      return fetchFirst(query, PAGE)
    },
    refresh: () => fetchFirst(get().query, Math.min(500, Math.max(PAGE, get().rows.length))),
    more: async () => {
      const { after, query } = get()
      if (after === null || fetchingMore) return
      fetchingMore = true
      const mine = asked
      try {
        const page = await client.send('case.list', { ...query, limit: PAGE, after })
        if (mine === asked) set({ ...pageState(page), rows: [...get().rows, ...page.rows] })
      } catch (thrown) {
        if (mine === asked) set({ error: asOperationError(thrown) })
      } finally {
        fetchingMore = false
      }
    },
    pick: (ref) => {
      const { picked, rows } = get()
      // Letting one go of a result that is wholly in sight leaves the others.
      const before = picked === 'all' ? new Set(rows.map((row) => row.ref)) : new Set(picked)
      if (!before.delete(ref)) before.add(ref)
      set({ picked: before })
    },
    pickAll: () => set({ picked: 'all' }),
    pickNone: () => set({ picked: NONE }),
    select: (index) => set({ selected: within(index, get().rows.length) }),
  }
})

function pageState(page: OutputOf<'case.list'>) {
  return { total: page.total, after: page.after, error: null, slow: false }
}

function within(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1))
}
