import { describe, expect, test } from 'vitest'
import {
  REQUEST_IDS,
  requestNamed,
  stepsHelped,
  waitDefinition,
} from '../../../../../shared/domain/requests/definitions.ts'
import { procedures } from '../../../../../shared/procedures/index.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'

describe('a request is offered at the steps that cannot go on without it', () => {
  test.each([
    ['msp-cur-extraction', 'org-ids: submission.send; access: report.sign-in; lambda-quota: crawler-stack.create'],
    ['eco-connect', 'access: account.sign-in; eco-steps: template.open, role-arn.hand-over'],
    [
      'cloud-analyzer-existing',
      'access: account.sign-in, account.billing-access; eco-steps: template.open, role-arn.hand-over',
    ],
    [
      'cloud-analyzer-first',
      'access: account.sign-in, account.billing-access; eco-steps: template.open, role-arn.hand-over',
    ],
    ['billing-engine', 'access: report.sign-in, wizard.sign-in'],
    ['offboarding', ''],
  ])('of %s: %s', (id, offered) => {
    const procedure = procedures.find((p) => p.id === id)
    const told = REQUEST_IDS.flatMap((name) => {
      const request = requestNamed(name)
      const steps = procedure && request ? stepsHelped(request, procedure) : []
      return steps.length > 0 ? [`${name}: ${steps.join(', ')}`] : []
    })
    expect(told.join('; ')).toBe(offered)
  })
})

test('a wait is known by its procedure or by the request that starts it', () => {
  expect(waitDefinition(mspCurExtraction, 'spot-link')).toMatchObject({ id: 'spot-link', waitsOn: 'spot' })
  expect(waitDefinition(mspCurExtraction, 'request.org-ids')).toMatchObject({
    id: 'request.org-ids',
    waitsOn: 'customer',
    source: '004, step 2.3, item 7',
  })
  expect(waitDefinition(mspCurExtraction, 'of-nobody')).toBeNull()
  expect(requestNamed('of-nobody')).toBeNull()
})
