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

  it('have no field of every object’s own among their facts', () => {
    const { result } = merged(
      withParts({}, { facts: { constructor: 'x' } }),
      withParts({}, { facts: { toString: 'y' } }),
    )
    expect(result.record.facts).toEqual({ constructor: 'x', toString: 'y' })
  })
})
