import type { Customer } from '../../shared/domain/records/customer.ts'
import { nameKey } from '../../shared/domain/search/name-key.ts'
import { searchWords } from '../../shared/domain/search/search-terms.ts'
import type { CustomerRow, DirectoryQuery, Page } from '../services/ports.ts'
import type { Prepare } from './database.ts'
import { fromMark, toMark } from './page-mark.ts'
import { tables } from './tables.ts'

const COLUMNS = tables.customer.columns()

const ORDER = 'customers'
const ROWS_SQL = `SELECT ${tables.customer.columns('cu')}, cu.number, cu.name_key, p.account_id AS payer_account_id
  FROM json_each(?) n CROSS JOIN customers cu ON cu.number = n.value CROSS JOIN payers p ON p.id = cu.payer_id
  ORDER BY n.key`

/**
 * Customers by name in which every word of the text is found, anywhere in their names, IDs and tags.
 * One index holds names in order and what they are found by, so the walk ends with the last customer shown.
 */
export function searchCustomers(prepare: Prepare, text: string, limit: number): readonly Customer[] {
  const { words, matches } = matching(text)
  return rowsOf(prepare, numbers(prepare, matches, words, limit)).map(({ customer }) => customer)
}

/** The same a page at a time, with the payers' accounts. Throws `list.mark-unknown`. */
export function customerPage(prepare: Prepare, { text, limit, after }: DirectoryQuery): Page<CustomerRow> {
  const { words, matches } = matching(text)
  const place = after === null ? null : fromMark(ORDER, after, ['string', 'number'])
  const wanted = place === null ? matches : [...matches, '(name_key, number) > (?, ?)']
  const found = numbers(prepare, wanted, [...words, ...(place ?? [])], limit + 1)
  const rows = rowsOf(prepare, found.slice(0, limit))
  const last = rows.at(-1)
  return {
    rows: rows.map(({ customer, payerAccountId }) => ({ customer, payerAccountId })),
    total: after === null && found.length === rows.length ? rows.length : totalOf(prepare, matches, words),
    after: last === undefined || found.length === rows.length ? null : toMark(ORDER, last.place),
  }
}

function totalOf(prepare: Prepare, matches: readonly string[], words: readonly string[]): number {
  const counting =
    words.length === 0
      ? 'SELECT n AS total FROM customer_tally'
      : `SELECT count(*) AS total FROM customers INDEXED BY customers_by_name ${whereAll(matches)}`
  return Number(prepare(counting).get(...words)?.total)
}

function matching(text: string) {
  const words = searchWords(text).map(nameKey)
  return { words, matches: words.map(() => 'instr(found_by, ?) > 0') }
}

function numbers(prepare: Prepare, conditions: readonly string[], values: readonly unknown[], limit: number) {
  const sql = `SELECT number FROM customers INDEXED BY customers_by_name ${whereAll(conditions)}
    ORDER BY name_key, number LIMIT ?`
  return prepare(sql)
    .all(...values, limit)
    .map((row) => Number(row.number))
}

function rowsOf(prepare: Prepare, found: readonly number[]) {
  return prepare(ROWS_SQL)
    .all(JSON.stringify(found))
    .map((row) => ({
      customer: tables.customer.read(row),
      payerAccountId: String(row.payer_account_id),
      place: [String(row.name_key), Number(row.number)] as const,
    }))
}

function whereAll(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
}

/** In no order. */
export function customersById(prepare: Prepare, ids: readonly string[]): readonly Customer[] {
  return prepare(`SELECT ${COLUMNS} FROM customers WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
    .map((row) => tables.customer.read(row))
}

/** By name. */
export function customersOfPayer(prepare: Prepare, payerId: string): readonly Customer[] {
  return prepare(`SELECT ${COLUMNS} FROM customers WHERE payer_id = ? ORDER BY name_key, number`)
    .all(payerId)
    .map((row) => tables.customer.read(row))
}

/** One question for all accounts, whatever their number; each is one look by the index. */
export function customersByAccount(prepare: Prepare, accounts: readonly string[]): readonly Customer[] {
  const sql = `SELECT ${tables.customer.columns('c')} FROM json_each(?) a
    CROSS JOIN customers c ON c.management_account_id = a.value ORDER BY a.key, c.number`
  return prepare(sql)
    .all(JSON.stringify(accounts))
    .map((row) => tables.customer.read(row))
}
