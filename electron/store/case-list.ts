import { CaseState } from '../../shared/domain/records/case.ts'
import type { CaseOrder } from '../../shared/domain/records/case-filter.ts'
import { Partition } from '../../shared/domain/records/payer.ts'
import type { PhaseCount } from '../services/board-port.ts'
import type { CaseAndPayer, CaseQuery, CaseRow, CaseTexts, Page } from '../services/ports.ts'
import { counting, countingPhases, type Filters, filtersOf, paging } from './case-sources.ts'
import type { Prepare } from './database.ts'
import { FoundCases } from './found-cases.ts'
import { fromMark, toMark } from './page-mark.ts'
import type { Row } from './record-table.ts'
import { tables } from './tables.ts'

/** Each order has an index that also holds every filter but the last touch, which every edit changes. */
const orders: Readonly<Record<CaseOrder, { readonly key: string; readonly index: string; readonly down: boolean }>> = {
  due: { key: 'due_order', index: 'cases_by_due', down: false },
  updated: { key: 'updated_at', index: 'cases_by_updated', down: true },
  number: { key: 'number', index: 'cases_by_number', down: false },
  customer: { key: 'customer_key', index: 'cases_by_customer', down: false },
  owner: { key: 'owner', index: 'cases_by_owner', down: false },
}

/**
 * All rows of a page in one question. One by one they cost ten times as much: a bound value in a join makes the engine
 * plan the statement anew each time.
 */
const ROWS_SQL = `SELECT ${tables.case.columns('c')}, cu.name AS customer_name, cu.management_account_id, cu.org_ids,
    p.account_id AS payer_account_id, p.bucket
  FROM json_each(?) n CROSS JOIN cases c ON c.number = n.value
  CROSS JOIN customers cu ON cu.id = c.customer_id CROSS JOIN payers p ON p.id = c.payer_id ORDER BY n.key`

/** Totals that are remembered; whoever types asks for one a key. */
const MOST_TOTALS = 200

const IDS_SQL = `SELECT c.id, p.id AS payer_id, p.partition, p.aws_profile
  FROM json_each(?) n CROSS JOIN cases c ON c.number = n.value CROSS JOIN payers p ON p.id = c.payer_id ORDER BY n.key`

const TEXTS_SQL = `SELECT cu.notes, cu.tags,
    (SELECT json_group_array(ticket) FROM submissions s WHERE s.case_id = c.id AND s.ticket <> '') AS tickets,
    (SELECT json_group_array(r.value ->> '$.text') FROM submissions s, json_each(s.replies) r WHERE s.case_id = c.id) AS replies
  FROM json_each(?) n CROSS JOIN cases c ON c.number = n.value
  CROSS JOIN customers cu ON cu.id = c.customer_id ORDER BY n.key`

/** From each tag to the next one, without reading the cases that have it. */
const TAGS_SQL = `WITH RECURSIVE label (tag) AS (
    SELECT min(tag) FROM case_labels
    UNION ALL SELECT (SELECT min(tag) FROM case_labels l WHERE l.tag > label.tag) FROM label WHERE tag IS NOT NULL)
  SELECT tag FROM label WHERE tag IS NOT NULL LIMIT ?`

/** The case list: filtered, searched, ordered and paged by the place after the last row, or by a jump. */
export class CaseList {
  readonly #prepare: Prepare
  readonly #found: FoundCases
  /** Totals since the last change, by what was asked: counting walks a whole index, and the next page asks again. */
  readonly #totals = new Map<string, number>()

  constructor(prepare: Prepare) {
    this.#prepare = prepare
    this.#found = new FoundCases(prepare)
  }

  /** Something was written. */
  forget(): void {
    this.#found.forget()
    this.#totals.clear()
  }

