import { parseArgs } from 'node:util'
import { type Command, type Option, WrongUsage } from './command.ts'

export const GLOBAL_OPTIONS: Readonly<Record<string, Option>> = {
  'data-dir': { type: 'string', value: 'DIR', help: 'where the workspace is kept' },
  practice: { type: 'boolean', value: '', help: 'the practice workspace in that folder, with simulated AWS' },
  json: { type: 'boolean', value: '', help: 'print one JSON document on stdout and nothing else' },
  now: { type: 'string', value: 'INSTANT', help: 'move the practice clock on to this instant first (practice only)' },
  help: { type: 'boolean', value: '', help: 'what the command takes' },
}

/** What an option was given: a text, a switch, or every text of one that repeats. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface ParsedLine {
  readonly positionals: readonly string[]
  readonly values: Values
}

/** The words with the options that every command takes put behind it, where they were given before its name. */
export function commandFirst(words: readonly string[]): readonly string[] {
  const option = /^--([a-z-]+)(=)?/.exec(words[0] ?? '')
  const known = option && GLOBAL_OPTIONS[option[1] ?? '']
  if (!known) return words
  const length = known.type === 'string' && option[2] === undefined ? 2 : 1
  return [...commandFirst(words.slice(length)), ...words.slice(0, length)]
}

/** The command that the words name, and the words left over; null where they name none. */
export function findCommand(
  commands: readonly Command[],
  words: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | null {
  const named = commands
    .filter((c) => c.path.every((word, i) => words[i] === word))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return named ? { command: named, rest: words.slice(named.path.length) } : null
}

/** The commands whose names begin with the words: what `casebook case --help` lists. */
export function commandsUnder(commands: readonly Command[], words: readonly string[]): readonly Command[] {
  const named = words.filter((w) => !w.startsWith('-'))
  return named.length === 0 ? [] : commands.filter((c) => named.every((word, i) => c.path[i] === word))
}

/** Reads the words after a command's name. Throws WrongUsage with what is wrong. */
export function parseLine(command: Command, rest: readonly string[]): ParsedLine {
  const options = { ...command.options, ...GLOBAL_OPTIONS }
  const config = Object.fromEntries(
    Object.entries(options).map(([name, o]) => [name, { type: o.type, multiple: o.repeats === true }]),
  )
  const { values, positionals } = parse(config, rest)
  if (values.help === true) return { positionals, values }
  for (const [name, option] of Object.entries(options)) {
    const value = values[name]
    if (option.required && value === undefined) throw new WrongUsage(`--${name} is missing.`)
    if (option.oneOf && typeof value === 'string' && !option.oneOf.includes(value)) {
      throw new WrongUsage(`--${name} takes ${option.oneOf.join(' or ')}, not “${value}”.`)
    }
  }
  const needed = command.positionals.filter((p) => !p.startsWith('[')).length
  const repeats = command.positionals.at(-1)?.includes('…') ?? false
  if (positionals.length < needed) {
    throw new WrongUsage(`${command.positionals[positionals.length] ?? 'A word'} is missing.`)
  }
  if (!repeats && positionals.length > command.positionals.length) {
    throw new WrongUsage(`“${positionals[command.positionals.length]}” is one word too many.`)
  }
  return { positionals, values }
}

function parse(
  config: Record<string, { type: 'string' | 'boolean'; multiple: boolean }>,
  args: readonly string[],
): ParsedLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: config,
      allowPositionals: true,
      strict: true,
    })
    return { values: values as ParsedLine['values'], positionals }
  } catch (thrown) {
    throw new WrongUsage(thrown instanceof Error ? `${thrown.message.split('. ')[0]}.` : String(thrown))
  }
}

/** `casebook case step CASE STEP done|skip|block|reopen [--reason TEXT]`. */
export function usageLine(command: Command): string {
  const options = Object.entries(command.options).map(([name, o]) => {
    const text = o.type === 'boolean' ? `--${name}` : `--${name} ${o.oneOf?.join('|') ?? o.value}`
    const whole = o.repeats ? `${text}…` : text
    return o.required ? whole : `[${whole}]`
  })
  return ['casebook', ...command.path, ...command.positionals, ...options].join(' ')
}

/** The help page of one command. */
export function helpPage(command: Command): string {
  const rows = Object.entries({ ...command.options, ...GLOBAL_OPTIONS }).map(
    ([name, o]) => [`--${name}${o.value ? ` ${o.value}` : ''}`, o.help] as const,
  )
  const width = Math.max(...rows.map(([left]) => left.length))
  const lines = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
  return `${command.summary}\n\nUsage: ${usageLine(command)}\n\n${lines.join('\n')}`
}

/** The help page of all commands. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map((c) => [c.path.join(' '), c.summary] as const)
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    'MSP Casebook on the command line.',
    '',
    'Usage: casebook COMMAND … [--data-dir DIR] [--json]',
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
    'casebook COMMAND --help says what a command takes.',
  ].join('\n')
}
