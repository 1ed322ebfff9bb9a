import { describe, expect, test } from 'vitest'
import { isByHand, markStep } from '../../../../../shared/domain/case/mark-step.ts'
import { stepOf } from '../../../../../shared/domain/procedure/engine.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { sentence } from '../../../../../shared/text/messages/index.ts'
import { makeAttachment } from '../../../../support/records.ts'
import { refusedWith, START, WorkedCase } from '../../../../support/worked-case.ts'

const PHASE_1 = [
  'report.sign-in',
  'report.content',
  'report.bucket',
  'report.delivery-options',
  'report.create',
] as const

function messageOf(decided: unknown): string {
  const { code, params } = refusedWith(decided)
  return sentence(code, params).message
}

describe('a step marked done', () => {
  test('keeps who did it, when it really happened, and what was seen', () => {
    const c = new WorkedCase().pass(3)
    const evidence = { text: 'account menu says 1111 2222 3333', attachmentId: null }
    c.take(c.mark('report.sign-in', 'done', { evidence }, START))
    expect(c.case.steps).toEqual([
      { caseId: 'case-1', stepId: 'report.sign-in', state: 'done', at: START, by: 'Ana', reason: '', evidence },
    ])
    expect(c.activity).toMatchObject([
      { what: 'step.done', at: c.now, params: { step: 'report.sign-in', evidence: evidence.text } },
    ])
  })

  test('starts its wait from when it happened, not from when it was typed in', () => {
    const c = new WorkedCase().does(...PHASE_1.slice(0, 4)).pass(5)
    c.take(c.mark('report.create', 'done', {}, '2026-11-16T10:30:00.000Z'))
    expect(c.wait('report-delivery')).toMatchObject({
      anchorAt: '2026-11-16T10:30:00.000Z',
      recordedAt: c.now,
      expectedHours: 24,
      zone: 'Europe/Berlin',
      startedBy: 'Ana',
    })
    expect(c.case.record.summary).toMatchObject({
      waitDefinition: 'report-delivery',
      dueAt: '2026-11-17T10:30:00.000Z',
    })
  })

  test('waits as long as the settings say, where they differ from the document', () => {
    const c = new WorkedCase({ settings: { waitHours: { 'report-delivery': 36 } } }).does(...PHASE_1)
    expect(c.wait('report-delivery').expectedHours).toBe(36)
  })

  test('ends its wait at the moment it was seen to end', () => {
    const c = new WorkedCase().does(...PHASE_1).pass(20)
    c.take(c.mark('report.delivered', 'done', {}, '2026-11-17T03:00:00.000Z'))
    expect(c.wait('report-delivery').metAt).toBe('2026-11-17T03:00:00.000Z')
    expect(c.recorded.slice(-2)).toEqual(['step.done', 'wait.met'])
  })

  test('attaches the file that is its evidence, with its hash on the record', () => {
    const c = new WorkedCase()
    const file = makeAttachment()
    c.take(c.mark('report.sign-in', 'done', { evidence: { text: '', attachmentId: file.id }, file }))
    expect(c.case.attachments).toEqual([file])
    expect(c.activity).toMatchObject([
      { what: 'attachment.added', params: { name: file.name, size: file.size, sha256: file.sha256 } },
      { what: 'step.done' },
    ])
  })

  test('with a file as evidence does not pass for the crawler file', () => {
    const c = new WorkedCase().does(...PHASE_1, 'report.delivered').getsFile()
    c.take(c.mark('crawler-file.attach', 'reopen'))
    c.take(c.mark('crawler-stack.name', 'done', { file: makeAttachment() }))
    expect(c.status('crawler-file.attach')).toBe('todo')
  })
})

