import type { Payer } from '../../shared/domain/records/payer.ts'
import { searchWords } from '../../shared/domain/search/search-terms.ts'
import type { DirectoryQuery, Page, PayerRow } from '../services/ports.ts'
import type { Prepare } from './database.ts'
import { fromMark, toMark } from './page-mark.ts'
import { tables } from './tables.ts'

const COLUMNS = tables.payer.columns('p')
const ORDER = 'payers'

/**
 * Payers by account, a page at a time, each with the number of its customers. Every word of the text is found in the
 * account, the bucket, the report's name or the prefix. Throws `list.mark-unknown`.
 */
export function payerPage(prepare: Prepare, { text, limit, after }: DirectoryQuery): Page<PayerRow> {
  const words = searchWords(text).map((word) => word.toLowerCase())
  const matches = words.map(
    () => `instr(lower(concat_ws(char(10), p.account_id, p.bucket, p.report_name, p.prefix)), ?) > 0`,
  )
  const place = after === null ? null : fromMark(ORDER, after, ['string', 'string'])
  const where = whereAll([...matches, ...(place === null ? [] : ['p.account_id > ?'])])
  const rows = prepare(`SELECT ${COLUMNS}, (SELECT count(*) FROM customers cu WHERE cu.payer_id = p.id) AS customers
    FROM payers p ${where} ORDER BY p.account_id LIMIT ?`).all(
    ...words,
    ...(place === null ? [] : [place[0]]),
    limit + 1,
  )
  const page = rows
    .slice(0, limit)
    .map((row) => ({ payer: tables.payer.decode(row), customers: Number(row.customers) }))
  const last = page.at(-1)?.payer
  const isLast = rows.length === page.length
  return {
    rows: page,
    total: after === null && isLast ? page.length : totalOf(prepare, matches, words),
    after: last === undefined || isLast ? null : toMark(ORDER, [last.accountId, last.id]),
  }
}

function totalOf(prepare: Prepare, matches: readonly string[], words: readonly string[]): number {
  const counting =
    words.length === 0
      ? 'SELECT n AS total FROM payer_tally'
      : `SELECT count(*) AS total FROM payers p ${whereAll(matches)}`
  return Number(prepare(counting).get(...words)?.total)
}

function whereAll(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
}

/** Those that have one of these accounts, in the order asked for. */
export function payersByAccount(prepare: Prepare, accounts: readonly string[]): readonly Payer[] {
  const sql = `SELECT ${tables.payer.columns('p')} FROM json_each(?) a CROSS JOIN payers p ON p.account_id = a.value ORDER BY a.key`
  return prepare(sql)
    .all(JSON.stringify(accounts))
    .map((row) => tables.payer.read(row))
}
