/** What a person typed or pasted, without what they cannot see: outer blanks, zero-width characters, a byte order mark. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\u00A0\u202F\u2007]/g, ' ')
    .trim()
}

/** C0 and C1 controls, line and paragraph separators, and the marks that reorder what follows them on screen. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

export function hasUnprintable(text: string): boolean {
  return UNPRINTABLE.test(text)
}

const SHOWN_LENGTH = 80

/** A typed text as a sentence may quote it: at most 80 characters, nothing unprintable. */
export function shown(text: string): string {
  const clean = text.slice(0, SHOWN_LENGTH * 2).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\u00B7')
  const characters = Array.from(clean)
  return characters.length > SHOWN_LENGTH ? `${characters.slice(0, SHOWN_LENGTH - 1).join('')}…` : clean
}

/** A number that a spreadsheet has rounded to its exponent form, `1.23457E+11`: the digits are lost. */
export function isSpreadsheetNumber(text: string): boolean {
  return /^\d([.,]\d+)?E\+?\d{1,2}$/i.test(text)
}

/** The ID of a Spot account, `act-` and eight hexadecimal digits: neither an AWS account nor a Spot organisation. */
export function isSpotAccountId(text: string): boolean {
  return /^act-[0-9a-f]{8}$/i.test(text)
}
