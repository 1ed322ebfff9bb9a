import { describe, expect, test } from 'vitest'
import { summarize } from '../../../../../shared/domain/case/summary.ts'
import { CaseSummary } from '../../../../../shared/domain/records/case.ts'
import { makeSubmission, makeWait } from '../../../../support/records.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const PHASE_1 = [
  'report.sign-in',
  'report.content',
  'report.bucket',
  'report.delivery-options',
  'report.create',
] as const

function summaryOf(parts: Partial<WorkedCase['case']>) {
  const c = new WorkedCase()
  return CaseSummary.parse(summarize(c.procedure, { ...c.case, ...parts }, c.facts))
}

describe('what a list knows of a case', () => {
  test('is where it stands, what is next, and how much is done', () => {
    const c = new WorkedCase().does(...PHASE_1)
    expect(c.case.record.summary).toMatchObject({
      phase: 'report',
      nextStep: 'report.delivered',
      nextKind: 'wait',
      stepsDone: 5,
      blocked: false,
      submissionState: null,
    })
  })

  test('is nothing that goes stale by itself: the same at any time', () => {
    const c = new WorkedCase().does(...PHASE_1)
    const before = summarize(c.procedure, c.case, c.facts)
    c.pass(1_000)
    expect(summarize(c.procedure, c.case, c.facts)).toEqual(before)
  })

  test('counts a step that does not apply as settled', () => {
    const c = new WorkedCase()
    c.take(c.mark('crawler.schedule', 'skip'))
    expect(c.case.record.summary.stepsDone).toBe(1)
  })

  test('names the open wait that is due first', () => {
    const late = makeWait({ id: 'late', definition: 'spot-link', expectedHours: 72 })
    const soon = makeWait({ id: 'soon', expectedHours: 24, pausedMillis: 3_600_000, graceHours: 6 })
    expect(summaryOf({ waits: [late, soon] })).toMatchObject({
      waitDefinition: 'report-delivery',
      dueAt: '2026-11-15T10:00:00.000Z',
      overdueAt: '2026-11-15T16:00:00.000Z',
    })
  })

  test.each([
    ['met', { metAt: '2026-11-14T10:00:00.000Z' }],
    ['cancelled', { cancelled: { at: '2026-11-14T10:00:00.000Z', reason: 'x' } }],
    ['paused', { paused: { at: '2026-11-14T10:00:00.000Z', reason: 'x' } }],
  ])('is not due while its wait is %s', (_, own) => {
    expect(summaryOf({ waits: [makeWait(own)] })).toMatchObject({ waitDefinition: null, dueAt: null, overdueAt: null })
  })

  test('tells the attempt it is at, not those that are over', () => {
    const over = makeSubmission({ id: 'a', state: 'returned' })
    const now = makeSubmission({ id: 'b', attempt: 2, state: 'exported' })
    expect(summaryOf({ submissions: [over] }).submissionState).toBeNull()
    expect(summaryOf({ submissions: [over, now] }).submissionState).toBe('exported')
  })
})
