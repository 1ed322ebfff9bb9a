import { expect, test } from 'vitest'
import { checksText } from '../../../../../shared/text/ui/checks.ts'

test('a round that was stopped says what was left, and nothing of a rest where there is none', () => {
  expect(checksText.stopped(2, 5)).toBe('Stopped after 2 of 5 cases. The rest is as it was.')
  expect(checksText.stopped(5, 5)).toBe('Stopped, but all 5 cases had been looked at by then.')
  expect(checksText.stopped(1, 1)).toBe('Stopped, but its one case had been looked at by then.')
})
