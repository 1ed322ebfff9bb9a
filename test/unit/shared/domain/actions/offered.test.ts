import { expect, test } from 'vitest'
import { offeredAction } from '../../../../../shared/domain/actions/offered.ts'
import { makeCheck } from '../../../../support/records.ts'

const failed = (status: string) => [
  makeCheck({
    checkId: 'crawler-stack.status',
    findings: [{ level: 'error', code: 'stack.failed', params: { status }, field: null }],
  }),
]

test.each([
  ['its own action where nothing was looked at', [], 'crawler-stack.create'],
  ['its own action where the stack failed in another way', failed('CREATE_FAILED'), 'crawler-stack.create'],
  ['to delete what was rolled back, first of all', failed('ROLLBACK_COMPLETE'), 'crawler-stack.delete'],
] as const)('the step that creates a stack offers %s', (_, checks, action) => {
  expect(offeredAction({ action: 'crawler-stack.create' }, { checks })).toBe(action)
})

test('another step offers what it always does', () => {
  const checks = failed('ROLLBACK_COMPLETE')
  expect(offeredAction({ action: 'report.create' }, { checks })).toBe('report.create')
  expect(offeredAction({ action: null }, { checks })).toBe(null)
})
