import { describe, expect, test } from 'vitest'
import { currentSubmission } from '../../../../../shared/domain/case/facts-of.ts'
import { setRecipient } from '../../../../../shared/domain/submission/attempt.ts'
import { noteOnSubmission } from '../../../../../shared/domain/submission/note.ts'
import { waitState } from '../../../../../shared/domain/wait/wait-state.ts'
import { spotLink } from '../../../../support/spot-links.ts'
import { answer, close, drafted, exports, ready, send, sent } from '../../../../support/submissions.ts'
import { refusedWith, type WorkedCase } from '../../../../support/worked-case.ts'

const states = (c: WorkedCase) => c.case.submissions.map((s) => `${s.attempt} ${s.state}`)

describe('a submission', () => {
  test('goes from draft to exported to sent to answered, and takes its steps along', () => {
    const c = ready()
    const recipient = { kind: 'sales', name: 'Sam', email: 'sam@spot.example' } as const
    c.take(setRecipient(c.case, c.procedure, recipient, c.act()))
    expect(states(c)).toEqual(['1 draft'])
    expect(states(exports(c))).toEqual(['1 exported'])
    expect(c.status('submission.send')).toBe('todo')
    expect(c.case.waits.some((w) => w.definition === 'spot-link')).toBe(false)

    c.take(send(c))
    expect(states(c)).toEqual(['1 sent'])
    expect(c.status('submission.send')).toBe('done')
    expect(waitState(c.wait('spot-link'), c.now)).toMatchObject({ state: 'waiting', remainingMs: 72 * 3_600_000 })

    c.pass(50).take(answer(c, spotLink(), 'Sam confirmed the template bucket'))
    expect(states(c)).toEqual(['1 answered'])
    expect(c.status('spot-link.received')).toBe('done')
    expect(waitState(c.wait('spot-link'), c.now)).toMatchObject({ state: 'met', earlyByMs: 22 * 3_600_000 })
    expect(c.facts.spotLink).toBe(spotLink())
  })

  test('is exported as often as is wanted before it goes out: the same attempt, from the same day', () => {
    const c = exports(ready())
    const [first] = c.case.submissions
    exports(c.pass(30))
    expect(c.case.submissions).toMatchObject([{ id: first?.id, attempt: 1, createdAt: first?.createdAt }])
  })

  test('starts the 72 hours when it was sent, not when that was typed in', () => {
    const c = exports(ready()).pass(10)
    c.take(send(c, '2026-11-16T11:00:00.000Z'))
    expect(c.wait('spot-link')).toMatchObject({ anchorAt: '2026-11-16T11:00:00.000Z', recordedAt: c.now })
    expect(c.case.submissions[0]?.sent).toEqual({ at: '2026-11-16T11:00:00.000Z', by: 'Ana', via: 'e-mail' })
  })
})

describe('marking it sent is refused', () => {
  test('before anything was exported', () => {
    expect(refusedWith(send(ready())).code).toBe('submission.unknown')
    expect(refusedWith(send(drafted()))).toMatchObject({ code: 'submission.not-exported', params: { state: 'draft' } })
  })

  test('twice', () => {
    const c = sent()
    expect(refusedWith(send(c))).toMatchObject({ code: 'submission.sent-before', params: { at: c.now } })
  })

  test('for an instant that has not come', () => {
    expect(refusedWith(send(exports(ready()), '2026-11-16T09:00:01.000Z'))).toMatchObject({
      code: 'instant.future',
      field: 'at',
    })
  })

  test.each([
    ['CUR bucket name', { bucket: 'another-bucket' }],
    ['Stack name', { crawlerStackName: 'AnotherStack' }],
    ['Prefix', { prefix: 'another' }],
    ['Spot Org IDs', { orgIds: '707707707707' }],
    ['Management account ID', { managementAccountId: '444455556666' }],
  ])('while its %s is not what was exported: it is exported again first', (item, facts) => {
    const c = exports(ready()).sets(facts)
    expect(refusedWith(send(c))).toMatchObject({ code: 'submission.stale', params: { changed: item } })
    expect(states(exports(c).take(send(c)))).toEqual(['1 sent'])
  })

  test('while two items are not what was exported, and says both', () => {
    const c = exports(ready()).sets({ prefix: 'another', bucket: 'another-bucket' })
    expect(refusedWith(send(c)).params.changed).toBe('CUR bucket name, Prefix')
  })

  test('while another crawler file is attached than was exported', () => {
    const c = exports(ready()).getsFile({ sha256: 'cd'.repeat(32) })
    expect(refusedWith(send(c))).toMatchObject({ code: 'submission.stale', params: { changed: 'The crawler file' } })
  })

  test('while an item is missing that was exported', () => {
    const c = exports(ready()).changes((change) => change.withCustomer({ orgIds: [] }))
    expect(refusedWith(send(c)).code).toBe('submission.incomplete')
  })

  test('in a case that is not open', () => {
    const c = exports(ready())
    c.take(c.move('hold'))
    expect(refusedWith(send(c)).code).toBe('case.not-open')
  })
})

