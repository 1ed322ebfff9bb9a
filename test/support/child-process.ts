import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export interface TestProcess {
  readonly pid: number
  /** The next line it says; null once it has said all and ended. */
  next(): Promise<string | null>
  /** Ends it at once, as a power button would. Resolves when it is gone. */
  kill(): Promise<void>
  /** What it complained of so far. */
  errors(): string
}

/** Runs a TypeScript file of `test/support` as a process of its own. It is ended with the test at the latest. */
export function startProcess(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): TestProcess {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { env: { ...process.env, ...env } })
  const gone = once(child, 'close')
  onTestFinished(() => end(child, gone))
  let errors = ''
  child.stderr.on('data', (piece) => {
    errors += String(piece)
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    pid: child.pid ?? 0,
    next: async () => {
      const line = await lines.next()
      return line.done === true ? null : line.value
    },
    kill: () => end(child, gone),
    errors: () => errors,
  }
}

async function end(child: ChildProcessWithoutNullStreams, gone: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL')
  await gone
}