describe('what AWS last showed against a step', () => {
  const finding = (level: 'info' | 'warning' | 'error', code: string) => ({
    level,
    code,
    params: { of: code },
    field: null,
  })

  test('is on the record where it is ticked all the same; what others showed, or was only said, is not', () => {
    const c = new WorkedCase().does(...PHASE_1)
    c.sees('report.delivered', 'fail', {
      findings: [finding('error', 'report.not-delivered'), finding('info', 'aws.no-access'), finding('warning', 'x.y')],
    })
    c.sees('account.payer', 'fail', { findings: [finding('error', 'account.wrong')] })
    const before = c.activity.length
    c.does('report.delivered')
    expect(c.activity.slice(before).flatMap(({ what, params }) => (what === 'advice.noted' ? [params] : []))).toEqual([
      { code: 'report.not-delivered', params: { of: 'report.not-delivered' } },
      { code: 'x.y', params: { of: 'x.y' } },
    ])
  })
})

describe('marking a step is refused', () => {
  test('where the procedure has no such step, with the steps it has', () => {
    const refusal = refusedWith(new WorkedCase().mark('report.buckets'))
    expect(refusal).toMatchObject({ code: 'step.unknown', field: 'step', params: { step: 'report.buckets' } })
    expect(sentence(refusal.code, refusal.params).remedy).toContain('report.bucket,')
  })

  test('while its gate is shut, saying what comes first', () => {
    const decided = new WorkedCase().mark('crawler-file.attach')
    expect(refusedWith(decided)).toMatchObject({ code: 'step.gate-shut', field: 'step' })
    expect(messageOf(decided)).toBe(
      '“Take the crawler file” cannot be done yet. “See that AWS has delivered” comes first.',
    )
  })

  test('after 24 hours as before them: phase 2 begins with the delivery, not with the time', () => {
    const c = new WorkedCase().does(...PHASE_1).pass(48)
    expect(refusedWith(c.mark('crawler-file.attach')).code).toBe('step.gate-shut')
    expect(c.does('report.delivered').status('crawler-file.attach')).toBe('todo')
  })

  test.each(['on-hold', 'done', 'abandoned'] as const)('in a case that is %s', (state) => {
    const c = new WorkedCase({ record: { state } })
    for (const to of ['done', 'skip', 'block', 'reopen'] as const) {
      expect(refusedWith(c.mark('report.sign-in', to)).code).toBe('case.not-open')
    }
  })

  test('for an instant that has not come yet', () => {
    const c = new WorkedCase()
    expect(refusedWith(c.mark('report.sign-in', 'done', {}, '2026-11-16T09:00:00.001Z'))).toMatchObject({
      code: 'instant.future',
      field: 'at',
    })
    expect(c.take(c.mark('report.sign-in', 'done', {}, START)).status('report.sign-in')).toBe('done')
  })

  test('without the evidence that it requires', () => {
    const c = new WorkedCase().does(...PHASE_1)
    for (const evidence of [null, { text: ' ', attachmentId: null }]) {
      expect(refusedWith(c.mark('report.delivered', 'done', { evidence }))).toMatchObject({
        code: 'step.evidence-missing',
        field: 'evidence',
      })
    }
    const screenshot = { text: '', attachmentId: 'attachment-1' }
    expect(c.take(c.mark('report.delivered', 'done', { evidence: screenshot })).status('report.delivered')).toBe('done')
  })

  test('by hand where a file or the submission settles it', () => {
    const c = new WorkedCase().does(...PHASE_1, 'report.delivered')
    expect(refusedWith(c.mark('crawler-file.attach'))).toMatchObject({ code: 'step.not-by-hand', field: 'step' })
    c.getsFile().does('crawler-stack.name')
    expect(refusedWith(c.mark('submission.send')).code).toBe('step.not-by-hand')
  })

  test.each(['skip', 'block'] as const)('%s without a reason', (to) => {
    const decided = new WorkedCase().mark('report.sign-in', to, { reason: '  ' })
    expect(refusedWith(decided)).toMatchObject({ code: 'step.reason-missing', field: 'reason' })
  })

  test.each(['done', 'skip', 'block'] as const)('%s over its being done: it is reopened first', (to) => {
    const c = new WorkedCase().does('report.sign-in')
    expect(refusedWith(c.mark('report.sign-in', to))).toMatchObject({
      code: 'step.done-before',
      field: 'step',
      params: { by: 'Ana' },
    })
  })

  test('done where it was marked not applicable: it is reopened first', () => {
    const c = new WorkedCase()
    c.take(c.mark('report.sign-in', 'skip'))
    expect(refusedWith(c.mark('report.sign-in')).code).toBe('step.not-applicable')
    c.take(c.mark('report.sign-in', 'reopen')).does('report.sign-in')
    expect(c.status('report.sign-in')).toBe('done')
  })

  test('and changes nothing', () => {
    const c = new WorkedCase()
    const before = structuredClone(c.case)
    c.mark('report.create')
    expect(c.case).toEqual(before)
  })
})

