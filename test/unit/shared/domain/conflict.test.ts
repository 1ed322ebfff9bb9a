import { expect, test } from 'vitest'
import { conflictValues } from '../../../../shared/domain/conflict.ts'

test.each([
  ['a text', 'one', 'two', 'one', 'two'],
  ['a blank text', '', 'two', '', 'two'],
  ['what is not there', null, 'two', '', 'two'],
  ['what was left out', 'one', undefined, 'one', ''],
  ['a list of texts', ['a', 'b'], ['b'], 'a, b', 'b'],
  ['an empty list', [], ['b'], '', 'b'],
  ['records in a list', [{ name: 'Kim' }], [], '[{"name":"Kim"}]', ''],
  ['a mixed list', ['a', 1], [], '["a",1]', ''],
  ['a number', 24, 48, '24', '48'],
  ['a switch', true, false, 'true', 'false'],
])('two values that differ are both told as text: %s', (_, yours, theirs, a, b) => {
  expect(conflictValues({ field: yours }, { field: theirs })).toEqual([{ field: 'field', yours: a, theirs: b }])
})

test('what reads the same is no conflict', () => {
  expect(conflictValues({ a: '', b: ['x'], c: { d: 1 } }, { a: null, b: ['x'], c: { d: 1 } })).toEqual([])
})

test('only what was set is compared, and never what every change sets by itself', () => {
  const yours = { notes: 'one', owner: 'Ana', revision: 3, updatedAt: 'noon', summary: { stepsDone: 1 } }
  const theirs = { notes: 'two', owner: 'Ana', revision: 4, updatedAt: 'later', summary: { stepsDone: 2 }, tags: ['x'] }
  expect(conflictValues(yours, theirs).map(({ field }) => field)).toEqual(['notes'])
})
