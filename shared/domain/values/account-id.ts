import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { isSpotAccountId, isSpreadsheetNumber, shown, tidy } from './typed-text.ts'

/** An AWS account ID: exactly twelve digits, kept as text because the first may be zero. */
export type AccountId = string

/**
 * Reads an AWS account ID as people write it: `111122223333`, `1111-2222-3333`, `1111 2222 3333` (004, step 2.3).
 * Refuses with `account-id.*` and never guesses: a lost leading zero is offered in the remedy, not put back.
 */
export function parseAccountId(text: string): Parsed<AccountId> {
  // A spreadsheet marks a cell as text with one leading apostrophe, and it comes along when the cell is copied.
  const typed = tidy(text).replace(/^'/, '')
  const quoted = shown(typed)
  if (typed === '') return notParsed(refuse('account-id.missing', {}))
  if (isSpreadsheetNumber(typed)) return notParsed(refuse('account-id.spreadsheet', { text: quoted }))
  if (isSpotAccountId(typed)) return notParsed(refuse('account-id.is-spot-account', { text: quoted }))

  const inArn = /^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\d{12}):/.exec(typed)?.[1]
  if (inArn !== undefined) return notParsed(refuse('account-id.is-arn', { text: quoted, account: inArn }))

  if (!/^\d(?:[\s\-‐‑–]?\d)*$/.test(typed)) return notParsed(refuse('account-id.not-digits', { text: quoted }))
  const digits = typed.replace(/\D/g, '')
  if (digits.length === 12) return parsed(digits)
  if (digits.length === 10 || digits.length === 11) {
    return notParsed(refuse('account-id.leading-zeros', { text: quoted, padded: digits.padStart(12, '0') }))
  }
  return notParsed(refuse('account-id.malformed', { text: quoted, digits: digits.length }))
}

/** Groups an account ID for the eye, `1111 2222 3333`. What is copied stays digits. */
export function formatAccountId(account: AccountId): string {
  return account.replace(/(\d{4})(?=\d)/g, '$1 ')
}
