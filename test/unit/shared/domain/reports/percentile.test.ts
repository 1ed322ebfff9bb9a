import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile } from '../../../../../shared/domain/reports/percentile.ts'

test('is a value that occurred, that enough of them do not exceed, and none smaller does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 100 }),
      (values, p) => {
        const found = percentile(values, p)
        const share = (limit: number) => values.filter((v) => v <= limit).length * 100
        // The definition, word by word, by looking at every value.
        const naive = Math.min(...values.filter((v) => share(v) >= p * values.length))
        expect(found).toBe(naive)
      },
    ),
  )
})

test('of nothing is nothing', () => {
  expect(percentile([], 50)).toBeNull()
})
