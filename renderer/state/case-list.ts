import { create } from 'zustand'
import type { CaseRowView } from '../../shared/contract/views.ts'
import type { CaseFilter } from '../../shared/domain/records/case-filter.ts'
import { asOperationError, client, type OperationError } from '../client/index.ts'
import { createAsking } from './asking.ts'
import { ACTIVE, type CaseAddress, caseAddressHref } from './case-address.ts'
import { replaceAddressSoon } from './location.ts'
import { SLOW_AFTER } from './query-store.ts'
import { readiness } from './readiness.ts'

/** Rows asked for at once: more than a screen shows, and little enough to be here before it is missed. */
export const PAGE = 60
/** As many as are given at once. */
const MOST = 500
/** Rows kept when more were on the screen: what lies far from the page that just came is fetched again if need be. */
const KEPT = 20 * PAGE
/** The address follows what is typed once nobody types: it is for reloading, not for every letter. */
const SETTLED = 300

interface CaseList extends CaseAddress {
  /** The rows that are here, by their place; those of an older answer stay until the new ones are here. */
  readonly rows: ReadonlyMap<number, CaseRowView>
  /** How many match in all; null before the first answer. */
  readonly total: number | null
  /** The search text that the rows are the answer to. */
  readonly answered: string | null
  /** Which question the rows answer: another number is another list, to be read from its beginning. */
  readonly question: number
  readonly error: OperationError | null
  readonly slow: boolean
  readonly selected: number
  /** Shows what the address says. */
  follow(address: CaseAddress): void
  /** Narrows by what is typed. */
  type(text: string): void
  /** Sees to it that these rows are here. */
  need(first: number, last: number): void
  /** Fetches what is on the screen again. */
  refresh(): Promise<void>
  select(index: number): void
}

const asking = createAsking()
/** Counts the questions themselves; asking one again after a change is none. */
let question = 0
/** Pages that are on their way, for the question they belong to. */
let underWay = new Set<number>()
/** Rows that the screen shows now, for fetching them again. */
let inSight: readonly [number, number] = [0, 0]

/** The list of cases: any part of it, as it comes into sight; what is asked last wins. */
export const useCaseList = create<CaseList>()((set, get) => {
  /** The rows of a new question, or of the same one after a change: what is in sight. */
  async function fetchAll(from: number, limit: number, mine: number): Promise<void> {
    underWay = new Set()
    const first = get().total === null
    const settle = first ? readiness.begin() : () => {}
    const timer = setTimeout(() => mine === asking.newest && first && set({ slow: true }), SLOW_AFTER)
    const { filter, order, reverse } = get()
    try {
      const page = await client.send('case.list', { ...filter, order, reverse, limit, skip: from })
      if (mine !== asking.newest) return
      const rows = new Map(page.rows.map((row, n) => [from + n, row]))
      const selected = within(get().selected, page.total)
      const answered = filter.text ?? ''
      set({ rows, total: page.total, answered, question, selected, error: null, slow: false })
      get().need(...inSight)
    } catch (thrown) {
      if (mine === asking.newest) set({ error: asOperationError(thrown), slow: false })
    } finally {
      clearTimeout(timer)
      settle()
    }
  }

  function askFirst(): Promise<void> {
    return asking.anew((mine) => fetchAll(0, PAGE, mine))
  }

  function fetchInSight(mine: number): Promise<void> {
    const from = Math.max(0, inSight[0])
    return fetchAll(from, Math.max(PAGE, Math.min(MOST, inSight[1] + 1 - from)), mine)
  }

  async function fetchPage(page: number): Promise<void> {
    const [mine, pages] = [asking.newest, underWay]
    if (pages.has(page)) return
    pages.add(page)
    const { filter, order, reverse } = get()
    const skip = page * PAGE
    try {
      const answer = await client.send('case.list', { ...filter, order, reverse, limit: PAGE, skip })
      if (mine !== asking.newest) return
      const rows = near(get().rows, skip)
      for (const [n, row] of answer.rows.entries()) rows.set(skip + n, row)
      set({ rows, total: answer.total, error: null })
    } catch (thrown) {
      if (mine === asking.newest) set({ error: asOperationError(thrown) })
    } finally {
      pages.delete(page)
    }
  }

  return {
    filter: { states: [...ACTIVE] },
    order: 'due',
    reverse: false,
    layout: 'list',
    rows: new Map(),
    total: null,
    answered: null,
    question,
    error: null,
    slow: false,
    selected: 0,
    follow: (address) => {
      const before = get()
      const isSame = caseAddressHref(address) === caseAddressHref(before)
      // The same cases in another layout are here already.
      if (before.total !== null && before.error === null && before.layout !== address.layout) {
        const isThere = caseAddressHref({ ...address, layout: before.layout }) === caseAddressHref(before)
        if (isThere) return set({ layout: address.layout })
      }
      if (!isSame) {
        set({ ...address, selected: 0 })
        inSight = [0, 0]
        question += 1
      }
      void (isSame ? get().refresh() : askFirst())
    },
    type: (text) => {
      const { text: _before, ...filter } = get().filter
      set({ filter: text === '' ? filter : { ...filter, text }, selected: 0 })
      inSight = [0, 0]
      question += 1
      replaceAddressSoon(caseAddressHref(get()), SETTLED)
      void askFirst()
    },
    need: (first, last) => {
      inSight = [first, last]
      const { rows, total } = get()
      const end = Math.min(last, (total ?? 0) - 1)
      for (let page = Math.floor(Math.max(0, first) / PAGE); page * PAGE <= end; page += 1) {
        const from = Math.max(first, page * PAGE)
        const to = Math.min(end, page * PAGE + PAGE - 1)
        const isMissing = Array.from({ length: to - from + 1 }, (_, n) => from + n).some((n) => !rows.has(n))
        if (isMissing) void fetchPage(page)
      }
    },
    refresh: () => asking.again(fetchInSight),
    select: (index) => set({ selected: within(index, get().total ?? 0) }),
  }
})

/** What a command over the whole result is asked by. */
export function shownFilter(): CaseFilter {
  return useCaseList.getState().filter
}

/** A copy of the rows without those that lie far away, once they are many. */
function near(rows: ReadonlyMap<number, CaseRowView>, place: number): Map<number, CaseRowView> {
  return new Map(rows.size < KEPT ? rows : [...rows].filter(([n]) => Math.abs(n - place) < KEPT / 2))
}

function within(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1))
}
