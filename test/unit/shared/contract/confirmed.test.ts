import { expect, it } from 'vitest'
import { contract } from '../../../../shared/contract/index.ts'

it('nothing is written to AWS unless it was confirmed in as many words', () => {
  const { input } = contract['case.do']
  const asked = { case: 'C-42', action: 'crawler-stack.create' }
  expect(input.safeParse({ ...asked, confirmed: true }).success).toBe(true)
  for (const confirmed of [false, undefined, 'true', 1]) {
    expect(input.safeParse({ ...asked, confirmed }).success).toBe(false)
  }
  expect(input.safeParse(asked).success).toBe(false)
})
