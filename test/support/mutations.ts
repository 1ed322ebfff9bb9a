/** A small seeded generator (mulberry32): the same seed gives the same mutations on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Characters that end, open or hide something in YAML, URLs, lists or on a screen. */
const NASTY = [
  ...' \t\n\r\0\u000B\u007F\'"`\\/|%&#?@:;,.=+*!-_~^$<>()[]{}',
  ...'0123456789abcxyzABCXYZ',
  '\uFEFF',
  '\u200B',
  '\u202E',
  '\u00A0',
  '\u2028',
  'é',
  '０',
  '。',
  '😀',
  '\uD800',
]

/**
 * One to four random changes of a text: characters exchanged, ranges cut, copied or moved, lines dropped or doubled, the end
 * cut off, tokens of the field put in, or a word exchanged everywhere.
 * @param tokens texts of the field that are put in at random places
 * @param words pairs of a word and what replaces it everywhere, which often leaves the text valid
 */
export function mutate(
  text: string,
  next: () => number,
  tokens: readonly string[],
  words: readonly (readonly [string, string])[],
): string {
  const below = (n: number) => Math.floor(next() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const range = (t: string) => {
    const from = below(t.length + 1)
    return [from, Math.min(t.length, from + below(pick([2, 6, 30, 400])))] as const
  }
  const changes: readonly ((t: string) => string)[] = [
    (t) => splice(t, below(t.length + 1), 1, pick(NASTY)),
    (t) => splice(t, below(t.length + 1), 0, pick(NASTY)),
    (t) => splice(t, below(t.length + 1), 1, ''),
    (t) => splice(t, below(t.length + 1), 0, pick(tokens)),
    (t) => {
      const [from, to] = range(t)
      return t.slice(0, from) + t.slice(to)
    },
    (t) => {
      const [from, to] = range(t)
      return splice(t, below(t.length + 1), 0, t.slice(from, to))
    },
    (t) => (next() < 0.2 ? t.slice(0, below(t.length + 1)) : t),
    (t) => lines(t, (all) => all.toSpliced(below(all.length), 1)),
    (t) => lines(t, (all) => all.toSpliced(below(all.length), 0, pick(all))),
    (t) => lines(t, (all) => all.with(below(all.length), `${' '.repeat(below(12))}${pick(all).trimStart()}`)),
    (t) => {
      const [from, to] = pick(words)
      return t.replaceAll(from, to)
    },
    (t) => {
      const [from, to] = pick(words)
      return t.replace(from, to)
    },
  ]
  let mutated = text
  for (let left = 1 + below(4); left > 0; left -= 1) mutated = pick(changes)(mutated)
  return mutated
}

function splice(text: string, at: number, cut: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + cut)
}

function lines(text: string, change: (all: string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n')
}
