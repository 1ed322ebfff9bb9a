import { describe, expect, test } from 'vitest'
import { CaseChange } from '../../../../../shared/domain/case/case-change.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const PHASE_1 = [
  'report.sign-in',
  'report.content',
  'report.bucket',
  'report.delivery-options',
  'report.create',
] as const

describe('a step that settles itself', () => {
  test('is done when its check passes, and says that nobody ticked it', () => {
    const c = new WorkedCase().sees('account.payer')
    expect(c.status('report.sign-in')).toBe('done')
    expect(c.activity).toMatchObject([{ what: 'step.settled', params: { step: 'report.sign-in' } }])
    expect(c.case.steps).toMatchObject([{ reason: '', evidence: null, by: 'Ana' }])
  })

  test.each(['warn', 'fail', 'unknown', 'no-access'] as const)('is not done by a check that gave %s', (outcome) => {
    expect(new WorkedCase().sees('account.payer', outcome).status('report.sign-in')).toBe('todo')
  })

  test('waits for its gate, and settles once that opens', () => {
    const c = new WorkedCase().sees('bucket.ready')
    expect(c.status('report.bucket')).toBe('locked')
    c.does('report.sign-in', 'report.content')
    expect(c.status('report.bucket')).toBe('done')
  })

  test('carries those after it along: a report that is as it should be settles the whole of its setting up', () => {
    const c = new WorkedCase().sees('account.payer').sees('bucket.ready').sees('report.definition')
    expect(c.inStatus('done')).toEqual([...PHASE_1])
    expect(c.recorded).toEqual([...PHASE_1.map(() => 'step.settled'), 'wait.started'])
    expect(c.wait('report-delivery').anchorAt).toBe(c.now)
  })

  test('ends the wait when the delivery is seen', () => {
    const c = new WorkedCase()
      .does(...PHASE_1)
      .pass(22)
      .sees('report.delivered')
    expect(c.wait('report-delivery').metAt).toBe(c.now)
    expect(c.status('report.delivered')).toBe('done')
  })

  test('settles when its file is attached', () => {
    const c = new WorkedCase().does(...PHASE_1, 'report.delivered').getsFile()
    expect(c.status('crawler-file.attach')).toBe('done')
  })

  test('takes the file that the payer has from before, as soon as the report is delivered', () => {
    const c = new WorkedCase().getsFile()
    expect(c.status('crawler-file.attach')).toBe('locked')
    expect(c.does(...PHASE_1, 'report.delivered').status('crawler-file.attach')).toBe('done')
  })

  test('is not settled twice', () => {
    const c = new WorkedCase().sees('account.payer').sees('account.payer')
    expect(c.recorded.filter((what) => what === 'step.settled')).toHaveLength(1)
  })

  test('that is blocked is done once its check comes to pass', () => {
    const c = new WorkedCase()
    c.take(c.mark('report.sign-in', 'block')).sees('account.payer')
    expect(c.status('report.sign-in')).toBe('done')
  })

  test('that was marked not applicable stays so', () => {
    const c = new WorkedCase()
    c.take(c.mark('report.sign-in', 'skip')).sees('account.payer')
    expect(c.status('report.sign-in')).toBe('not-applicable')
  })
})

describe('a reopened step that settles itself', () => {
  function reopened(): WorkedCase {
    const c = new WorkedCase().sees('account.payer')
    return c.take(c.mark('report.sign-in', 'reopen'))
  }

  test('is not settled by what was seen before', () => {
    const c = reopened().sees('bucket.ready')
    expect(c.status('report.sign-in')).toBe('todo')
  })

  test('settles when its check passes again', () => {
    expect(reopened().sees('account.payer').status('report.sign-in')).toBe('done')
  })

  test('settles when its check fails and passes later', () => {
    const c = reopened().sees('account.payer', 'fail')
    expect(c.status('report.sign-in')).toBe('todo')
    expect(c.sees('account.payer').status('report.sign-in')).toBe('done')
  })

  test('settles when the file is taken again', () => {
    const c = new WorkedCase().does(...PHASE_1, 'report.delivered').getsFile()
    c.take(c.mark('crawler-file.attach', 'reopen')).does('crawler-stack.name')
    expect(c.status('crawler-file.attach')).toBe('todo')
    expect(c.getsFile().status('crawler-file.attach')).toBe('done')
  })

  test('starts its wait anew when the report is seen again', () => {
    const c = new WorkedCase()
      .does(...PHASE_1.slice(0, 4))
      .sees('report.definition')
      .pass(30)
    c.take(c.mark('report.create', 'reopen')).pass(1).sees('report.definition')
    expect(c.wait('report-delivery')).toMatchObject({ anchorAt: c.now, cancelled: null })
    expect(c.case.waits.filter((w) => w.cancelled === null)).toHaveLength(1)
  })
})

test('one change puts every record once, whatever was settled on the way', () => {
  const c = new WorkedCase()
  const check = { caseId: 'case-1', at: c.now, outcome: 'pass', lines: [], findings: [], identity: null } as const
  const change = new CaseChange(c.case, c.procedure, c.act())
    .withPayer({ bucket: 'a-bucket' })
    .withPayer({ prefix: 'eco' })
    .withCheck({ ...check, checkId: 'account.payer', lines: [], findings: [] })
    .withCheck({ ...check, checkId: 'report.definition', lines: [], findings: [] })
    .finish()
  expect(change.puts.map((p) => p.kind)).toEqual(['case', 'payer', 'check', 'check', 'step', 'step'])
  expect(c.take(change).case.payer).toMatchObject({ bucket: 'a-bucket', prefix: 'eco' })
})
