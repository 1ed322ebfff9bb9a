import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { Reply } from '../../shared/contract/operation.ts'
import { wayOnCommandLine } from '../../shared/text/command-line.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { createDispatch } from '../rpc/dispatch.ts'
import type { DeskOptions } from '../rpc/handlers.ts'
import { newIncident } from '../rpc/incident.ts'
import { refusalOf } from '../services/casebook-error.ts'
import type { Log } from '../services/ports.ts'
import { defaultDataFolder } from '../workspace/data-folder.ts'
import { openLog } from '../workspace/log.ts'
import { deskWithoutWorkspace, openDesk } from '../workspace/open-desk.ts'
import { programVersion } from '../workspace/program.ts'
import { type Call, type Command, type Globals, type Output, Refused, WrongUsage } from './command.ts'
import { commands } from './commands/index.ts'
import { movePracticeClock } from './move-clock.ts'
import {
  commandFirst,
  commandsUnder,
  findCommand,
  helpPage,
  overview,
  parseLine,
  usageLine,
  type Values,
} from './parse.ts'

/**
 * Runs one command line. Gives the exit code: 0 done, 1 refused or failed with a coded error, 2 wrong usage.
 * The result goes to stdout, everything else to stderr; with --json stdout holds one JSON document and nothing else.
 */
export async function run(argv: readonly string[]): Promise<number> {
  const words = commandFirst(argv.filter((w) => w !== '--'))
  if (words.length === 0) return tell(overview(commands), 2)
  if (words[0] === '--help' || words[0] === 'help') return print(overview(commands))
  if (words[0] === '--version') return print(programVersion())
  const found = findCommand(commands, words)
  const group = found ? [] : commandsUnder(commands, words)
  if (group.length > 0 && words.includes('--help')) return print(overview(group))
  if (!found) return tell(`There is no command “${words.slice(0, 2).join(' ')}”.\n\n${overview(commands)}`, 2)
  const { command, rest } = found
  let json = rest.includes('--json')
  let log = silent
  try {
    const line = parseLine(command, rest)
    if (line.values.help === true) return print(helpPage(command))
    json = line.values.json === true
    const globals: Globals = {
      dataFolder: resolve(text(line.values['data-dir']) ?? defaultDataFolder(process.platform, process.env, homedir())),
      practice: line.values.practice === true,
      json,
      now: text(line.values.now) ?? null,
    }
    log = logOf(globals.dataFolder)
    const output = await execute(command, globals, line, log)
    process.stdout.write(json ? `${JSON.stringify(output.json, null, 2)}\n` : output.text ? `${output.text}\n` : '')
    return output.exit ?? 0
  } catch (thrown) {
    return failed(thrown, command, json, log)
  }
}

async function execute(
  command: Command,
  global: Globals,
  line: {
    readonly positionals: readonly string[]
    readonly values: Values
  },
  log: Log,
): Promise<Output> {
  const options: DeskOptions = {
    folder: global.dataFolder,
    kind: global.practice ? 'practice' : 'real',
    host: 'cli',
    version: programVersion(),
    log,
    onChange() {},
  }
  const desk = command.workspace ? await openDesk(options) : deskWithoutWorkspace(options)
  try {
    const dispatch = createDispatch(desk.handlers, log)
    const send: Call['send'] = async <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
      const reply = JSON.parse(await dispatch(name, JSON.stringify(input))) as Reply<OutputOf<N>>
      if (!reply.ok) throw new Refused(reply.error)
      return reply.value
    }
    if (global.now !== null) await movePracticeClock(send, global.now)
    return await command.run({
      positionals: line.positionals,
      option: (name) => text(line.values[name]),
      options: (name) => texts(line.values[name]),
      flag: (name) => line.values[name] === true,
      send,
      say: (said) => process.stderr.write(`${said}\n`),
      global,
    })
  } finally {
    await desk.close()
  }
}

function failed(thrown: unknown, command: Command, json: boolean, log: Log): number {
  if (thrown instanceof WrongUsage) {
    return tell(`${thrown.message}\nUsage: ${usageLine(command)}\nMore: casebook ${command.path.join(' ')} --help`, 2)
  }
  const error = errorOf(thrown) ?? unforeseen(thrown, log)
  if (json) process.stdout.write(`${JSON.stringify({ error }, null, 2)}\n`)
  return tell(
    `${error.code}${error.field ? ` (${error.field})` : ''}: ${error.message}\n${error.remedy}${wayOnCommandLine(error.code, error.params)}`,
    1,
  )
}

function errorOf(thrown: unknown) {
  if (thrown instanceof Refused) return thrown.error
  const refusal = refusalOf(thrown)
  if (!refusal) return null
  const { code, params, field } = refusal
  return { code, ...sentence(code, params), field: field ?? null, params }
}

/** What nobody thought of: told by a number, under which the log has the rest. */
function unforeseen(thrown: unknown, log: Log) {
  const params = { incident: newIncident() }
  log.error('cli.unexpected', { ...params, error: thrown })
  return { code: 'internal.unexpected', ...sentence('internal.unexpected', params), field: null, params }
}

/**
 * The log of the data folder, made with its first line: a command that has nothing to tell leaves no folder behind.
 * A folder that cannot be used is told by opening the workspace, not here.
 */
function logOf(folder: string): Log {
  let log: Log | null = null
  const opened = () => {
    log ??= openedLog(folder)
    return log
  }
  return {
    info: (event, fields) => opened().info(event, fields),
    error: (event, fields) => opened().error(event, fields),
  }
}

function openedLog(folder: string): Log {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return openLog(folder)
  } catch {
    return silent
  }
}

const silent: Log = { info() {}, error() {} }

function text(value: Values[string]): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function texts(value: Values[string]): readonly string[] {
  return Array.isArray(value) ? value : []
}

function print(said: string): number {
  process.stdout.write(`${said}\n`)
  return 0
}

function tell(said: string, code: number): number {
  process.stderr.write(`${said}\n`)
  return code
}
