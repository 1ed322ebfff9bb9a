import { searchTerm, searchWords } from '../../shared/domain/search/search-terms.ts'
import type { Prepare } from './database.ts'

/** Holds the `number` of each case found. */
export const FOUND_CASES = 'temp.found_cases'

/**
 * The cases that a search text finds, kept in a temporary table for the queries that follow:
 * a page and its total then cost one search, and the next page none.
 */
export class FoundCases {
  readonly #prepare: Prepare
  #text: string | null = null

  constructor(prepare: Prepare) {
    this.#prepare = prepare
    prepare(`CREATE TEMP TABLE found_cases (number INTEGER PRIMARY KEY)`).run()
  }

  /** Something was written: what was found may not be right any more. */
  forget(): void {
    this.#text = null
  }

  /** Fills the table with the cases in which all words are found. False where there is no word, so that every case is. */
  search(text: string): boolean {
    // A long word finds few, and the others then only take away from those.
    const [first, ...others] = searchWords(text).toSorted((a, b) => b.length - a.length)
    if (first === undefined) return false
    if (this.#text === text) return true
    this.#text = null
    this.#prepare(`DELETE FROM ${FOUND_CASES}`).run()
    for (const [select, match] of selects(first)) {
      this.#prepare(`INSERT OR IGNORE INTO ${FOUND_CASES} ${select}`).run(match)
    }
    for (const word of others) {
      const either = selects(word)
      const union = either.map(([select]) => select).join(' UNION ALL ')
      this.#prepare(`DELETE FROM ${FOUND_CASES} WHERE number NOT IN (${union})`).run(
        ...either.map(([, match]) => match),
      )
    }
    this.#text = text
    return true
  }
}

/** Where a word may be found, each with the expression to ask by. */
function selects(word: string): readonly (readonly [string, string])[] {
  const { beginning, part } = searchTerm(word)
  const beginnings = [select('case_words', beginning), select('case_tags', beginning)]
  return part === null ? beginnings : [...beginnings, select('case_parts', part)]
}

function select(index: string, match: string): readonly [string, string] {
  return [`SELECT rowid FROM ${index} WHERE ${index} MATCH ?`, match]
}
