import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Prepare } from './database.ts'
import { nameKey } from './name-key.ts'
import { searchWords } from './search-terms.ts'
import { tables } from './tables.ts'

const COLUMNS = tables.customer.columns()

/**
 * Customers by name in which every word of the text is found, anywhere in their names, IDs and tags.
 * One index holds names in order and what they are found by, so the walk ends with the last customer shown.
 */
export function searchCustomers(prepare: Prepare, text: string, limit: number): readonly Customer[] {
  const words = searchWords(text).map(nameKey)
  const where = words.length === 0 ? '' : `WHERE ${words.map(() => 'instr(found_by, ?) > 0').join(' AND ')}`
  return prepare(`SELECT number FROM customers INDEXED BY customers_by_name ${where} ORDER BY name_key, number LIMIT ?`)
    .all(...words, limit)
    .flatMap(({ number }) => prepare(`SELECT ${COLUMNS} FROM customers WHERE number = ?`).all(number))
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
