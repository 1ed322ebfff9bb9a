import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const program = fileURLToPath(new URL('../../support/store-program.ts', import.meta.url))
const ENOUGH = 25

/** What the process did with the write-ahead log, and what it said, in the order the system saw it. */
type Call = 'write' | 'sync' | 'said'

function callOf(line: string): Call | null {
  if (/\b(pwrite64|write)\(\d+<[^>]*casebook\.db-wal>/.test(line)) return 'write'
  if (/\b(fdatasync|fsync)\(\d+<[^>]*casebook\.db-wal>\) += 0/.test(line)) return 'sync'
  return /\bwrite\(1<[^>]*>, "\d+\\n"/.test(line) ? 'said' : null
}

it('each acknowledgement comes after the log was synced: a power cut takes nothing that was acknowledged', (context) => {
  const probe = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'])
  if (probe.status !== 0) context.skip('system calls cannot be traced here (strace is missing or not allowed)')
  const folder = temporaryFolder()
  const trace = join(folder, 'trace')
  const filter = 'trace=write,pwrite64,fsync,fdatasync'
  const command = [process.execPath, program, 'write', folder, String(ENOUGH)]
  const traced = spawnSync('strace', ['-f', '-y', '-e', filter, '-o', trace, ...command], {
    encoding: 'utf8',
    timeout: 50_000,
    killSignal: 'SIGKILL',
  })
  expect(traced.status, traced.stderr).toBe(0)
  const calls = readFileSync(trace, 'utf8')
    .split('\n')
    .flatMap((line) => callOf(line) ?? [])
  const acknowledgements = calls.flatMap((call, n) => (call === 'said' ? [n] : []))
  expect(acknowledgements).toHaveLength(ENOUGH)

  for (const [n, place] of acknowledgements.entries()) {
    const since = calls.slice((acknowledgements[n - 1] ?? -1) + 1, place)
    expect(since, `before acknowledgement ${n + 1}`).toContain('write')
    expect(since.at(-1), `before acknowledgement ${n + 1}`).toBe('sync')
  }
  console.log(`${acknowledgements.length} acknowledgements traced with strace, each after a sync of the log`)
})
