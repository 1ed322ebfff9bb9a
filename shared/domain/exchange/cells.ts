import type { AccountId } from '../values/account-id.ts'
import { formatAccountId } from '../values/account-id.ts'

/** Signs at the beginning of a cell that make a spreadsheet run it, behind blanks too; the wide ones count in Japanese. */
const RUNS = /^\s*[=+\-@＝＋－＠\t\r\n|%]/u
/** What `safeCell` has to mark: what would run, with or without marks before it, and what looks like its own mark. */
const TO_MARK = /^'*\s*[=+\-@＝＋－＠\t\r\n|%]|^''/u
const MARKED = /^'(?:'|\s*[=+\-@＝＋－＠\t\r\n|%])/u

/**
 * A text as a cell that no spreadsheet runs: one that begins like a formula gets an apostrophe before it.
 * `cellText` takes it back, for every text.
 */
export function safeCell(text: string): string {
  return TO_MARK.test(text) ? `'${text}` : text
}

/** Whether a spreadsheet would run the cell. */
export function isFormula(cell: string): boolean {
  return RUNS.test(cell)
}

/** The text of a cell that `safeCell` made; also that of `="0012"`, by which people keep zeros. */
export function cellText(cell: string): string {
  const kept = /^="([^"]*)"$/.exec(cell)?.[1]
  if (kept !== undefined) return kept
  return MARKED.test(cell) ? cell.slice(1) : cell
}

/**
 * An account ID as `1111-2222-3333`, as AWS itself shows it: digits alone become a number in a spreadsheet, which drops
 * leading zeros, and from the twelfth digit on shows 1.11122E+11.
 */
export function accountCell(account: AccountId): string {
  return formatAccountId(account).replaceAll(' ', '-')
}

/** Org IDs as `606606606606;`: the semicolon at the end keeps a single one from becoming a number. */
export function orgIdsCell(ids: readonly string[]): string {
  return ids.map((id) => `${id};`).join(' ')
}