  /**
   * Order `due`: first due first, those without a wait last; `updated`: newest first; the others: ascending.
   * Equal ones follow their number; `reverse` turns all of it round. Throws `list.mark-unknown`.
   */
  page(query: CaseQuery): Page<CaseRow> {
    const filters = this.#filters(query)
    const { numbers, after } = this.#page(query, filters)
    return { rows: this.rows(numbers, query.text.trim() !== ''), total: this.#total(query, filters), after }
  }

  /** The IDs of a page, with what is asked of each payer, uncounted. */
  ids(query: CaseQuery): Pick<Page<CaseAndPayer>, 'rows' | 'after'> {
    const { numbers, after } = this.#page(query, this.#filters(query))
    const rows = this.#prepare(IDS_SQL)
      .all(JSON.stringify(numbers))
      .map((row) => ({ caseId: String(row.id), payer: payerOf(row) }))
    return { rows, after }
  }

  /** The rows of a page, uncounted. */
  first(query: CaseQuery): readonly CaseRow[] {
    const rows = this.#numbers(query, this.#filters(query)).slice(0, query.limit)
    return this.rows(
      rows.map((row) => Number(row.number)),
      query.text.trim() !== '',
    )
  }

  /** How many cases there are of it. */
  total(query: CaseQuery): number {
    return this.#total(query, this.#filters(query))
  }

  /**
   * How many cases of the procedure stand in each phase, by state; one that is past its last phase stands in none (null).
   * Phases without a case are left out.
   */
  phases(query: CaseQuery & { readonly procedureId: string }): readonly PhaseCount[] {
    const { count, from, values } = countingPhases(query, this.#filters(query))
    const counts = CaseState.options.map((state) => `${count} FILTER (WHERE state = '${state}') AS "${state}"`)
    return this.#prepare(`SELECT phase, ${counts.join(', ')} ${from} GROUP BY phase`)
      .all(...values)
      .flatMap((row) => {
        // A tally has an empty text for none.
        const phase = row.phase === null || row.phase === '' ? null : String(row.phase)
        return CaseState.options.flatMap((state) => {
          const total = Number(row[state])
          return total === 0 ? [] : { phase, state, total }
        })
      })
  }

  /**
   * The list's rows of cases that are there, in the order asked for; one that is asked for twice comes twice.
   * `searched`: with the texts in which a search may have found them.
   */
  rows(numbers: readonly number[], searched = false): readonly CaseRow[] {
    const rows = this.rowsThere(numbers)
    if (rows.length !== numbers.length) throw new Error(`Not all of these numbers have a case: ${numbers.join(', ')}.`)
    if (!searched) return rows
    const texts = this.#texts(numbers)
    return rows.map((row, n) => ({ ...row, texts: texts[n] ?? null }))
  }

  /** The same without those that there are not, and without texts. */
  rowsThere(numbers: readonly number[]): readonly CaseRow[] {
    const rows = this.#prepare(ROWS_SQL).all(JSON.stringify(numbers))
    return rows.map((row) => ({
      record: tables.case.decode(row),
      customerName: String(row.customer_name),
      managementAccountId: String(row.management_account_id),
      orgIds: JSON.parse(String(row.org_ids)),
      payerAccountId: String(row.payer_account_id),
      bucket: String(row.bucket),
      texts: null,
    }))
  }

  /** By record ID or number; null where there is none. */
  row(reference: string | number): CaseRow | null {
    const by = typeof reference === 'number' ? 'number' : 'id'
    const found = this.#prepare(`SELECT number FROM cases WHERE ${by} = ?`).get(reference)
    return found === undefined ? null : (this.rows([Number(found.number)])[0] ?? null)
  }

  /** The tags that cases have, in order. */
  tags(limit: number): readonly string[] {
    return this.#prepare(TAGS_SQL)
      .all(limit)
      .map((row) => String(row.tag))
  }

  #texts(numbers: readonly number[]): readonly CaseTexts[] {
    return this.#prepare(TEXTS_SQL)
      .all(JSON.stringify(numbers))
      .map((row) => ({
        customerNotes: String(row.notes),
        customerTags: JSON.parse(String(row.tags)),
        tickets: JSON.parse(String(row.tickets)),
        replies: JSON.parse(String(row.replies)),
      }))
  }

  #page(query: CaseQuery, filters: Filters): { readonly numbers: readonly number[]; readonly after: string | null } {
    const rows = this.#numbers(query, filters)
    const page = rows.slice(0, query.limit)
    const last = page.at(-1)
    return {
      numbers: page.map((row) => Number(row.number)),
      after:
        last === undefined || rows.length === page.length
          ? null
          : toMark(query.order, [last.key as string | number, Number(last.number)]),
    }
  }

  #numbers(query: CaseQuery, { all, found }: Filters): readonly Row[] {
    const { key, index, down: usual } = orders[query.order]
    const down = usual !== query.reverse
    const [direction, beyond] = down ? ['DESC', '<'] : ['ASC', '>']
    const after =
      query.after === null
        ? null
        : fromMark(query.order, query.after, [query.order === 'number' ? 'number' : 'string', 'number'])
    const wanted = after === null ? all : [...all, { sql: `(${key}, number) ${beyond} (?, ?)`, values: after }]
    const { from, values } = paging(query, index, { all: wanted, found })
    // Passing over a hundred thousand entries of an index takes some milliseconds; a mark takes none.
    return this.#prepare(
      `SELECT number, ${key} AS key ${from} ORDER BY ${key} ${direction}, number ${direction} LIMIT ? OFFSET ?`,
    ).all(...values, query.limit + 1, query.skip)
  }

  #total(query: CaseQuery, filters: Filters): number {
    const { all, found } = filters
    if (found !== null && all.length === 0) return found.cases
    const key = JSON.stringify([found === null ? '' : query.text, all])
    const known = this.#totals.get(key)
    if (known !== undefined) return known
    const { count, from, values } = counting(query, filters)
    const total = Number(this.#prepare(`SELECT ${count} AS total ${from}`).get(...values)?.total)
    if (this.#totals.size >= MOST_TOTALS) this.#totals.clear()
    this.#totals.set(key, total)
    return total
  }

  #filters(query: CaseQuery): Filters {
    return filtersOf(query, this.#found.search(query.text))
  }
}

function payerOf(row: Row): CaseAndPayer['payer'] {
  const { payer_id: id, partition, aws_profile: profile } = row
  return {
    id: String(id),
    partition: Partition.parse(partition),
    awsProfile: profile === null ? null : String(profile),
  }
}
