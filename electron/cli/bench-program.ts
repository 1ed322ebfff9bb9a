import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from '../services/casebook-error.ts'

// This file lies two folders under the root, and so does the built command: the same address holds for both.
const program = fileURLToPath(new URL('../../test/bench/main.ts', import.meta.url))
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs the project's benchmarks as a program of their own; its progress goes to stderr. Gives what it wrote to stdout.
 * Refuses with `bench.not-here` where the benchmarks are not: the packaged app does not carry them.
 */
export async function runBench(options: readonly string[]): Promise<string> {
  if (!existsSync(program)) throw new CasebookError(refuse('bench.not-here', {}))
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  // A signal to this program alone ends the other as well, and with it what that started.
  const end = () => child.kill('SIGTERM')
  for (const signal of SIGNALS) process.once(signal, end)
  const written: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => written.push(chunk))
  const exit = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, end)
  })
  if (exit !== 0) throw new CasebookError(refuse('bench.failed', {}))
  return Buffer.concat(written).toString('utf8')
}
