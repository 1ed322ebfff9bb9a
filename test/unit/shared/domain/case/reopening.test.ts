import { describe, expect, test } from 'vitest'
import { reopensWith } from '../../../../../shared/domain/case/mark-step.ts'
import { waitState } from '../../../../../shared/domain/wait/wait-state.ts'
import { makeAnsweredSubmission, makeSubmission } from '../../../../support/records.ts'
import { refusedWith, START, WorkedCase } from '../../../../support/worked-case.ts'

const PHASE_1 = [
  'report.sign-in',
  'report.content',
  'report.bucket',
  'report.delivery-options',
  'report.create',
] as const

/** A case with its submission out and its crawler made: phase 3 waits for Spot. */
function sent(): WorkedCase {
  const c = new WorkedCase().does(...PHASE_1).pass(24)
  c.does('report.delivered').getsFile().does('crawler-stack.name')
  const submission = makeAnsweredSubmission({ state: 'sent', answered: null })
  c.changes((change) => change.withSubmission(submission))
  return c.does('crawler-stack.create', 'crawler.schedule')
}

describe('reopening a step', () => {
  test('reopens with it the steps that were done on top of it, and says so first', () => {
    const c = new WorkedCase().does(...PHASE_1)
    const also = ['report.bucket', 'report.delivery-options', 'report.create']
    expect(reopensWith(c.case, c.procedure, 'report.content')).toEqual(also)

    c.take(c.mark('report.content', 'reopen', { reason: 'wrong name' }))
    expect(c.inStatus('done')).toEqual(['report.sign-in'])
    expect(c.status('report.content')).toBe('todo')
    expect(c.status('report.create')).toBe('locked')
    expect(c.activity.at(-1)).toMatchObject({ what: 'step.reopened', params: { step: 'report.content', also } })
  })

  test('keeps the evidence that was given', () => {
    const c = new WorkedCase()
    const evidence = { text: 'seen it', attachmentId: null }
    c.take(c.mark('report.sign-in', 'done', { evidence })).take(c.mark('report.sign-in', 'reopen'))
    expect(c.case.steps[0]).toMatchObject({ state: 'reopened', evidence, reason: 'because' })
  })

  test('cancels the wait that doing it had started', () => {
    const c = new WorkedCase().does(...PHASE_1).pass(1)
    c.take(c.mark('report.create', 'reopen'))
    expect(c.wait('report-delivery').cancelled).toEqual({ at: c.now, reason: 'step-reopened' })
  })

  test('lets the wait run on that doing it had ended, from its old anchor', () => {
    const c = new WorkedCase().does(...PHASE_1).pass(20)
    c.does('report.delivered').pass(2)
    c.take(c.mark('report.delivered', 'reopen', { reason: 'the date was another report’s' }))
    expect(c.wait('report-delivery')).toMatchObject({ anchorAt: START, metAt: null, cancelled: null })
    expect(waitState(c.wait('report-delivery'), c.now).state).toBe('waiting')
  })

  test('lets the newest of its waits run on, where there were several', () => {
    const c = new WorkedCase()
      .does(...PHASE_1)
      .pass(20)
      .does('report.delivered')
    c.take(c.mark('report.delivered', 'reopen')).pass(1).does('report.delivered')
    c.take(c.mark('report.create', 'reopen')).pass(5).does('report.create')
    const anew = c.now
    c.pass(10).does('report.delivered')
    c.take(c.mark('report.delivered', 'reopen'))
    expect(c.case.waits.map((w) => [w.anchorAt, w.metAt, w.cancelled !== null])).toEqual([
      [START, null, true],
      [anew, null, false],
    ])
  })

  test('lets a wait run on that an earlier submission has nothing to do with', () => {
    const c = new WorkedCase().does(...PHASE_1)
    c.changes((change) =>
      change.withSubmission(makeSubmission({ state: 'withdrawn', closed: { at: START, by: 'Ana', reason: 'x' } })),
    )
    c.pass(20).does('report.delivered')
    c.take(c.mark('report.delivered', 'reopen'))
    expect(c.wait('report-delivery').metAt).toBeNull()
  })

  test('of both at once leaves the wait cancelled, not running', () => {
    const c = new WorkedCase()
      .does(...PHASE_1)
      .pass(20)
      .does('report.delivered')
    c.take(c.mark('report.create', 'reopen'))
    expect(c.wait('report-delivery')).toMatchObject({ metAt: null, cancelled: { reason: 'step-reopened' } })
    expect(c.case.record.summary.dueAt).toBeNull()
  })

  test('and doing it again starts the wait anew beside the old one', () => {
    const c = new WorkedCase().does(...PHASE_1).pass(20)
    c.take(c.mark('report.create', 'reopen')).pass(1).does('report.create')
    expect(c.case.waits.map((w) => [w.anchorAt, w.cancelled !== null])).toEqual([
      [START, true],
      [c.now, false],
    ])
  })

  test('of one that does not apply reopens only that', () => {
    const c = new WorkedCase()
    c.take(c.mark('report.sign-in', 'skip')).does('report.content')
    c.take(c.mark('report.sign-in', 'reopen'))
    expect(c.inStatus('done')).toEqual(['report.content'])
  })

  test('is refused for a step that is open already', () => {
    const c = new WorkedCase()
    expect(refusedWith(c.mark('report.sign-in', 'reopen'))).toMatchObject({ code: 'step.not-settled', field: 'step' })
    c.does('report.sign-in').take(c.mark('report.sign-in', 'reopen'))
    expect(refusedWith(c.mark('report.sign-in', 'reopen')).code).toBe('step.not-settled')
  })
})

describe('while Spot has the submission', () => {
  test('its step cannot be reopened', () => {
    const c = sent()
    expect(c.status('submission.send')).toBe('done')
    expect(refusedWith(c.mark('submission.send', 'reopen'))).toMatchObject({
      code: 'step.reopened-by-submission',
      field: 'step',
    })
  })

  test('reopening what came before it leaves it sent, and its 72 hours running', () => {
    const c = sent()
    const also = ['crawler-stack.create', 'crawler.schedule']
    expect(reopensWith(c.case, c.procedure, 'crawler-file.attach')).toEqual(also)
    c.take(c.mark('crawler-file.attach', 'reopen'))
    expect(c.status('submission.send')).toBe('done')
    expect(c.activity.at(-1)?.params.also).toEqual(also)
    expect(waitState(c.wait('spot-link'), c.now).state).toBe('waiting')
  })
})
