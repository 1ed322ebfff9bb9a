import { expect, it } from 'vitest'
import { CaseRecord } from '../../../../../shared/domain/records/case.ts'
import { Customer } from '../../../../../shared/domain/records/customer.ts'
import { Payer } from '../../../../../shared/domain/records/payer.ts'
import { Submission } from '../../../../../shared/domain/records/submission.ts'
import { exampleHandOff } from '../../../../../shared/domain/submission/example.ts'
import { makeSettings } from '../../../../support/records.ts'

it('the example that templates are shown by is a case like any other, answered for by the operator of the settings', () => {
  const { c, submission, items } = exampleHandOff(makeSettings())
  for (const [schema, record] of [
    [CaseRecord, c.record],
    [Customer, c.customer],
    [Payer, c.payer],
    ...c.submissions.map((s) => [Submission, s] as const),
  ] as const) {
    expect(schema.parse(record)).toEqual(record)
  }
  expect(c.record).toMatchObject({ customerId: c.customer.id, payerId: c.payer.id, owner: 'Ana' })
  expect(c.customer.payerId).toBe(c.payer.id)
  expect(c.submissions.map(({ attempt, state, closed }) => [attempt, state, closed?.reason])).toEqual([
    [1, 'returned', 'The Org ID was another customer’s.'],
    [2, 'sent', undefined],
  ])
  expect(submission).toBe(c.submissions[1])
  expect(items).toEqual(submission.items)
  expect([c.steps, c.waits, c.attachments, c.checks]).toEqual([[], [], [], []])
})
