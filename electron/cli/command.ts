import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { WireError } from '../../shared/contract/operation.ts'

/** One option of a command. */
export interface Option {
  readonly type: 'string' | 'boolean'
  /** What stands for the value in the usage line: `NAME`, `ID`; empty for a switch. */
  readonly value: string
  readonly help: string
  readonly required?: boolean
  /** The words it takes; others are wrong usage. */
  readonly oneOf?: readonly string[]
  /** May be given more than once. */
  readonly repeats?: boolean
}

/** What a command prints: one JSON document for programs, text for people. */
export interface Output {
  readonly json: unknown
  readonly text: string
  /** 0 unless something was refused that the command reports itself. */
  readonly exit?: 0 | 1
}

export interface Call {
  readonly positionals: readonly string[]
  /** Value of a string option; undefined where it was not given. */
  option(name: string): string | undefined
  /** Every value of an option that repeats, in the order given. */
  options(name: string): readonly string[]
  flag(name: string): boolean
  /** Runs one operation of the contract; throws Refused. */
  send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** A line for people, on stderr: stdout belongs to the result. */
  say(line: string): void
  readonly global: Globals
}

/** Options every command takes. */
export interface Globals {
  readonly dataFolder: string
  readonly practice: boolean
  readonly json: boolean
  readonly now: string | null
}

export interface Command {
  /** `['case', 'step']` for `casebook case step`. */
  readonly path: readonly string[]
  readonly summary: string
  /** Names of the positionals as the usage line has them; `[X]` may be left out, `X…` may repeat. */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** Whether the command opens the workspace. Others run without one. */
  readonly workspace: boolean
  run(call: Call): Promise<Output>
}

/** An operation was refused: exit 1, with code, sentence and remedy. */
export class Refused extends Error {
  readonly error: WireError

  constructor(error: WireError) {
    super(error.message)
    this.name = 'Refused'
    this.error = error
  }
}

/** The command line was wrong: exit 2, with the usage of the command. */
export class WrongUsage extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WrongUsage'
  }
}
