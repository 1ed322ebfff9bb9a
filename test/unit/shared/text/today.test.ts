import { expect, test } from 'vitest'
import { HOUR } from '../../../../shared/domain/instant.ts'
import { todoReason } from '../../../../shared/text/today.ts'

test('how long a case lay untouched is said from a day on, and not of one that was just worked on', () => {
  expect(todoReason(false, 2 * HOUR)).toBe('Nothing stands in its way.')
  expect(todoReason(true, 23 * HOUR)).toBe('Another step is blocked.')
  expect(todoReason(false, 50 * HOUR)).toBe('Nothing stands in its way; untouched for 2 d 2 h.')
})
