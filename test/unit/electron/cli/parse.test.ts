import { describe, expect, test } from 'vitest'
import { type Command, WrongUsage } from '../../../../electron/cli/command.ts'
import { readInstant } from '../../../../electron/cli/instants.ts'
import { commandFirst, findCommand, parseLine, usageLine } from '../../../../electron/cli/parse.ts'
import { table } from '../../../../electron/cli/table.ts'

function command(own: Partial<Command> = {}): Command {
  return {
    path: ['case', 'paint'],
    summary: 'paint a case',
    positionals: ['CASE', '[COLOUR]'],
    options: {
      coats: { type: 'string', value: 'N', help: 'how many', required: true },
      finish: { type: 'string', value: 'KIND', help: 'which', oneOf: ['matt', 'gloss'] },
      fast: { type: 'boolean', value: '', help: 'hurry' },
    },
    workspace: false,
    run: async () => ({ json: null, text: '' }),
    ...own,
  }
}

describe('the words of a line', () => {
  test.each([
    [
      ['case', 'list', '--json'],
      ['case', 'list', '--json'],
    ],
    [
      ['--json', 'case', 'list'],
      ['case', 'list', '--json'],
    ],
    [
      ['--data-dir', 'd', '--json', 'case', 'list'],
      ['case', 'list', '--json', '--data-dir', 'd'],
    ],
    [
      ['--data-dir=d', 'case', 'list'],
      ['case', 'list', '--data-dir=d'],
    ],
    [
      ['--loud', 'case', 'list'],
      ['--loud', 'case', 'list'],
    ],
    [['--help'], ['--help']],
    [[], []],
  ])('%j are read as %j: what every command takes may stand before it', (typed, read) => {
    expect(commandFirst(typed)).toEqual(read)
  })

  test('name the longest command that fits', () => {
    const [one, two] = [command({ path: ['case'] }), command()]
    expect(findCommand([one, two], ['case', 'paint', 'C-1'])).toEqual({ command: two, rest: ['C-1'] })
    expect(findCommand([one, two], ['case', 'C-1'])).toEqual({ command: one, rest: ['C-1'] })
    expect(findCommand([two], ['case'])).toBeNull()
  })
})

describe('a line', () => {
  test('is read into values and positionals, in any order', () => {
    const { values, positionals } = parseLine(command(), ['--coats', '2', 'C-1', '--fast', 'red'])
    expect(values).toMatchObject({ coats: '2', fast: true })
    expect(positionals).toEqual(['C-1', 'red'])
  })

  test.each([
    [['C-1'], '--coats is missing.'],
    [['--coats', '2'], 'CASE is missing.'],
    [['C-1', 'red', 'blue', '--coats', '2'], '“blue” is one word too many.'],
    [['C-1', '--coats', '2', '--finish', 'satin'], '--finish takes matt or gloss, not “satin”.'],
    [['C-1', '--coats'], '--coats'],
    [['C-1', '--coats', '2', '--fast=yes'], '--fast'],
    [['C-1', '--coats', '2', '--glitter'], '--glitter'],
  ])('%j is wrong usage: %s', (words, said) => {
    expect(() => parseLine(command(), words)).toThrow(WrongUsage)
    expect(() => parseLine(command(), words)).toThrow(said)
  })

  test('may repeat its last word where the command says so', () => {
    const many = command({ positionals: ['CASE…'], options: {} })
    expect(parseLine(many, ['C-1', 'C-2', 'C-3']).positionals).toEqual(['C-1', 'C-2', 'C-3'])
    expect(() => parseLine(many, [])).toThrow('CASE… is missing.')
  })

  test('that asks for help needs nothing else', () => {
    expect(parseLine(command(), ['--help']).values.help).toBe(true)
  })

  test('is shown as it is to be typed', () => {
    expect(usageLine(command())).toBe('casebook case paint CASE [COLOUR] --coats N [--finish matt|gloss] [--fast]')
  })
})

describe('an instant as typed', () => {
  test.each([
    ['2026-11-14T15:20:00Z', '2026-11-14T15:20:00.000Z'],
    ['2026-11-14T15:20Z', '2026-11-14T15:20:00.000Z'],
    ['2026-11-14T16:20:30.5+01:00', '2026-11-14T15:20:30.500Z'],
    ['2026-12-31T23:30:00-05:00', '2027-01-01T04:30:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('%s is %s', (typed, instant) => {
    expect(readInstant(typed)).toBe(instant)
  })

  test.each(['2026-11-14', '2026-11-14T15:20:00', '2026-02-30T10:00:00Z', '2026-11-14T25:00:00Z', 'tomorrow', ''])(
    '%j is none: a time without a zone, or a day that there is not',
    (typed) => {
      expect(() => readInstant(typed)).toThrow(WrongUsage)
    },
  )

  test('may be left out', () => {
    expect(readInstant(undefined)).toBeUndefined()
  })
})

test('a table stands in columns, whatever is in it', () => {
  expect(
    table(
      ['Case', 'Customer'],
      [
        ['C-1', 'Café Señorial'],
        ['C-10', ''],
      ],
    ),
  ).toBe('Case  Customer\n────  ─────────────\nC-1   Café Señorial\nC-10')
})
