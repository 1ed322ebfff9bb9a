import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMillis, fromAwsCompact, fromMillis, HOUR, isInstant, toMillis } from '../../../../shared/domain/instant.ts'
import { InstantText } from '../../../../shared/domain/records/base.ts'

const millis = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2199, 11, 31) })

describe('an instant', () => {
  test('is text that says the same to everybody, and sorts as time does', () => {
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        expect(toMillis(fromMillis(a))).toBe(a)
        expect(isInstant(fromMillis(a))).toBe(true)
        expect(fromMillis(a) < fromMillis(b)).toBe(a < b)
        expect(addMillis(fromMillis(a), HOUR)).toBe(fromMillis(a + 3_600_000))
      }),
    )
  })

  test.each([
    '2026-02-30T10:00:00.000Z',
    '2027-02-29T10:00:00.000Z',
    '2026-13-01T10:00:00.000Z',
    '2026-01-01T24:00:00.000Z',
    '2026-01-01T10:00:00Z',
    '2026-01-01 10:00:00.000Z',
    '2026-01-01T10:00:00.000+00:00',
    '',
  ])('%j is none, and no record takes it for one', (text) => {
    expect(isInstant(text)).toBe(false)
    expect(InstantText.safeParse(text).success).toBe(false)
  })
})

describe('the milliseconds of an instant', () => {
  test('are what the engine’s own parser says, in every year of four digits', () => {
    const any = fc.integer({ min: Date.parse('0000-01-01T00:00:00.000Z'), max: Date.UTC(9999, 11, 31) })
    fc.assert(
      fc.property(any, (at) => {
        expect(toMillis(fromMillis(at))).toBe(at)
      }),
    )
  })

  test('are the same for whatever else somebody writes', () => {
    const good = '2026-11-21T09:08:07.006Z'
    const one = fc.tuple(fc.nat({ max: 23 }), fc.constantFrom(...'0123456789-:.TZ /x'))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 3 }), (changes) => {
        const text = changes.reduce((so, [at, letter]) => so.slice(0, at) + letter + so.slice(at + 1), good)
        expect(toMillis(text)).toBe(Date.parse(text))
        const back = Number.isNaN(Date.parse(text)) ? null : new Date(Date.parse(text)).toISOString()
        expect(isInstant(text)).toBe(back === text)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the compact form of AWS', () => {
  test.each([
    ['20200401T081027Z', '2020-04-01T08:10:27.000Z'],
    ['20200229T000000Z', '2020-02-29T00:00:00.000Z'],
    ['20200230T081027Z', null],
    ['20201301T081027Z', null],
    ['20200401T081027', null],
    ['N/A', null],
  ])('%s is %s', (text, instant) => {
    expect(fromAwsCompact(text)).toBe(instant)
  })
})
