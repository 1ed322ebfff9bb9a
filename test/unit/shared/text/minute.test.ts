import { expect, test } from 'vitest'
import { minute } from '../../../../shared/text/minute.ts'

test('a time that is read in no zone stands in UTC, as everywhere else: the day without a nought, the month as a word', () => {
  expect(minute('2026-11-04T05:20:59.000Z')).toBe('4 Nov 2026, 05:20 UTC')
  expect(minute('')).toBe('')
})
