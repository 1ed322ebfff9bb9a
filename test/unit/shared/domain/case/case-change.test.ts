import { describe, expect, test } from 'vitest'
import { CaseChange } from '../../../../../shared/domain/case/case-change.ts'
import { makeProcedure, makeStepOf } from '../../../../support/procedures.ts'
import { makeAttachment, makeSubmission, makeWait } from '../../../../support/records.ts'
import { START, WorkedCase } from '../../../../support/worked-case.ts'

const evidence = (text: string) => ({ evidence: { text, attachmentId: null } })
const delivery = { startWait: 'report-delivery' }
const delivered = { meetWait: 'report-delivery' }
const link = { startWait: 'spot-link' }
const linked = { meetWait: 'spot-link' }
const isRunning = (c: WorkedCase, definition: string) => {
  const { metAt, cancelled } = c.wait(definition)
  return metAt === null && cancelled === null
}

describe('reopening', () => {
  test('gives back to each step what was seen at it', () => {
    const c = new WorkedCase({ procedure: makeProcedure([makeStepOf('a'), makeStepOf('b')]) })
    c.take(c.mark('a', 'done', evidence('at a'))).take(c.mark('b', 'block', evidence('at b')))
    c.take(c.mark('b', 'reopen'))
    expect(c.case.steps.map((s) => [s.stepId, s.state, s.evidence?.text])).toEqual([
      ['a', 'done', 'at a'],
      ['b', 'reopened', 'at b'],
    ])
  })

  test('of a step that was not done takes back nothing that another had set off', () => {
    const steps = [makeStepOf('a', { effects: [delivery] }), makeStepOf('b', { effects: [delivery] })]
    const c = new WorkedCase({ procedure: makeProcedure([...steps, makeStepOf('c')]) })
    c.take(c.mark('a', 'block')).does('b')
    c.take(c.mark('a', 'reopen'))
    expect(isRunning(c, 'report-delivery')).toBe(true)
  })

  test('lets only that wait run on which the step had ended', () => {
    const steps = [
      makeStepOf('start', { effects: [delivery, link] }),
      makeStepOf('first', { effects: [delivered] }),
      makeStepOf('second', { effects: [linked] }),
      makeStepOf('last'),
    ]
    const c = new WorkedCase({ procedure: makeProcedure(steps) }).does('start', 'first', 'second')
    c.take(c.mark('first', 'reopen'))
    expect([isRunning(c, 'report-delivery'), isRunning(c, 'spot-link')]).toEqual([true, false])
    expect(c.wait('spot-link').metAt).toBe(c.now)
    c.take(c.mark('second', 'reopen'))
    expect(isRunning(c, 'spot-link')).toBe(true)
  })

  test('leaves a wait over that was given up, and one that never was met', () => {
    const steps = [makeStepOf('met', { effects: [delivered] }), makeStepOf('last')]
    const c = new WorkedCase({ procedure: makeProcedure(steps) }).does('met')
    const given = makeWait({ metAt: START, cancelled: { at: START, reason: 'x' } })
    c.changes((change) => change.withWait(given))
    c.take(c.mark('met', 'reopen'))
    expect(c.case.waits).toEqual([given])
  })

  test('lets the wait of an open submission run on, and that of one sent back stay as it ended', () => {
    const worked = (closed: { at: string; by: string; reason: string } | null) => {
      const steps = [makeStepOf('met', { effects: [linked] }), makeStepOf('last')]
      const c = new WorkedCase({ procedure: makeProcedure(steps) })
      const state = closed === null ? 'sent' : 'returned'
      c.changes((change) =>
        change
          .withSubmission(makeSubmission({ state, closed }))
          .withWait(makeWait({ definition: 'spot-link', submissionId: 'submission-1' })),
      )
      return c.does('met').take(c.mark('met', 'reopen'))
    }
    expect(worked(null).wait('spot-link').metAt).toBeNull()
    expect(worked({ at: START, by: 'Ana', reason: 'x' }).wait('spot-link').metAt).toBe(START)
  })
})

describe('a step that settles itself by a file', () => {
  const taken = makeStepOf('file', { settledBy: { attached: 'crawler-file' } })

  test('does so again by that kind of file alone, once it was reopened', () => {
    const c = new WorkedCase({ procedure: makeProcedure([taken, makeStepOf('last')]) }).getsFile()
    c.take(c.mark('file', 'reopen'))
    c.changes((change) => change.withAttachment(makeAttachment({ id: 'picture' })))
    expect(c.status('file')).toBe('todo')
    c.changes((change) =>
      change
        .withAttachment(makeAttachment({ id: 'another' }))
        .withAttachment(makeAttachment({ id: 'crawler', kind: 'crawler-file' })),
    )
    expect(c.status('file')).toBe('done')
  })
})

describe('a case reopened with every step settled', () => {
  const reopened = () => {
    const c = new WorkedCase({ procedure: makeProcedure([makeStepOf('a')]) }).does('a')
    expect(c.case.record.state).toBe('done')
    return c.take(c.move('reopen'))
  }

  test('stays open while nothing is done, only said', () => {
    expect(reopened().sets({ bucket: 'another' }).case.record.state).toBe('open')
  })

  test.each<[string, (change: CaseChange) => unknown]>([
    ['a step', (change) => change.withStep({ stepId: 'a', state: 'done', reason: '', evidence: null })],
    ['a submission', (change) => change.withSubmission(makeSubmission())],
    ['a file', (change) => change.withAttachment(makeAttachment())],
  ])('is done by new work: %s', (_, work) => {
    expect(reopened().changes(work).case.record.state).toBe('done')
  })
})

describe('attempts within one change', () => {
  test('are each there once and in their order, so that the newest open one counts', () => {
    const c = new WorkedCase()
    const change = new CaseChange(c.case, c.procedure, c.act())
    change
      .withSubmission(makeSubmission({ id: 'two', attempt: 2 }))
      .withSubmission(makeSubmission({ id: 'one', attempt: 1 }))
      .withSubmission(makeSubmission({ id: 'two', attempt: 2, state: 'exported' }))
    expect(change.case.submissions.map(({ id, state }) => [id, state])).toEqual([
      ['one', 'draft'],
      ['two', 'exported'],
    ])
    const { puts } = change.finish()
    expect(puts.map(({ kind }) => kind)).toEqual(['case', 'submission', 'submission'])
    expect(puts[0]).toMatchObject({ record: { summary: { submissionState: 'exported' } } })
  })

  test('and customer and payer, changed twice, are put once as they end up', () => {
    const c = new WorkedCase()
    const change = new CaseChange(c.case, c.procedure, c.act())
    change.withCustomer({ notes: 'a' }).withPayer({ prefix: 'a' }).withCustomer({ tags: [] }).withPayer({ region: 'x' })
    expect(change.finish().puts.slice(1)).toEqual([
      { kind: 'customer', record: { ...c.case.customer, notes: 'a', tags: [], updatedAt: START } },
      { kind: 'payer', record: { ...c.case.payer, prefix: 'a', region: 'x', updatedAt: START } },
    ])
  })
})

test('a wait that nobody declares is a mistake of the procedure', () => {
  const c = new WorkedCase()
  const change = new CaseChange(c.case, c.procedure, c.act())
  expect(() => change.startWait('of-nobody')).toThrow('procedure msp-cur-extraction declares no wait of-nobody')
})
