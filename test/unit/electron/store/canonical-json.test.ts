import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../electron/store/canonical-json.ts'

describe('canonical JSON', () => {
  it('has its keys in order at every depth, no spaces, and lists as they are', () => {
    const value = { b: [3, { z: 1, a: '“ü”' }], a: null, '': true, dropped: undefined }
    expect(canonicalJson(value)).toBe('{"":true,"a":null,"b":[3,{"a":"“ü”","z":1}]}')
  })

  it('is the same for the same data, whatever order its keys came in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
      }),
    )
  })

  it('is itself once it was read back, so that it can be hashed again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })

  it('is the text of plain data and of the same data in disguise, by whichever way it is written', () => {
    const disguised = (value: unknown) => ({ toJSON: () => value })
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value)).toBe(canonicalJson(disguised(value)))
        expect(canonicalJson({ a: value, b: [value] })).toBe(canonicalJson({ b: [disguised(value)], a: value }))
      }),
    )
    expect(canonicalJson({ b: 1, 10: 2, 9: 3 })).toBe('{"9":3,"10":2,"b":1}')
  })

  it('tells different data apart', () => {
    const texts = [{ a: 1 }, { a: '1' }, { a: [1] }, { b: 1 }, {}, [], null, '{}', { a: { b: 1 } }].map(canonicalJson)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('replaces what is not well-formed, as the disk would', () => {
    expect(canonicalJson({ 'k\ud800': 'v\udc00' })).toBe('{"k\ufffd":"v\ufffd"}')
  })
})
