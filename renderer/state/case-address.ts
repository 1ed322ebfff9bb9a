import type { CaseState } from '../../shared/domain/records/case.ts'
import type { CaseFilter, CaseOrder } from '../../shared/domain/records/case-filter.ts'

/** What the list of cases shows, as its address says it: so reload, back and a second window show the same. */
export interface CaseAddress {
  readonly filter: CaseFilter
  readonly order: CaseOrder
  readonly reverse: boolean
  readonly layout: 'list' | 'board'
}

const STATES: readonly CaseState[] = ['open', 'on-hold', 'done', 'abandoned']
const ORDERS: readonly CaseOrder[] = ['due', 'updated', 'number', 'customer', 'owner']
const TEXTS = ['text', 'procedure', 'phase', 'owner', 'tag', 'customer', 'payer', 'dueBefore'] as const

/** Cases that are worked on: what the list shows unless it is asked for others. */
export const ACTIVE: readonly CaseState[] = ['open', 'on-hold']

/** The part of an address after its question mark, read; what it does not know is passed over. */
export function parseCaseAddress(search: string): CaseAddress {
  const params = new URLSearchParams(search)
  const filter: CaseFilter = { states: statesIn(params.get('state')) }
  for (const name of TEXTS) {
    const value = params.get(name)
    if (value) filter[name] = value
  }
  const hours = numberIn(params.get('due'))
  if (hours !== null) filter.dueWithinHours = hours
  const days = numberIn(params.get('untouched'))
  if (days !== null && days >= 1) filter.untouchedDays = days
  return {
    filter,
    order: ORDERS.find((order) => order === params.get('order')) ?? 'due',
    reverse: params.has('reverse'),
    layout: params.get('layout') === 'board' ? 'board' : 'list',
  }
}

/** The address that shows it; what is as usual is left out. */
export function caseAddressHref({ filter, order, reverse, layout }: CaseAddress): string {
  const params = new URLSearchParams()
  const states = filter.states ?? []
  if (states.join() !== ACTIVE.join()) params.set('state', states.length === 0 ? 'any' : states.join(' '))
  for (const name of TEXTS) {
    const value = filter[name]
    if (value) params.set(name, value)
  }
  if (typeof filter.dueWithinHours === 'number') params.set('due', String(filter.dueWithinHours))
  if (typeof filter.untouchedDays === 'number') params.set('untouched', String(filter.untouchedDays))
  if (order !== 'due') params.set('order', order)
  if (reverse) params.set('reverse', '')
  if (layout === 'board') params.set('layout', 'board')
  const search = params.toString()
  return search === '' ? '#/cases' : `#/cases?${search}`
}

/** Whether two filters ask for the same cases. */
export function sameFilter(a: CaseFilter, b: CaseFilter): boolean {
  const href = (filter: CaseFilter) => caseAddressHref({ filter, order: 'due', reverse: false, layout: 'list' })
  return href(a) === href(b)
}

function statesIn(value: string | null): CaseState[] {
  if (value === null) return [...ACTIVE]
  return value.split(' ').flatMap((word) => STATES.find((state) => state === word) ?? [])
}

function numberIn(value: string | null): number | null {
  return value !== null && /^\d{1,4}$/.test(value) ? Number(value) : null
}
