import { describe, expect, it } from 'vitest'
import { Decider, type Side } from '../../../../../shared/domain/handover/decide.ts'
import { handOver } from '../../../../../shared/domain/handover/hand-over.ts'
import { mergeCase } from '../../../../../shared/domain/handover/merge-case.ts'
import type { Case } from '../../../../../shared/domain/records/case-aggregate.ts'
import { makeAttachment, makeCheck, makeStep, makeSubmission, makeWait } from '../../../../support/records.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const early = '2026-11-14T09:00:00.000Z'
const late = '2026-11-15T09:00:00.000Z'
const base = new WorkedCase().case
const withParts = (own: Partial<Case>, record: Partial<Case['record']> = {}): Case => ({
  ...base,
  ...own,
  record: { ...base.record, ...record },
})

function merged(ours: Case, theirs: Case, others: Side | null = null, each: Record<string, Side> = {}) {
  const decider = new Decider({ each, others })
  const [handed] = handOver([theirs]).cases
  if (!handed) throw new Error('Nothing was handed over.')
  return { decider, result: mergeCase(ours, handed, decider) }
}
const conflictsOf = (decider: Decider) =>
  decider.conflicts.map(({ kind, field, ours, theirs }) => [kind, field, ours, theirs])

describe('two states of a case', () => {
  it('that are the same are one, whatever the order of what they hold', () => {
    const parts = { steps: [makeStep(), makeStep({ stepId: 'report.delivered' })], waits: [makeWait()] }
    const { decider, result } = merged(withParts(parts), withParts({ ...parts, steps: parts.steps.toReversed() }))
    expect(decider.conflicts).toEqual([])
    expect(result).toEqual(withParts(parts))
  })

  it('keep what only one of them has', () => {
    const ours = withParts({ steps: [makeStep()], attachments: [makeAttachment()] }, { facts: { a: '1' } })
    const theirs = withParts(
      {
        waits: [makeWait()],
        checks: [makeCheck()],
        submissions: [makeSubmission()],
        attachments: [makeAttachment({ id: 'more' })],
      },
      { facts: { b: '2' } },
    )
    const { decider, result } = merged(ours, theirs)
    expect(decider.conflicts).toEqual([])
    expect(result.record.facts).toEqual({ a: '1', b: '2' })
    expect([result.steps, result.waits, result.checks, result.submissions].map((all) => all.length)).toEqual([
      1, 1, 1, 1,
    ])
    expect(result.attachments.map(({ id }) => id)).toEqual(['attachment-1', 'more'])
  })

  it('leave each difference to a choice of its own, and keep the books of what was not kept', () => {
    const ours = withParts({ steps: [makeStep()] }, { notes: 'ours', owner: 'Ana', facts: { x: '1' }, updatedAt: late })
    const theirs = withParts(
      { steps: [makeStep({ state: 'blocked', reason: 'x' })] },
      { notes: 'theirs', owner: 'Bo', facts: { x: '2' }, updatedAt: early },
    )
    const open = merged(ours, theirs)
    expect(conflictsOf(open.decider).map(([kind, field]) => [kind, field])).toEqual([
      ['case', 'owner'],
      ['case', 'notes'],
      ['case', 'facts.x'],
      ['step', 'report.create'],
    ])
    expect(open.decider.open).toHaveLength(4)
    expect(open.decider.conflicts.map(({ newer }) => newer)).toEqual(['ours', 'ours', 'ours', 'ours'])
    expect(open.result.record).toMatchObject({ notes: 'ours', owner: 'Ana', facts: { x: '1' } })

    const chosen = merged(ours, theirs, 'theirs', { 'case/case-1/notes': 'ours' })
    expect(chosen.decider.open).toEqual([])
    expect(chosen.result.record).toMatchObject({ notes: 'ours', owner: 'Bo', facts: { x: '2' } })
    expect(chosen.result.steps[0]).toMatchObject({ state: 'blocked' })
    expect(chosen.decider.left.map(({ field, kept, left }) => [field, kept, left]).slice(0, 2)).toEqual([
      ['owner', 'Bo', 'Ana'],
      ['notes', 'ours', 'theirs'],
    ])
  })

  it('take the later of two results of one check, without asking', () => {
    for (const [a, b] of [
      [early, late],
      [late, early],
    ] as const) {
      const { decider, result } = merged(
        withParts({ checks: [makeCheck({ at: a, outcome: 'fail' })] }),
        withParts({ checks: [makeCheck({ at: b, outcome: 'pass' })] }),
      )
      expect(result.checks.map(({ at }) => at)).toEqual([late])
      expect(decider.conflicts).toEqual([])
    }
  })

  it('keep attempts that both sides numbered alike, theirs behind ours, and both sides’ replies', () => {
    const reply = (text: string, at: string) => ({ at, by: 'Ana', text, attachmentId: null })
    const shared = makeSubmission({ id: 'one', attempt: 1, state: 'returned' })
    const ours = [{ ...shared, replies: [reply('b', late)] }, makeSubmission({ id: 'two', attempt: 2 })]
    const theirs = [
      { ...shared, replies: [reply('a', early), reply('b', late)] },
      makeSubmission({ id: 'other', attempt: 2 }),
    ]
    const { decider, result } = merged(withParts({ submissions: ours }), withParts({ submissions: theirs }))
    expect(result.submissions.map(({ id, attempt }) => [id, attempt])).toEqual([
      ['one', 1],
      ['two', 2],
      ['other', 3],
    ])
    expect(result.submissions[0]?.replies.map(({ text }) => text)).toEqual(['a', 'b'])
    expect(decider.conflicts).toEqual([])
  })

  it('decide the life of an attempt as one: half of each never happened', () => {
    const sent = makeSubmission({ state: 'sent', sent: { at: early, by: 'Ana', via: '' }, ticket: 'A' })
    const withdrawn = makeSubmission({ state: 'withdrawn', closed: { at: late, by: 'Bo', reason: 'x' }, ticket: 'A' })
    const { decider, result } = merged(
      withParts({ submissions: [sent] }),
      withParts({ submissions: [withdrawn] }),
      'theirs',
    )
    expect(conflictsOf(decider)).toHaveLength(1)
    expect(result.submissions).toEqual([withdrawn])
  })

  it('name each conflict by case, part and field, as people and choices know it', () => {
    const ours = withParts(
      {
        steps: [makeStep()],
        waits: [makeWait(), makeWait({ id: 'wait-2', definition: 'spot-link' })],
        submissions: [makeSubmission({ attempt: 3, ticket: 'A' })],
      },
      { number: 7 },
    )
    const theirs = withParts(
      {
        steps: [makeStep({ reason: 'x' })],
        waits: [makeWait({ id: 'wait-2', definition: 'spot-link', graceHours: 1 }), makeWait()],
        submissions: [makeSubmission({ attempt: 3, ticket: 'B', state: 'sent' })],
      },
      { number: 9 },
    )
    const { decider } = merged(ours, theirs)
    expect(decider.conflicts.map(({ id, kind, of, field }) => [id, kind, of, field])).toEqual([
      ['step/case-1/report.create/report.create', 'step', 'C-7', 'report.create'],
      ['wait/case-1/wait-2/spot-link', 'wait', 'C-7', 'spot-link'],
      ['submission/case-1/submission-1/attempt 3', 'submission', 'C-7', 'attempt 3'],
      ['submission/case-1/submission-1/ticket of attempt 3', 'submission', 'C-7', 'ticket of attempt 3'],
    ])
  })

  it('have the later of both times', () => {
    const at = (updatedAt: string) => withParts({}, { updatedAt })
    expect(merged(at(early), at(late)).result.record.updatedAt).toBe(late)
    expect(merged(at(late), at(early)).result.record.updatedAt).toBe(late)
    expect(merged(at(late), at(late)).result.record.updatedAt).toBe(late)
  })

  it('find the same wait, check and attempt on either side by its own name, in any order', () => {
    const ours = withParts({
      waits: [makeWait({ id: 'a' }), makeWait({ id: 'b' })],
      checks: [makeCheck({ checkId: 'bucket.ready' }), makeCheck({ checkId: 'account.payer' })],
      submissions: [makeSubmission({ id: 'one', attempt: 1 }), makeSubmission({ id: 'two', attempt: 2 })],
      attachments: [makeAttachment({ id: 'x' }), makeAttachment({ id: 'y' })],
    })
    const { decider, result } = merged(ours, {
      ...ours,
      waits: ours.waits.toReversed(),
      checks: ours.checks.toReversed(),
      submissions: ours.submissions.toReversed(),
      attachments: ours.attachments.toReversed(),
    })
    expect(decider.conflicts).toEqual([])
    expect(result).toEqual(ours)
  })

  it('keep an attempt’s number where ours has none of it, and the order of the numbers', () => {
    const attempts = (...of: readonly (readonly [string, number])[]) =>
      withParts({ submissions: of.map(([id, attempt]) => makeSubmission({ id, attempt })) })
    const numbered = (ours: Case, theirs: Case) =>
      merged(ours, theirs).result.submissions.map(({ id, attempt }) => `${id} ${attempt}`)
    expect(numbered(attempts(['a', 1], ['c', 3]), attempts(['b', 2]))).toEqual(['a 1', 'b 2', 'c 3'])
    expect(numbered(attempts(['a', 1]), attempts(['b', 1], ['c', 2]))).toEqual(['a 1', 'b 2', 'c 3'])
    expect(numbered(attempts(), attempts(['b', 4]))).toEqual(['b 4'])
  })

  it('keep the replies of both in the order in which they came, each once', () => {
    const reply = (text: string, at: string) => ({ at, by: 'Ana', text, attachmentId: null })
    const withReplies = (...replies: ReturnType<typeof reply>[]) =>
      withParts({ submissions: [makeSubmission({ replies })] })
    const [a, b, c] = [reply('a', early), reply('b', early), reply('c', late)]
    const texts = (ours: Case, theirs: Case) =>
      merged(ours, theirs).result.submissions[0]?.replies.map(({ text }) => text)
    expect(texts(withReplies(c), withReplies(a, b))).toEqual(['a', 'b', 'c'])
    expect(texts(withReplies(b, a), withReplies(c, a))).toEqual(['b', 'a', 'c'])
    expect(texts(withReplies(a), withReplies(a, b, c))).toEqual(['a', 'b', 'c'])
  })

  it('have no field of every object’s own among their facts', () => {
    const { result } = merged(
      withParts({}, { facts: { constructor: 'x' } }),
      withParts({}, { facts: { toString: 'y' } }),
    )
    expect(result.record.facts).toEqual({ constructor: 'x', toString: 'y' })
  })
})
