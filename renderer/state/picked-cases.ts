import { create } from 'zustand'
import type { InputOf } from '../../shared/contract/index.ts'
import type { CaseFilter } from '../../shared/domain/records/case-filter.ts'
import { client } from '../client/index.ts'
import { useCaseList } from './case-list.ts'

const NONE: ReadonlySet<string> = new Set()
/** Most references of one question; a longer range is picked by its filter instead. */
const MOST_OF_RANGE = 10_000
const PAGE = 500

export type CaseSelection = Pick<InputOf<'case.bulk'>, 'cases' | 'query' | 'except'>

interface PickedCases {
  /** The whole result, in sight or not, or only those that are named. */
  readonly all: boolean
  /** References: those picked, or with `all` those left out. */
  readonly named: ReadonlySet<string>
  /** Where a range begins: the row that was picked last. */
  readonly anchor: number
  has(ref: string): boolean
  /** Picks a case, or lets it go. */
  toggle(ref: string, index: number): void
  /** Picks everything from the row picked last to this one. */
  range(to: number): Promise<void>
  everything(): void
  nothing(): void
}

/** The cases picked for a command. They belong to the result they were picked from. */
export const usePicked = create<PickedCases>()((set, get) => ({
  all: false,
  named: NONE,
  anchor: 0,
  has: (ref) => get().named.has(ref) !== get().all,
  toggle: (ref, anchor) => {
    const named = new Set(get().named)
    if (!named.delete(ref)) named.add(ref)
    set({ named, anchor })
  },
  range: async (to) => {
    const { anchor, all } = get()
    if (all) return
    const [first, last] = [
      Math.min(anchor, to),
      Math.min(Math.max(anchor, to), Math.min(anchor, to) + MOST_OF_RANGE - 1),
    ]
    const refs = await refsOf(first, last)
    if (!get().all) set({ named: new Set([...get().named, ...refs]), anchor: to })
  },
  everything: () => set({ all: true, named: NONE }),
  nothing: () => set({ all: false, named: NONE }),
}))

/** How many cases are picked, of so many. */
export function pickedCount({ all, named }: Pick<PickedCases, 'all' | 'named'>, total: number): number {
  return all ? Math.max(0, total - named.size) : named.size
}

/** What is picked, as a command takes it. */
export function pickedSelection(): CaseSelection {
  const { all, named } = usePicked.getState()
  if (!all) return { cases: [...named] }
  const query: CaseFilter = useCaseList.getState().filter
  return named.size === 0 ? { query } : { query, except: [...named] }
}

/** The references of what is picked, in the order of the list; at most so many. */
export async function pickedReferences(most: number): Promise<readonly string[]> {
  const { all, named } = usePicked.getState()
  if (!all) return [...named].slice(0, most)
  const total = useCaseList.getState().total ?? 0
  const refs = await refsOf(0, Math.min(total, most + named.size) - 1)
  return refs.filter((ref) => !named.has(ref)).slice(0, most)
}

async function refsOf(first: number, last: number): Promise<readonly string[]> {
  const { rows, filter, order, reverse } = useCaseList.getState()
  const here = Array.from({ length: last - first + 1 }, (_, n) => rows.get(first + n)?.ref)
  if (here.every((ref) => ref !== undefined)) return here as string[]
  const refs: string[] = []
  for (let skip = first; skip <= last; skip += PAGE) {
    const limit = Math.min(PAGE, last - skip + 1)
    const page = await client.send('case.list', { ...filter, order, reverse, limit, skip })
    refs.push(...page.rows.map((row) => row.ref))
  }
  return refs
}

// What was picked belongs to the result it was picked from.
useCaseList.subscribe((now, before) => {
  if (now.filter !== before.filter) usePicked.getState().nothing()
})
