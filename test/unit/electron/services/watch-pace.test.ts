import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Pace, paceAfter, STEADY } from '../../../../electron/services/watch-pace.ts'

const NOW = '2026-11-21T10:00:00.000Z'
const MINUTE = 60_000
const QUIET = { changed: false, failed: false, isMaking: false }

/** Minutes between looks when the same is seen again and again. */
function course(seen: Parameters<typeof paceAfter>[1], looks: number, from: Pace = STEADY): readonly number[] {
  const minutes: number[] = []
  let pace = from
  for (let look = 0; look < looks; look += 1) {
    pace = paceAfter(pace, seen, NOW, 0.5)
    minutes.push(pace.millis / MINUTE)
  }
  return minutes
}

describe('an account is looked at', () => {
  test('ever more rarely while nothing changes, up to once an hour', () => {
    expect(course(QUIET, 6)).toEqual([15, 22.5, 33.75, 50.625, 60, 60])
  })

  test('every few minutes while something is being made', () => {
    const making = { ...QUIET, isMaking: true }
    expect(course(making, 3, { ...STEADY, millis: MINUTE })).toEqual([1.5, 2.25, 3.375])
    expect(course(making, 9).at(-1)).toBe(10)
  })

  test('soon again once something has changed', () => {
    expect(course({ ...QUIET, changed: true }, 1, { ...STEADY, millis: 60 * MINUTE })).toEqual([10])
  })

  test('much more rarely while AWS cannot be asked, up to every four hours', () => {
    expect(course({ ...QUIET, failed: true }, 6)).toEqual([20, 40, 80, 160, 240, 240])
  })

  test('never in the past, and never further away than a fifth more than its pace', () => {
    const seen = fc.record({ changed: fc.boolean(), failed: fc.boolean(), isMaking: fc.boolean() })
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 240 * MINUTE }), seen, chance, (millis, what, luck) => {
        const next = paceAfter({ millis, nextAt: NOW }, what, NOW, luck)
        const left = Date.parse(next.nextAt) - Date.parse(NOW)
        expect(left).toBeGreaterThanOrEqual(Math.floor(next.millis * 0.8))
        expect(left).toBeLessThanOrEqual(Math.ceil(next.millis * 1.2))
        expect(next.millis).toBeGreaterThanOrEqual(MINUTE)
        expect(next.millis).toBeLessThanOrEqual(240 * MINUTE)
      }),
    )
  })
})
