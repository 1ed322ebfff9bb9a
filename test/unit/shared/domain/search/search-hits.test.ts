import { describe, expect, it } from 'vitest'
import { nameKey } from '../../../../../shared/domain/search/name-key.ts'
import { type SearchedText, searchHits } from '../../../../../shared/domain/search/search-hits.ts'

const name = (text: string): SearchedText<string> => ({ field: 'name', text, byParts: true })
const notes = (text: string): SearchedText<string> => ({ field: 'notes', text, byParts: false })

/** What was found, each mark between brackets. */
function marked(typed: string, ...texts: readonly SearchedText<string>[]) {
  return searchHits(typed, texts).map(({ field, text, marks }) => {
    const shown = marks.reduceRight((so, [a, b]) => `${so.slice(0, a)}[${so.slice(a, b)}]${so.slice(b)}`, text)
    return `${field}: ${shown}`
  })
}

describe('what a search found is marked', () => {
  it.each([
    ['acme', 'Acme Foods', '[Acme] Foods'],
    ['food', 'Acme Foods', 'Acme [Food]s'],
    ['oods', 'Acme Foods', 'Acme F[oods]'],
    ['muller', 'Müller & Söhne', '[Müller] & Söhne'],
    ['SÖHNE', 'Müller & Söhne', 'Müller & [Söhne]'],
    ['muller', 'Mu\u0308ller', '[Mu\u0308ller]'],
    ['mulle', 'Mülle\u0301r', '[Mülle\u0301]r'],
    ['office', 'Oﬃce', '[Oﬃce]'],
    ['1111 2222 3333', 'bucket-111122223333', 'bucket-[111122223333]'],
    ['東京', '東京 Ltd', '[東京] Ltd'],
    ['𝒜bc', '𝒜bc x', '[𝒜bc] x'],
  ])('in a name, wherever it stands: %j in %j', (typed, text, shown) => {
    expect(marked(typed, name(text))).toEqual([`name: ${shown}`])
  })

  it.each([
    ['call', 'Call first', '[Call] first'],
    ['call', 'recall, then call', 'recall, then [call]'],
    ['call', 'call-back', '[call]-back'],
    ['x', 'ax bx xc', 'ax bx [x]c'],
  ])('in other texts where a word begins: %j in %j', (typed, text, shown) => {
    expect(marked(typed, notes(text))).toEqual([`notes: ${shown}`])
  })

  it.each([
    ['all', notes('Call first')],
    ['ll', name('Hall')],
    ['nothing', name('Acme Foods')],
    ['3', notes('é3')],
    ['', name('Acme')],
    ['--', name('a--b')],
  ])('and nothing else: %j in %o', (typed, text) => {
    expect(marked(typed, text)).toEqual([])
  })

  it('in a name from three letters on anywhere, and with fewer where a word begins', () => {
    expect(marked('all', name('Hall'))).toEqual(['name: H[all]'])
    expect(marked('ha', name('Aha Hall'))).toEqual(['name: Aha [Ha]ll'])
  })

  it.each([
    ['c-42', 'C-42', ['notes: [C-42]']],
    ['c-42', 'C-421', []],
    ['c-42', 'C-421, C-42', ['notes: C-421, [C-42]']],
    ['c-42x', 'c-42xy', ['notes: [c-42x]y']],
    ['abc-42', 'abc-421', ['notes: [abc-42]1']],
  ])('of a case’s number the whole: %j in %j', (typed, text, found) => {
    expect(marked(typed, notes(text))).toEqual(found)
  })

  it('for each word in the first text that holds it', () => {
    expect(marked('acme call', name('Acme Foods'), notes('Call Acme'))).toEqual([
      'name: [Acme] Foods',
      'notes: [Call] Acme',
    ])
    expect(marked('foods acme', name('Acme Foods'))).toEqual(['name: [Acme] [Foods]'])
  })

  it.each([
    ['acme acm', '[Acme] Foods'],
    ['acm cme', '[Acme] Foods'],
    ['cme acm', '[Acme] Foods'],
    ['acme me', '[Acme] Foods'],
    ['fooda bar', '[foodabar]'],
  ])('with what overlaps or touches as one: %j', (typed, shown) => {
    const text = typed.startsWith('fooda') ? 'foodabar' : 'Acme Foods'
    expect(marked(typed, name(text))).toEqual([`name: ${shown}`])
  })
})

describe('a long text', () => {
  const words = (count: number) =>
    Array.from({ length: count }, (_, n) => `word${String(n).padStart(2, '0')}`).join(' ')

  it('is shown as a whole up to 120 characters', () => {
    const text = `hit ${'x'.repeat(116)}`
    expect(text).toHaveLength(120)
    expect(marked('hit', notes(text))).toEqual([`notes: [hit] ${'x'.repeat(116)}`])
    expect(marked('hit', notes(`${text}x`))).toEqual([`notes: [hit] ${'x'.repeat(116)}…`])
  })

  it('is cut to what stands around the first hit, which keeps its mark', () => {
    const text = `${words(20)} hit\n${words(20)}`
    const [hit] = searchHits('hit', [notes(text)])
    const at = text.indexOf('hit')
    expect(hit?.text).toBe(`…${text.slice(at - 30, at + 90).replace('\n', ' ')}…`)
    expect(hit?.marks).toEqual([[31, 34]])
    expect(hit?.text.slice(31, 34)).toBe('hit')
  })

  it('ends with its end, where the hit stands there', () => {
    const text = `${words(20)} hit`
    const [hit] = searchHits('hit', [notes(text)])
    expect(hit?.text).toBe(`…${text.slice(-120)}`)
    expect(hit?.marks).toEqual([[118, 121]])
  })

  it('marks all that is in the piece, and nothing beyond it', () => {
    const text = `first ${'x'.repeat(108)} later ${'y'.repeat(50)}`
    expect(text.slice(0, 120)).toMatch(/ later$/)
    expect(searchHits('first later', [notes(text)])[0]?.marks).toEqual([
      [0, 5],
      [115, 120],
    ])
    expect(searchHits('first later', [notes(`first ${'x'.repeat(109)} later ${'y'.repeat(50)}`)])[0]?.marks).toEqual([
      [0, 5],
    ])
  })
})

it('names are compared and sorted without marks, case and the blanks around them', () => {
  expect(nameKey('  Éclair ÖKO ﬁ ')).toBe('eclair oko fi')
})
