import { searchTerm, searchWords } from '../../shared/domain/search/search-terms.ts'
import type { Prepare } from './database.ts'

/** Holds the `number` of each case found. */
export const FOUND_CASES = 'temp.found_cases'

/** How many cases have all words of a text, of how many there are; null where the text narrows nothing. */
export type Found = { readonly cases: number; readonly of: number } | null

const NEWEST_WITHOUT = `SELECT 1 FROM (SELECT number FROM cases ORDER BY number DESC LIMIT 8) newest
  WHERE NOT EXISTS (SELECT 1 FROM case_words WHERE case_words MATCH ? AND rowid = newest.number) LIMIT 1`

/** As long as a word can be with which much begins: the `C` of each case, the `o` of each Org ID. */
const SHORT = 2

/**
 * The cases that a search text finds, kept in a temporary table for the queries that follow:
 * a page and its total then cost one search, and the next page none.
 */
export class FoundCases {
  readonly #prepare: Prepare
  #last: { readonly text: string; readonly found: Found } | null = null

  constructor(prepare: Prepare) {
    this.#prepare = prepare
    prepare(`CREATE TEMP TABLE found_cases (number INTEGER PRIMARY KEY)`).run()
  }

  /** Something was written: what was found may not be right any more. */
  forget(): void {
    this.#last = null
  }

  /** Fills the table with the cases in which all words are found. Null where every case is: no word, or words that all have. */
  search(text: string): Found {
    if (this.#last?.text === text) return this.#last.found
    // What is in the table is no longer the last one's.
    this.#last = null
    const of = Number(this.#prepare('SELECT total(n) AS n FROM case_tally').get()?.n)
    const words = searchWords(text).filter((word) => word.length > SHORT || !this.#allHave(word, of))
    const found = words.length === 0 ? null : { cases: this.#fill(words), of }
    this.#last = { text, found }
    return found
  }

  /** How many cases are found. */
  #fill(words: readonly string[]): number {
    // A long word finds few, and the others then only take away from those.
    const [first = '', ...others] = words.toSorted((a, b) => b.length - a.length)
    let cases = 0
    this.#prepare(`DELETE FROM ${FOUND_CASES}`).run()
    for (const [select, match] of selects(first)) {
      cases += this.#prepare(`INSERT OR IGNORE INTO ${FOUND_CASES} ${select}`).run(match).changes
    }
    for (const word of others) {
      const either = selects(word)
      const union = either.map(([select]) => select).join(' UNION ALL ')
      cases -= this.#prepare(`DELETE FROM ${FOUND_CASES} WHERE number NOT IN (${union})`).run(
        ...either.map(([, match]) => match),
      ).changes
    }
    return cases
  }

  /**
   * Whether in each case a word begins like this, tags left out. Filling the table with all cases costs five times as
   * much as counting them, and looking at the newest of them tells of most words that they need not be counted.
   */
  #allHave(word: string, cases: number): boolean {
    const { beginning } = searchTerm(word)
    if (this.#prepare(NEWEST_WITHOUT).get(beginning) !== undefined) return false
    return (
      Number(this.#prepare('SELECT count(*) AS n FROM case_words WHERE case_words MATCH ?').get(beginning)?.n) === cases
    )
  }
}

/** Where a word may be found, each with the expression to ask by. */
function selects(word: string): readonly (readonly [string, string])[] {
  const { beginning, part } = searchTerm(word)
  const beginnings = [
    select('case_words', beginning),
    labelled('case_labels', beginning),
    labelled('customer_labels', beginning),
  ]
  return part === null ? beginnings : [...beginnings, select('case_parts', part)]
}

function select(index: string, match: string): readonly [string, string] {
  return [`SELECT rowid FROM ${index} WHERE ${index} MATCH ?`, match]
}

/** The cases with a tag in which the words begin so: each tag is indexed once, however many cases have it. */
function labelled(labels: string, match: string): readonly [string, string] {
  const tags = 'SELECT t.tag FROM tag_words w CROSS JOIN tag_names t ON t.id = w.rowid WHERE tag_words MATCH ?'
  return [`SELECT number FROM ${labels} WHERE tag IN (${tags})`, match]
}
