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

const BOARD_INDEX = 'cases_of_phase'

const FOUND: Filter = { sql: `number IN (SELECT number FROM ${FOUND_CASES})`, values: [] }

/** What a statement reads, and the values in it. */
interface Source {
  readonly from: string
  readonly values: readonly unknown[]
}

interface Counted extends Source {
  /** What says how many its rows stand for. */
  readonly count: 'count(*)' | 'total(n)'
}

/** What a query takes, with what its text found. */
export function filtersOf(query: CaseQuery, found: Found): Filters {
  const all: Filter[] = []
  const add = (sql: string, ...values: unknown[]) => all.push({ sql, values })
  if (query.customerId !== null) add('customer_id = ?', query.customerId)
  if (query.payerId !== null) add('payer_id = ?', query.payerId)
  if (query.states.length > 0) add(`state IN (${query.states.map(() => '?').join(', ')})`, ...query.states)
  if (query.procedureId !== null) add('procedure_id = ?', query.procedureId)
  if (query.phase !== null) add('phase = ?', query.phase)
  if (query.owner !== null) add('owner = ?', query.owner)
  if (query.dueBefore !== null) add('due_order < ?', query.dueBefore)
  if (query.updatedBefore !== null) add('updated_at < ?', query.updatedBefore)
  if (query.tag !== null) add('number IN (SELECT number FROM case_labels WHERE tag = ?)', query.tag)
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
export function counting(query: CaseQuery, filters: Filters): Counted {
  if (isTallied(query)) return tallied(filters)
  const { all, found } = filters
  const narrow = narrowIndex(query) ?? touchedIndex(query) ?? boardIndex(query)
  if (narrow !== null) return counted(walking(narrow, filters))
  if (found !== null) {
    return counted(found.cases * SPARSE <= found.of ? goingToEach(all) : walking('cases_by_number', filters))
  }
  return counted(
    query.tag === null ? walking('cases_by_due', filters) : sourceOf('cases INDEXED BY cases_by_number', all),
  )
}

/** For how many stand in each phase. */
export function countingPhases(query: CaseQuery, filters: Filters): Counted {
  return isTallied(query) ? tallied(filters) : counted(walking(touchedIndex(query) ?? BOARD_INDEX, filters))
}

function counted(source: Source): Counted {
  return { ...source, count: 'count(*)' }
}

/** Whether it is narrowed to nothing but what triggers keep count of. */
function isTallied({ text, customerId, payerId, tag, dueBefore, updatedBefore }: CaseQuery): boolean {
  return text.trim() === '' && [customerId, payerId, tag, dueBefore, updatedBefore].every((one) => one === null)
}

function tallied({ all }: Filters): Counted {
  return { ...sourceOf('case_tally', all), count: 'total(n)' }
}

function sourceOf(table: string, filters: readonly Filter[]): Source {
  const where = filters.length === 0 ? '' : ` WHERE ${filters.map((filter) => filter.sql).join(' AND ')}`
  return { from: `FROM ${table}${where}`, values: filters.flatMap((filter) => filter.values) }
}

/** The cases found one by one, which then have to be put in order. */
function goingToEach(all: readonly Filter[]): Source {
  return sourceOf('cases NOT INDEXED', [FOUND, ...all])
}

/** An index in its order, each case probed. The plus sign keeps the engine from taking those of another table first. */
function walking(index: string, { all, found }: Filters): Source {
  const probes = (found === null ? all : [...all, FOUND]).map((filter) =>
    filter.sql.startsWith('number IN') ? { ...filter, sql: `+${filter.sql}` } : filter,
  )
  return sourceOf(`cases INDEXED BY ${index}`, probes)
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
