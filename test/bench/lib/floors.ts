import { execFileSync } from 'node:child_process'
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { figure, timed } from './measure.ts'
import { scratch } from './workspace.ts'

/** Writing 4 kB to the end of a file and syncing it: what any durable edit waits for. */
export async function fsyncFloor(): Promise<{ readonly what: string; readonly p95: number }> {
  const file = openSync(join(scratch('fsync'), 'log'), 'w')
  const page = Buffer.alloc(4_096, 1)
  const samples = await timed(100, () => {
    writeSync(file, page)
    fsyncSync(file)
  })
  closeSync(file)
  return { what: 'write 4 kB and fsync', p95: figure('', samples).p95 }
}

/** The rows of a list's page by one prepared statement, without parsing, checking or sentences. */
export async function statementFloor(folder: string): Promise<{ readonly what: string; readonly p95: number }> {
  const db = new Database(join(folder, 'casebook.db'), { readonly: true })
  const page = db.prepare(
    "SELECT c.*, cu.name FROM cases c JOIN customers cu ON cu.id = c.customer_id WHERE c.state = 'open' ORDER BY c.due_order, c.number LIMIT 100",
  )
  const samples = await timed(100, () => page.all())
  db.close()
  return { what: 'a raw statement for 100 rows', p95: figure('', samples).p95 }
}

/** Node with nothing to do. */
export async function nodeFloor(times: number): Promise<{ readonly what: string; readonly p95: number }> {
  const samples = await timed(times, () => execFileSync(process.execPath, ['-e', '0']))
  return { what: 'bare Node', p95: figure('', samples).p95 }
}

/** The same files written and synced one by one, each folder too. */
export function writingFloor(bundles: readonly (readonly { readonly name: string; readonly bytes: Buffer }[])[]) {
  const out = scratch('same-bytes')
  const since = performance.now()
  for (const [n, files] of bundles.entries()) {
    const folder = join(out, String(n))
    mkdirSync(folder)
    for (const { name, bytes } of files) {
      const file = openSync(join(folder, name), 'w')
      writeSync(file, bytes)
      fsyncSync(file)
      closeSync(file)
    }
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
  }
  return { what: 'writing and syncing the same bytes', p95: (performance.now() - since) / 1_000 }
}
