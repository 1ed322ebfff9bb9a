import { describe, expect, it } from 'vitest'
import { Decider, newerOf, type Place, same } from '../../../../../shared/domain/handover/decide.ts'

const place: Place = { kind: 'case', id: 'case-1', of: 'C-1', newer: null }

describe('a difference', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, '(not there)'],
    ['what was left out', undefined, '(not there)'],
    ['a blank', '', '(blank)'],
    ['a text', 'as it is', 'as it is'],
    ['a number', 72, '72'],
    ['a switch', false, 'false'],
    ['a list', ['b', 'a'], 'b, a'],
    ['an empty list', [], '(none)'],
    ['a record', { state: 'done', by: 'Ana', reason: '', evidence: null }, 'state: done; by: Ana'],
    [
      'a record without what tells machines apart',
      { id: 'x', caseId: 'x', stepId: 'x', submissionId: 'x', attachmentId: 'x', payerId: 'x', state: 'done' },
      'state: done',
    ],
    ['a record that says nothing', { id: 'x', reason: '' }, '(none)'],
    ['a record in a record', { sent: { at: 'noon', via: '' } }, 'sent: (at: noon)'],
    ['records in a list', [{ name: 'Kim', email: '' }, { name: 'Lee' }], '(name: Kim); (name: Lee)'],
    ['a list in a record', { items: { orgIds: ['6', '7'] } }, 'items: (orgIds: (6; 7))'],
    ['a long text', 'x'.repeat(2_001), 'x'.repeat(2_000)],
  ])('is told as a person reads it: %s', (_, value, text) => {
    const decider = new Decider({ each: {}, others: null })
    decider.pick<unknown>(place, 'field', value, 'another')
    decider.pick<unknown>(place, 'field', 'another', value)
    expect(decider.conflicts.map(({ ours, theirs }) => [ours, theirs])).toEqual([
      [text, 'another'],
      ['another', text],
    ])
  })

  it('is no difference where only the order of the keys is another', () => {
    expect(same({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true)
    expect(same([1, 2], [2, 1])).toBe(false)
    expect(same({ a: null }, { a: undefined })).toBe(false)
    const decider = new Decider({ each: {}, others: null })
    expect(decider.pick(place, 'field', { a: 1, b: 2 }, { b: 2, a: 1 })).toEqual({ a: 1, b: 2 })
    expect(decider.conflicts).toEqual([])
  })

  it('is decided by its own choice before that for all others, and else stays open with ours', () => {
    const pick = (...choices: ConstructorParameters<typeof Decider>) => {
      const decider = new Decider(...choices)
      const kept = decider.pick(place, 'notes', 'ours', 'theirs')
      return [kept, decider.open.length, decider.left.map(({ field, kept: k, left }) => [field, k, left])]
    }
    expect(pick({ each: { 'case/case-1/notes': 'theirs' }, others: 'ours' })).toEqual([
      'theirs',
      0,
      [['notes', 'theirs', 'ours']],
    ])
    expect(pick({ each: {}, others: 'ours' })).toEqual(['ours', 0, [['notes', 'ours', 'theirs']]])
    expect(pick({ each: { 'case/case-1/owner': 'theirs' }, others: null })).toEqual(['ours', 1, []])
  })

  it('takes no choice from what every object has', () => {
    const decider = new Decider({ each: Object.create({ 'case/case-1/notes': 'theirs' }), others: null })
    expect(decider.pick(place, 'notes', 'ours', 'theirs')).toBe('ours')
  })

  it('says whose record was changed last, where that is known', () => {
    const [early, late] = [{ updatedAt: '2026-11-14T09:00:00.000Z' }, { updatedAt: '2026-11-15T09:00:00.000Z' }]
    expect([newerOf(early, late), newerOf(late, early), newerOf(early, early)]).toEqual(['theirs', 'ours', null])
  })
})
