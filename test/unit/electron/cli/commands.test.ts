import { describe, expect, test } from 'vitest'
import { commands } from '../../../../electron/cli/commands/index.ts'
import { GLOBAL_OPTIONS, usageLine } from '../../../../electron/cli/parse.ts'
import { casebookHere } from '../../../support/casebook.ts'

/** What can be typed, with the options each command has to have: the table of PRODUCT.md, as far as it is built. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  init: ['company', 'msp-account'],
  'payer add': ['account', 'kind', 'report', 'bucket', 'prefix', 'region', 'aws-profile'],
  'payer list': [],
  'customer add': ['name', 'management-account', 'org', 'payer'],
  'customer list': [],
  'case open': ['customer', 'procedure', 'bucket', 'report', 'prefix', 'stack'],
  'case list': ['query', 'state'],
  'case show': [],
  'case set': [],
  'case step': ['evidence', 'reason'],
  'case check': ['all'],
  'case do': ['yes'],
  'case crawler': ['file'],
  'submission preflight': [],
  'submission export': ['out', 'format'],
  'submission sent': ['at', 'via'],
  'submission answered': ['link'],
  'submission returned': ['reason'],
  'submission withdraw': ['reason'],
  'template check': ['bucket', 'prefix', 'report'],
  'link check': ['bucket', 'prefix'],
  due: ['within'],
  serve: ['port'],
  'practice aws': ['port', 'scenario', 'speed'],
  demo: ['customers', 'out'],
  seed: ['cases'],
  bench: ['quick'],
}

describe('the commands', () => {
  test.each(Object.entries(TABLE))('%s takes %j', (name, options) => {
    const command = commands.find((c) => c.path.join(' ') === name)
    expect(Object.keys(command?.options ?? {})).toEqual(expect.arrayContaining([...options]))
  })

  test.each(commands.map((c) => [c.path.join(' '), c] as const))('%s explains itself', async (_, command) => {
    const { exit, stdout, stderr } = await casebookHere([...command.path, '--help'])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toContain(command.summary)
    expect(stdout).toContain(`Usage: ${usageLine(command)}`)
    for (const [name, option] of Object.entries({ ...command.options, ...GLOBAL_OPTIONS })) {
      expect(stdout).toMatch(new RegExp(`^ +--${name}\\b.*\\S`, 'm'))
      expect(option.help, name).toMatch(/\S/)
    }
  })

  test('are all in the overview', async () => {
    for (const words of [['--help'], ['help'], ['--json', '--help']]) {
      const { exit, stdout } = await casebookHere(words)
      expect(exit).toBe(0)
      for (const command of commands) expect(stdout).toContain(`  ${command.path.join(' ')} `)
    }
  })

  test('of one kind are listed by that kind', async () => {
    const { exit, stdout } = await casebookHere(['submission', '--help'])
    expect(exit).toBe(0)
    expect(stdout).toContain('submission withdraw')
    expect(stdout).not.toContain('case open')
  })

  test('have names of their own, and no option twice', () => {
    const names = commands.map((c) => c.path.join(' '))
    expect(names).toEqual([...new Set(names)])
    for (const { options } of commands)
      for (const name of Object.keys(options)) expect(GLOBAL_OPTIONS).not.toHaveProperty(name)
  })

  test('tell the version', async () => {
    expect((await casebookHere(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
