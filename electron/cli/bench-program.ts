import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from '../services/casebook-error.ts'

// This file lies two folders under the root, and so does the built command: the same address holds for both.
const program = fileURLToPath(new URL('../../test/bench/main.ts', import.meta.url))

/**
 * Runs the project's benchmarks as a program of their own; its progress goes to stderr. Gives what it wrote to stdout.
 * Refuses with `bench.not-here` where the benchmarks are not: the packaged app does not carry them.
 */
export async function runBench(options: readonly string[]): Promise<string> {
  if (!existsSync(program)) throw new CasebookError(refuse('bench.not-here', {}))
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const written: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => written.push(chunk))
  const exit = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (exit !== 0) throw new CasebookError(refuse('bench.failed', {}))
  return Buffer.concat(written).toString('utf8')
}
