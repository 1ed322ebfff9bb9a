import { describe, expect, it } from 'vitest'
import { noteOnSubmission } from '../../../../../shared/domain/submission/note.ts'
import { turnaroundOf } from '../../../../../shared/domain/submission/turnaround.ts'
import { makeAttachment, makeSubmission, makeWait } from '../../../../support/records.ts'
import { refusedWith, START, WorkedCase } from '../../../../support/worked-case.ts'

const withAttempts = (...attempts: readonly number[]) => {
  const worked = new WorkedCase()
  for (const attempt of attempts) {
    const state = attempt === attempts.at(-1) ? 'sent' : 'returned'
    worked.changes((change) => change.withSubmission(makeSubmission({ id: `attempt-${attempt}`, attempt, state })))
  }
  return worked
}
const note = { attempt: null, ticket: null, reply: null }
const add = (worked: WorkedCase, own: Partial<Parameters<typeof noteOnSubmission>[2]>, at?: string) =>
  noteOnSubmission(worked.case, worked.procedure, { ...note, ...own }, worked.act(at))

describe('what Spot said of a submission', () => {
  it('is kept with the newest attempt, and on the record', () => {
    const worked = withAttempts(1, 2)
    worked.take(add(worked, { ticket: ' SPOT-4711 ', reply: { text: 'We look at it.\nSam', file: null } }))
    const [first, second] = worked.case.submissions
    expect(first).toMatchObject({ ticket: '', replies: [] })
    expect(second).toMatchObject({
      state: 'sent',
      ticket: 'SPOT-4711',
      replies: [{ at: START, by: 'Ana', text: 'We look at it.\nSam', attachmentId: null }],
    })
    expect(worked.activity.slice(-2).map(({ what, params }) => [what, params])).toEqual([
      ['submission.ticket', { attempt: 2, before: '', after: 'SPOT-4711' }],
      ['submission.reply', { attempt: 2, text: 'We look at it.' }],
    ])
  })

  it('can belong to an earlier attempt, with the file it came as', () => {
    const worked = withAttempts(1, 2)
    const file = makeAttachment({ id: 'file-9', name: 'reply.eml' })
    worked.take(add(worked, { attempt: 1, reply: { text: '', file } }))
    expect(worked.case.submissions[0]?.replies).toEqual([{ at: START, by: 'Ana', text: '', attachmentId: 'file-9' }])
    expect(worked.case.attachments[0]?.id).toBe('file-9')
  })

  it('is kept in a case that is closed, too', () => {
    const worked = withAttempts(1)
    worked.take(worked.move('abandon'))
    worked.take(add(worked, { reply: { text: 'Sorry for the delay.', file: null } }))
    expect(worked.case.submissions[0]?.replies).toHaveLength(1)
    expect(worked.case.record.state).toBe('abandoned')
  })

  it('is refused where there is nothing to keep, or nothing to keep it with', () => {
    const worked = withAttempts(1)
    expect(refusedWith(add(worked, {})).code).toBe('note.empty')
    expect(refusedWith(add(worked, { reply: { text: ' \n', file: null } })).code).toBe('reply.empty')
    expect(refusedWith(add(worked, { attempt: 7, ticket: 'x' })).code).toBe('submission.unknown')
    expect(refusedWith(add(new WorkedCase(), { ticket: 'x' })).code).toBe('submission.unknown')
    const future = '2026-12-24T00:00:00.000Z'
    expect(refusedWith(add(worked, { reply: { text: 'x', file: null } }, future)).code).toBe('instant.future')
  })

  it('is the ticket alone, or the reply alone, or both', () => {
    const worked = withAttempts(1)
    const before = worked.activity.length
    worked.take(add(worked, { ticket: 'SPOT-1' }))
    worked.take(add(worked, { ticket: 'SPOT-1', reply: { text: 'x', file: null } }))
    worked.take(add(worked, { reply: { text: 'y', file: null } }))
    expect(worked.recorded.slice(before)).toEqual(['submission.ticket', 'submission.reply', 'submission.reply'])
    expect(worked.case.submissions[0]?.replies.map(({ text }) => text)).toEqual(['x', 'y'])
    expect(refusedWith(add(worked, { ticket: ' SPOT-1 ' })).code).toBe('note.empty')
  })

  it.each([
    ['one\r\ntwo', 'one'],
    ['one\rtwo', 'one'],
    ['x'.repeat(120), 'x'.repeat(120)],
    ['x'.repeat(121), `${'x'.repeat(119)}…`],
  ])('is on the record by its first line: %j', (text, line) => {
    const worked = withAttempts(1)
    worked.take(add(worked, { reply: { text, file: null } }))
    expect(worked.activity.at(-1)?.params).toEqual({ attempt: 1, text: line })
  })

  it('is on the record with the file it came as', () => {
    const worked = withAttempts(1)
    worked.take(add(worked, { reply: { text: '', file: makeAttachment({ name: 'reply.eml' }) } }))
    expect(worked.activity.at(-1)?.params).toEqual({ attempt: 1, text: '', file: 'reply.eml', sha256: 'ab'.repeat(32) })
  })

  it('ends at 200 replies', () => {
    const worked = withAttempts()
    const replies = Array.from({ length: 200 }, () => ({ at: START, by: 'Ana', text: 'x', attachmentId: null }))
    worked.changes((change) => change.withSubmission(makeSubmission({ replies })))
    expect(refusedWith(add(worked, { reply: { text: 'x', file: null } })).code).toBe('reply.too-many')
  })
})

