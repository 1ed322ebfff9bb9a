import type { CaseQuery } from '../services/ports.ts'
import { FOUND_CASES, type Found } from './found-cases.ts'

export interface Filter {
  readonly sql: string
  readonly values: readonly unknown[]
}

export interface Filters {
  readonly all: readonly Filter[]
  /** What the text of the search found; null where it narrows nothing. */
  readonly found: Found
}

/** Cases found so few that sorting them beats walking all in order until a page is full. */
const FEW = 2_000
/** One in so many found: going to each of them beats walking the index of all to count them. */
const SPARSE = 8

/** What most lists are narrowed to, in the words of the index `cases_at_hand`, which holds no others. */
const AT_HAND: Filter = { sql: "state IN ('open', 'on-hold')", values: [] }

const BOARD_INDEX = 'cases_of_phase'

/** What a statement reads, and the values in it. */
interface Source {
  readonly from: string
  readonly values: readonly unknown[]
}

/** What a query takes, with what its text found. */
export function filtersOf(query: CaseQuery, found: Found): Filters {
  const all: Filter[] = []
  const add = (sql: string, ...values: unknown[]) => all.push({ sql, values })
  if (query.customerId !== null) add('customer_id = ?', query.customerId)
  if (query.payerId !== null) add('payer_id = ?', query.payerId)
  if (isAtHand(query)) all.push(AT_HAND)
  else if (query.states.length > 0) add(`state IN (${query.states.map(() => '?').join(', ')})`, ...query.states)
  if (query.procedureId !== null) add('procedure_id = ?', query.procedureId)
  if (query.phase !== null) add('phase = ?', query.phase)
  if (query.owner !== null) add('owner = ?', query.owner)
  if (query.dueBefore !== null) add('due_order < ?', query.dueBefore)
  if (query.updatedBefore !== null) add('updated_at < ?', query.updatedBefore)
  if (query.tag !== null) add('+number IN (SELECT number FROM case_labels WHERE tag = ?)', query.tag)
  return { all, found }
}

/** For a page of an order, whose index is given. */
export function paging(query: CaseQuery, index: string, filters: Filters): Source {
  const { all, found } = filters
  const narrow = narrowIndex(query)
  if (narrow === null && found !== null && found.cases <= FEW) return goingToEach(all)
  return walking(narrow ?? touchedIndex(query) ?? boardIndex(query) ?? index, filters)
}

/** For how many there are: whatever counts fastest. */
export function counting(query: CaseQuery, filters: Filters): Source {
  const { all, found } = filters
  const narrow = narrowIndex(query) ?? touchedIndex(query) ?? boardIndex(query)
  if (narrow !== null) return walking(narrow, filters)
  if (found !== null) return found.cases * SPARSE <= found.of ? goingToEach(all) : walking('cases_by_number', filters)
  if (all.length === 0) return sourceOf('', [])
  return walking(all.includes(AT_HAND) ? 'cases_at_hand' : 'cases_by_number', filters)
}

/** For how many stand in each phase. */
export function countingPhases(query: CaseQuery, filters: Filters): Source {
  return walking(touchedIndex(query) ?? BOARD_INDEX, filters)
}

function sourceOf(cases: string, filters: readonly Filter[]): Source {
  const where = filters.length === 0 ? '' : ` WHERE ${filters.map((filter) => filter.sql).join(' AND ')}`
  return { from: `FROM cases${cases}${where}`, values: filters.flatMap((filter) => filter.values) }
}

/** The cases found one by one, which then have to be put in order. */
function goingToEach(all: readonly Filter[]): Source {
  return sourceOf(' NOT INDEXED', [{ sql: `number IN (SELECT number FROM ${FOUND_CASES})`, values: [] }, ...all])
}

/** An index in its order, each case probed. The plus sign keeps the engine from taking those found first. */
function walking(index: string, { all, found }: Filters): Source {
  const probe: Filter = { sql: `+number IN (SELECT number FROM ${FOUND_CASES})`, values: [] }
  return sourceOf(` INDEXED BY ${index}`, found === null ? all : [...all, probe])
}

function isAtHand({ states }: CaseQuery): boolean {
  return states.length === 2 && states.includes('open') && states.includes('on-hold')
}

/** Few cases belong to one customer, and a payer's index holds nearly all filters: sorting those beats walking all in order. */
function narrowIndex(query: CaseQuery): string | null {
  if (query.customerId !== null) return 'cases_of_customer'
  return query.payerId === null ? null : 'cases_of_payer'
}

/** Those last touched before an instant are a stretch of one index that holds every order and filter: they are sorted. */
function touchedIndex({ updatedBefore }: CaseQuery): string | null {
  return updatedBefore === null ? null : 'cases_by_updated'
}

/** One phase of one procedure as it falls due, which is a column of the board. */
function boardIndex({ order, procedureId, phase }: CaseQuery): string | null {
  return order === 'due' && procedureId !== null && phase !== null ? BOARD_INDEX : null
}
