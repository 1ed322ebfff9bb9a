import { describe, expect, it } from 'vitest'
import { handOver } from '../../../../../shared/domain/handover/hand-over.ts'
import type { Case } from '../../../../../shared/domain/records/case-aggregate.ts'
import {
  makeAttachment,
  makeCheck,
  makeCustomer,
  makePayer,
  makeStep,
  makeSubmission,
  makeWait,
} from '../../../../support/records.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const base = new WorkedCase().case
const caseOf = (id: string, number: number, own: Partial<Case> = {}): Case => ({
  ...base,
  ...own,
  record: { ...base.record, id, number },
})

describe('a handover', () => {
  it('has cases by number, customers and payers by account, and each of them once', () => {
    const bolt = makeCustomer({ id: 'b', name: 'Bolt', managementAccountId: '000000000002', payerId: 'p' })
    const cord = makeCustomer({ id: 'a', name: 'Cord', managementAccountId: '000000000002', payerId: 'p' })
    const payer = makePayer({ id: 'p', accountId: '000000000001' })
    const data = handOver(
      [caseOf('two', 2), caseOf('ten', 10), caseOf('one', 1)],
      [
        { customer: bolt, payer },
        { customer: cord, payer },
        { customer: base.customer, payer: base.payer },
      ],
    )
    expect(data.cases.map(({ record }) => record.id)).toEqual(['one', 'two', 'ten'])
    expect(data.customers.map(({ id }) => id)).toEqual(['a', 'b', 'customer-1'])
    expect(data.payers.map(({ id }) => id)).toEqual(['p', 'payer-1'])
  })

  it('has the parts of a case in an order of their own, so that the same records give the same bytes', () => {
    const parts = {
      steps: [makeStep({ stepId: 'a' }), makeStep({ stepId: 'b' }), makeStep({ stepId: 'c' })],
      waits: [makeWait({ id: 'a' }), makeWait({ id: 'b' }), makeWait({ id: 'c' })],
      submissions: [makeSubmission({ attempt: 1 }), makeSubmission({ attempt: 2 }), makeSubmission({ attempt: 10 })],
      checks: [makeCheck({ checkId: 'account.payer' }), makeCheck({ checkId: 'bucket.ready' })],
      attachments: [
        makeAttachment({ id: 'b', addedAt: '2026-11-14T09:00:00.000Z' }),
        makeAttachment({ id: 'c', addedAt: '2026-11-14T09:00:00.000Z' }),
        makeAttachment({ id: 'a', addedAt: '2026-11-15T09:00:00.000Z' }),
      ],
    }
    const mixed = {
      steps: parts.steps.toReversed(),
      waits: parts.waits.toReversed(),
      submissions: parts.submissions.toReversed(),
      checks: parts.checks.toReversed(),
      attachments: parts.attachments.toReversed(),
    }
    const data = handOver([{ ...base, ...mixed }])
    expect(data).toEqual(handOver([{ ...base, ...parts }]))
    const [handed] = data.cases
    expect(handed?.steps.map(({ stepId }) => stepId)).toEqual(['a', 'b', 'c'])
    expect(handed?.waits.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(handed?.submissions.map(({ attempt }) => attempt)).toEqual([1, 2, 10])
    expect(handed?.checks.map(({ checkId }) => checkId)).toEqual(['account.payer', 'bucket.ready'])
    expect(handed?.attachments.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })

  it('leaves out what each workspace counts for itself', () => {
    const { payers, customers, cases } = handOver([
      { ...base, steps: [makeStep()], waits: [makeWait()], submissions: [makeSubmission()], checks: [makeCheck()] },
    ])
    for (const record of [...payers, ...customers]) expect(record).not.toHaveProperty('revision')
    const [handed] = cases
    expect(handed?.record).not.toHaveProperty('revision')
    expect(handed?.record).not.toHaveProperty('summary')
    for (const part of [handed?.steps, handed?.waits, handed?.submissions, handed?.checks].flat()) {
      expect(part).not.toHaveProperty('caseId')
    }
  })

  it('has a payer’s file once: with its own case, or with the first that uses it where that case stays behind', () => {
    const file = (caseId: string) => makeAttachment({ id: `file-of-${caseId}`, caseId, payerId: 'payer-1' })
    const attachments = [file('one'), file('two'), file('elsewhere')]
    const data = handOver([caseOf('two', 2, { attachments }), caseOf('one', 1, { attachments })])
    expect(data.cases.map(({ attachments: files }) => files.map(({ id }) => id))).toEqual([
      ['file-of-elsewhere', 'file-of-one'],
      ['file-of-two'],
    ])
  })
})
