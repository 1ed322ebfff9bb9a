import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, vi } from 'vitest'
import { run } from '../../electron/cli/run.ts'
import type { WireError } from '../../shared/contract/operation.ts'

const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

export interface Ended {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line as a process of its own, from its source, as whoever typed it would. */
export async function casebook(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    stdout += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    stderr += piece
  })
  const [exit] = (await once(child, 'close')) as [number | null]
  return { exit, stdout, stderr }
}

export interface Running {
  /** The next line on stderr; null once there will be none. */
  next(): Promise<string | null>
  /** Ends it at once, as a power button would, and gives the lines that nobody had asked for yet. */
  kill(): Promise<readonly string[]>
}

/** Starts the command line as a process of its own, to be watched while it runs. It is ended with the test at the latest. */
export function startCasebook(words: readonly string[]): Running {
  const child = spawn(process.execPath, [MAIN, ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = once(child, 'close')
  const end = async () => {
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(end)
  const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]()
  const next = async () => {
    const line = await lines.next()
    return line.done === true ? null : line.value
  }
  return {
    next,
    async kill() {
      await end()
      const rest: string[] = []
      for (let line = await next(); line !== null; line = await next()) rest.push(line)
      return rest
    },
  }
}

/** Runs the command line in this process, one line at a time: the same code, without the start of a process. */
export async function casebookHere(words: readonly string[]): Promise<Ended> {
  const printed = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((piece) => {
      printed[name] += String(piece)
      return true
    }),
  )
  try {
    return { exit: await run(words), ...printed }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** The command line on one data folder. */
export interface Terminal {
  run(...words: readonly string[]): Promise<Ended>
  /** Runs with --json; fails unless it is done, and gives the one document that was printed. */
  json<T>(...words: readonly string[]): Promise<T>
  /** Runs with --json; fails unless it is refused in every way it should be, and gives the error. */
  refused(...words: readonly string[]): Promise<WireError>
}

/** @param type how a line is run: as a process of its own, or here */
export function terminalOn(folder: string, type = casebook, always: readonly string[] = []): Terminal {
  const run = (...words: readonly string[]) => type([...words, '--data-dir', folder, ...always])
  return {
    run,
    async json(...words) {
      const { exit, stdout, stderr } = await run(...words, '--json')
      expect(exit, stderr).toBe(0)
      return JSON.parse(stdout)
    },
    async refused(...words) {
      const { exit, stdout, stderr } = await run(...words, '--json')
      expect(exit, `${stdout}${stderr}`).toBe(1)
      const { error } = JSON.parse(stdout) as { error: WireError }
      expect(Object.keys(JSON.parse(stdout))).toEqual(['error'])
      // The terminal says the same as the document: code, field, sentence, remedy.
      expect(stderr).toContain(
        `${error.code}${error.field ? ` (${error.field})` : ''}: ${error.message}\n${error.remedy}`,
      )
      for (const said of [error.code, error.message, error.remedy]) expect(said).toMatch(/\S/)
      return error
    },
  }
}