describe('Spot’s turnaround', () => {
  const sent = { at: '2026-11-16T09:00:00.000Z', by: 'Ana', via: '' }
  const wait = makeWait({ definition: 'spot-link', submissionId: 'submission-1', anchorAt: sent.at, expectedHours: 72 })
  const answeredAt = (at: string) =>
    turnaroundOf(makeSubmission({ state: 'answered', sent, answered: { at, by: 'Ana', link: 'x' } }), [wait])

  it('runs from the sending to the answer, and is late beyond the hours that were expected', () => {
    expect(answeredAt('2026-11-19T09:00:00.000Z')).toEqual({ ms: 72 * 3_600_000, expectedHours: 72, late: false })
    expect(answeredAt('2026-11-19T09:00:00.001Z')).toMatchObject({ late: true })
  })

  it('is held to the wait of its own sending, and not late while that was paused', () => {
    const s = makeSubmission({
      state: 'answered',
      sent,
      answered: { at: '2026-11-19T10:00:00.000Z', by: 'Ana', link: 'x' },
    })
    const late = (own: object, ...others: (typeof wait)[]) => turnaroundOf(s, [...others, { ...wait, ...own }])
    expect(late({})).toMatchObject({ expectedHours: 72, late: true })
    expect(late({ pausedMillis: 3_600_000 })).toMatchObject({ late: false })
    expect(late({ pausedMillis: 3_599_999 })).toMatchObject({ late: true })
    const other = { ...wait, submissionId: 'another', expectedHours: 1 }
    const earlier = { ...wait, anchorAt: '2026-11-15T09:00:00.000Z', expectedHours: 1 }
    expect(late({}, other, earlier)).toMatchObject({ expectedHours: 72 })
    expect(turnaroundOf(s, [other, earlier])).toMatchObject({ expectedHours: null, late: false })
  })

  it('runs to the return, too', () => {
    const closed = { at: '2026-11-17T09:00:00.000Z', by: 'Ana', reason: 'x' }
    expect(turnaroundOf(makeSubmission({ state: 'returned', sent, closed }), [])).toEqual({
      ms: 24 * 3_600_000,
      expectedHours: null,
      late: false,
    })
  })

  it('is not there while it is with Spot, nor where we took it back', () => {
    expect(turnaroundOf(makeSubmission({ state: 'sent', sent }), [wait])).toBeNull()
    const closed = { at: '2026-11-17T09:00:00.000Z', by: 'Ana', reason: 'x' }
    expect(turnaroundOf(makeSubmission({ state: 'withdrawn', sent, closed }), [wait])).toBeNull()
  })
})
