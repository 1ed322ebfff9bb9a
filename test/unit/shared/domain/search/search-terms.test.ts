import { describe, expect, it } from 'vitest'
import { searchTerm, searchWords } from '../../../../../shared/domain/search/search-terms.ts'

describe('the words of a search', () => {
  it.each([
    ['  Acme   foods\t\n', ['Acme', 'foods']],
    ['acme acme', ['acme']],
    ['1111 2222 3333', ['111122223333']],
    ['1111-2222-3333 x', ['111122223333', 'x']],
    ['11111 2222 3333', ['11111', '2222', '3333']],
    ['- * " acme', ['acme']],
    ['', []],
    ['a\0b', ['a', 'b']],
    ['e\u0301', ['é']],
    ['a\ud800', ['a\ufffd']],
  ])('of %j are %j', (text, words) => expect(searchWords(text)).toEqual(words))

  it('are twelve at most', () => {
    expect(searchWords(Array.from({ length: 40 }, (_, n) => `w${n}`).join(' '))).toHaveLength(12)
  })
})

describe('a word as an expression', () => {
  it.each([
    ['acme', '"acme"*', '"acme"'],
    ['ac', '"ac"*', null],
    ['a\u0301c\u0301', '"a\u0301c\u0301"*', null],
    ['東京支', '"東京支"*', '"東京支"'],
    ['wave-2', '"wave-2"*', '"wave-2"'],
    ['C-42', '"C-42"', null],
    ['c-42x', '"c-42x"*', '"c-42x"'],
    ['"OR*', '"""OR*"*', '"""OR*"'],
  ])('%s begins a word as %s and is a part as %s', (word, beginning, part) =>
    expect(searchTerm(word)).toEqual({ beginning, part }),
  )
})
