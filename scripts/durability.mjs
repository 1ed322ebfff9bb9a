// The long runs of what must never be lost: 300 sudden ends of a writing process, 100 backups and restores under load,
// a disk that fills up, the sync before each acknowledgement, and every fault. Prints the figures of each.
import './lib/on-pinned-node.mjs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const tests = [
  'sudden-end',
  'backups',
  'full-disk',
  'synced',
  'faults',
  'migrations',
  'released-schemas',
  'reminders-sudden-end',
]
const { ok } = await run(
  process.execPath,
  [vitest, 'run', ...tests.map((name) => join('test', 'integration', 'store', `${name}.test.ts`))],
  { env: { SUDDEN_ENDS: '300', BACKUP_ROUNDS: '100', MIGRATION_ENDS: '1000', ...process.env }, timeout: 60 * 60_000 },
)
process.exitCode = ok ? 0 : 1
