import { expect, test } from 'vitest'
import { actionTitles, actionWords } from '../../../../shared/text/checks.ts'
import { sentence } from '../../../../shared/text/messages/index.ts'

test('what was done on AWS and cannot be taken back is told in words', () => {
  for (const action of Object.keys(actionTitles)) {
    const { message } = sentence('undo.outside', { action: actionWords(action) })
    expect(message).not.toContain(action)
    expect(message).toMatch(/^This was done on AWS \([a-z ]+\); /)
  }
  expect(actionWords('of.a-later-version')).toBe('of.a-later-version')
})
