import { nameKey } from './name-key.ts'

/** Words that are searched for; further ones of a pasted text are left out. */
const MOST_WORDS = 12

/**
 * The words of what was typed, each once. Digits grouped like `1111 2222 3333` or `1111-2222-3333` are one ID,
 * as the app itself shows them.
 */
export function searchWords(text: string): readonly string[] {
  const words = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\0', ' ')
    .replace(/(?<!\d)(\d{4})[ -](\d{4})[ -](\d{4})(?!\d)/g, '$1$2$3')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  return [...new Set(words)].slice(0, MOST_WORDS)
}

/** One word as expressions for the full-text indexes: for that of parts from three characters on. */
export interface SearchTerm {
  readonly beginning: string
  readonly part: string | null
}

/**
 * A word is found at the beginning of a word, or anywhere in a name or an ID. `C-42` means that case, not C-421.
 * Nothing typed can reach the query language: every word is quoted.
 */
export function searchTerm(word: string): SearchTerm {
  const quoted = `"${word.replaceAll('"', '""')}"`
  if (/^c-\d+$/i.test(word)) return { beginning: quoted, part: null }
  return { beginning: `${quoted}*`, part: [...nameKey(word)].length < 3 ? null : quoted }
}