describe('what Spot has', () => {
  test.each([
    { bucket: 'another-bucket' },
    { prefix: 'another' },
    { crawlerStackName: 'AnotherStack' },
    { orgIds: '707707707707' },
    { managementAccountId: '444455556666' },
  ])('is not changed beneath it: %o', (facts) => {
    const c = sent()
    expect(() => c.sets(facts)).toThrow('Spot already has this value in submission 1.')
    c.pass(80).take(answer(c, spotLink(), 'yes'))
    expect(() => c.sets(facts)).toThrow('Spot already has this value')
  })

  test('may be said again, and the rest may change', () => {
    const c = sent().sets({ prefix: 'spotinst_eco', accountList: '111122223333' })
    expect(c.facts.accountList).toBe('111122223333')
  })

  test('is not sent to somebody else', () => {
    const c = sent()
    const recipient = { kind: 'support', name: '', email: '' } as const
    const change = () => refusedWith(setRecipient(c.case, c.procedure, recipient, c.act()))
    expect(change()).toMatchObject({ code: 'submission.sent-before', params: { at: c.now } })
    const sentAt = c.now
    c.pass(50).take(answer(c, spotLink(), 'yes'))
    expect(change()).toMatchObject({ code: 'submission.sent-before', params: { at: sentAt } })
    expect(refusedWith(send(c))).toMatchObject({ code: 'submission.sent-before', params: { at: sentAt } })
  })
})

describe('a submission sent back', () => {
  test('keeps the first attempt, and the next one starts the 72 hours anew', () => {
    const c = sent().pass(40)
    c.take(close(c, 'returned', ' Org ID is not known '))
    expect(states(c)).toEqual(['1 returned'])
    expect(c.case.submissions[0]?.closed).toEqual({ at: c.now, by: 'Ana', reason: 'Org ID is not known' })
    expect(c.wait('spot-link').cancelled).toEqual({ at: c.now, reason: 'returned' })
    expect(c.status('submission.send')).toBe('todo')
    expect(currentSubmission(c.case)).toBeNull()

    exports(c.sets({ orgIds: '707707707707' })).pass(2)
    c.take(send(c))
    expect(states(c)).toEqual(['1 returned', '2 sent'])
    expect(c.case.submissions[0]?.items?.orgIds).toEqual(['606606606606'])
    expect(c.case.submissions[1]?.items?.orgIds).toEqual(['707707707707'])
    expect(waitState(c.wait('spot-link'), c.now)).toMatchObject({ state: 'waiting', remainingMs: 72 * 3_600_000 })
    expect(c.case.waits.filter((w) => w.definition === 'spot-link')).toHaveLength(2)
    expect(c.case.record.summary).toMatchObject({ waitDefinition: 'spot-link', submissionState: 'sent' })
  })

  test('goes on to the same recipient, under the same ticket', () => {
    const c = ready()
    const recipient = { kind: 'sales', name: 'Kim', email: 'kim@spot.example' } as const
    c.take(setRecipient(c.case, c.procedure, recipient, c.act()))
    exports(c).take(send(c))
    c.take(noteOnSubmission(c.case, c.procedure, { attempt: null, ticket: 'SPOT-4711', reply: null }, c.act()))
    c.take(close(c, 'returned'))
    expect(exports(c).case.submissions[1]).toMatchObject({ attempt: 2, recipient, ticket: 'SPOT-4711' })
  })

  test('leaves what does not hang on it alone', () => {
    const c = sent().does('crawler-stack.create', 'crawler.schedule')
    c.take(close(c, 'returned'))
    expect(c.status('crawler.schedule')).toBe('done')
  })

  test.each([
    ['before it was sent', () => exports(ready()), 'x', undefined, 'submission.not-sent'],
    ['without a reason', sent, '  ', undefined, 'submission.reason-missing'],
    ['in the future', sent, 'x', '2026-11-17T09:00:00.000Z', 'instant.future'],
    ['before it had been sent', sent, 'x', '2026-11-16T08:00:00.000Z', 'submission.early-answer'],
    ['that never was', ready, 'x', undefined, 'submission.unknown'],
  ] as const)('%s is refused', (_, given, reason, at, code) => {
    expect(refusedWith(close(given(), 'returned', reason, at)).code).toBe(code)
  })
})

describe('a submission withdrawn', () => {
  test.each([
    ['drafted', drafted],
    ['exported', () => exports(ready())],
    ['sent', sent],
  ])('once %s makes room for another attempt', (_, given) => {
    const c = given()
    c.take(close(c, 'withdrawn'))
    expect(states(c)).toEqual(['1 withdrawn'])
    expect(states(exports(c))).toEqual(['1 withdrawn', '2 exported'])
  })

  test('may have been taken back before the instant at which it was marked sent', () => {
    const c = sent().pass(3)
    c.take(close(c, 'withdrawn', 'never left the house', '2026-11-16T08:00:00.000Z'))
    expect(c.case.submissions[0]?.closed?.at).toBe('2026-11-16T08:00:00.000Z')
  })

  test('leaves a step of the submission that was only blocked as it is', () => {
    const c = exports(ready())
    c.take(c.mark('submission.send', 'block', { reason: 'the mail server is down' }))
    c.take(close(c, 'withdrawn'))
    expect(c.status('submission.send')).toBe('blocked')
  })

  test('cancels its wait', () => {
    const c = sent().pass(3)
    c.take(close(c, 'withdrawn'))
    expect(c.wait('spot-link').cancelled).toEqual({ at: c.now, reason: 'withdrawn' })
    expect(c.case.record.summary.dueAt).toBeNull()
  })

  test('after it was answered takes the link back and what was built on it; that Spot had answered stays true', () => {
    const c = sent().pass(60)
    c.take(answer(c, spotLink(), 'yes')).does('extractor.open-link')
    const met = c.now
    c.pass(5).take(close(c, 'withdrawn'))
    expect(c.facts.spotLink).toBeNull()
    expect(c.status('extractor.open-link')).toBe('locked')
    expect(c.status('spot-link.received')).toBe('locked')
    expect(c.wait('spot-link')).toMatchObject({ metAt: met, cancelled: null })
    expect(c.case.record.summary.dueAt).toBeNull()
  })
})