describe('a step that does not apply', () => {
  test('opens the gates behind it, with the reason on the record', () => {
    const c = new WorkedCase()
    c.take(c.mark('report.sign-in', 'skip', { reason: ' the customer did it ' }))
    expect(c.status('report.content')).toBe('todo')
    expect(c.activity.at(-1)).toMatchObject({ what: 'step.skipped', params: { reason: 'the customer did it' } })
  })

  test('can be said before its turn', () => {
    const c = new WorkedCase()
    c.take(c.mark('crawler.schedule', 'skip'))
    expect(c.status('crawler.schedule')).toBe('not-applicable')
  })

  test('ends the wait that it would have ended: nobody waits for it any more', () => {
    const c = new WorkedCase().does(...PHASE_1)
    c.take(c.mark('report.delivered', 'skip', { reason: 'report came from before' }))
    expect(c.wait('report-delivery').cancelled).toEqual({ at: c.now, reason: 'report came from before' })
    expect(c.case.record.summary.dueAt).toBeNull()
  })
})

describe('a blocked step', () => {
  test('says why and since when, and is passed by in favour of what can be done', () => {
    const c = new WorkedCase()
      .does(...PHASE_1, 'report.delivered')
      .getsFile()
      .does('crawler-stack.name')
      .pass(2)
    c.take(c.mark('crawler-stack.create', 'block', { reason: 'no rights yet' }))
    expect(c.case.steps.at(-1)).toMatchObject({ state: 'blocked', reason: 'no rights yet', at: c.now })
    expect(c.case.record.summary).toMatchObject({ blocked: true, nextStep: 'submission.send' })
  })

  test('is done like any other once it can be', () => {
    const c = new WorkedCase()
    c.take(c.mark('report.sign-in', 'block')).does('report.sign-in')
    expect(c.status('report.sign-in')).toBe('done')
    expect(c.case.record.summary.blocked).toBe(false)
  })

  test('can be opened again without having been done', () => {
    const c = new WorkedCase()
    c.take(c.mark('report.sign-in', 'block')).take(c.mark('report.sign-in', 'reopen'))
    expect(c.status('report.sign-in')).toBe('todo')
  })
})

test('only what files and submissions settle cannot be ticked by hand', () => {
  const notByHand = mspCurExtraction.phases.flatMap((p) => p.steps).filter((s) => !isByHand(s))
  expect(notByHand.map((s) => s.id)).toEqual(['crawler-file.attach', 'submission.send', 'spot-link.received'])
})

test('a decision gives what the store needs and leaves the case as it was', () => {
  const c = new WorkedCase()
  const before = structuredClone(c.case)
  const mark = { stepId: 'report.sign-in', to: 'done', reason: '', evidence: null } as const
  const change = markStep(c.case, c.procedure, mark, c.act())
  expect(change).toMatchObject({ puts: [{ kind: 'case' }, { kind: 'step' }], activity: [{ what: 'step.done' }] })
  expect(c.case).toEqual(before)
  expect(stepOf(c.procedure, 'report.sign-in')?.evidence).toBe('optional')
})
