import { expect, test } from 'vitest'
import {
  linesOf,
  operatorsFromText,
  operatorsToText,
  readHours,
} from '../../../../../renderer/features/settings/operator-lines.ts'

test('operators written as lines are read back the same', () => {
  const operators = [
    { name: 'Ana Ruiz', email: 'ana@example.com' },
    { name: 'Jürgen', email: '' },
  ]
  expect(operatorsToText(operators)).toBe('Ana Ruiz <ana@example.com>\nJürgen')
  expect(operatorsFromText(operatorsToText(operators))).toEqual(operators)
  expect(operatorsFromText('\n  Ana Ruiz   < ana@example.com >  \n\n')).toEqual([operators[0]])
})

test.each(['', '\n', '<ana@example.com>', 'Ana <a> <b>', 'Ana > b'])('%j names no operators', (text) => {
  expect(operatorsFromText(text)).toBeNull()
})

test('lines are trimmed and empty ones passed over', () => {
  expect(linesOf(' a \n\n\tb\r\n')).toEqual(['a', 'b'])
})

test('hours are a number of zero or more, or left to the document', () => {
  expect(readHours('48')).toBe(48)
  expect(readHours(' 1,5 ')).toBe(1.5)
  expect(readHours('0')).toBe(0)
  expect(readHours('  ')).toBeUndefined()
  expect(readHours('-1')).toBeNull()
  expect(readHours('two')).toBeNull()
  expect(readHours('Infinity')).toBeNull()
})
