import { nameKey } from './name-key.ts'
import { searchWords } from './search-terms.ts'

/** A text in which a search may have found a case. */
export interface SearchedText<F extends string> {
  readonly field: F
  readonly text: string
  /** Names and IDs are found by any part of them, all else by the beginnings of words. */
  readonly byParts: boolean
}

/** Where a search found it: the text, or the piece around the first hit, with the places to be marked in it. */
export interface SearchHit<F extends string> {
  readonly field: F
  readonly text: string
  /** Beginning and end of each, in UTF-16 units of `text`. */
  readonly marks: [number, number][]
}

/** A longer text is cut to what stands around the first hit. */
const MOST_CHARACTERS = 120
const BEFORE = 30

/**
 * For each word of the search the first of the texts that holds it. The same folding as the index: without marks and
 * case, so that “muller” finds “Müller” and marks it.
 */
export function searchHits<F extends string>(typed: string, texts: readonly SearchedText<F>[]): SearchHit<F>[] {
  const found = new Map<number, [number, number][]>()
  for (const word of searchWords(typed)) {
    for (const [n, text] of texts.entries()) {
      const place = placeOf(word, text)
      if (place === null) continue
      found.set(n, [...(found.get(n) ?? []), place])
      break
    }
  }
  return [...found].flatMap(([n, marks]) => {
    const text = texts[n]
    return text ? [cut(text.field, text.text, merged(marks))] : []
  })
}

function placeOf(word: string, { text, byParts }: SearchedText<string>): [number, number] | null {
  const wanted = nameKey(word)
  const { key, places } = folded(text)
  // As the index does: from three characters on anywhere in a name or an ID, else where a word begins.
  const anywhere = byParts && [...wanted].length >= 3
  const isWhole = /^c-\d+$/i.test(word)
  for (let at = key.indexOf(wanted); at >= 0; at = key.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (!anywhere && isWordPart(key[at - 1])) continue
    if (isWhole && isWordPart(key[end])) continue
    return [places[at]?.[0] ?? 0, places[end - 1]?.[1] ?? text.length]
  }
  return null
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

/** The text as it is compared, and for each of its units the place in the text that it comes from. */
function folded(text: string): { readonly key: string; readonly places: readonly (readonly [number, number])[] } {
  let key = ''
  let at = 0
  const places: [number, number][] = []
  for (const character of text) {
    const end = at + character.length
    const last = places.at(-1)
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    // A mark that stands by itself belongs to the letter before it.
    if (plain === '' && last) last[1] = end
    for (let n = 0; n < plain.length; n += 1) places.push([at, end])
    key += plain
    at = end
  }
  return { key, places }
}

/** In order, those that overlap as one. */
function merged(marks: readonly [number, number][]): [number, number][] {
  const all: [number, number][] = []
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else all.push([from, to])
  }
  return all
}

function cut<F extends string>(field: F, text: string, marks: [number, number][]): SearchHit<F> {
  if (text.length <= MOST_CHARACTERS) return { field, text, marks }
  const first = marks[0]?.[0] ?? 0
  const from = Math.max(0, Math.min(first - BEFORE, text.length - MOST_CHARACTERS))
  const to = Math.min(text.length, from + MOST_CHARACTERS)
  const [head, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : '']
  const shift = head.length - from
  const inside = marks.filter(([, end]) => end <= to).map(([a, b]): [number, number] => [a + shift, b + shift])
  return { field, text: `${head}${text.slice(from, to).replace(/\s/g, ' ')}${tail}`, marks: inside }
}
