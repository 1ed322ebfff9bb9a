import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { multiplyCase } from '../support/many-cases.ts'
import { readyCase } from '../support/ready-case.ts'
import { benchDesk } from './lib/desk.ts'
import { writingFloor } from './lib/floors.ts'
import { type Figure, figure } from './lib/measure.ts'
import { scratch } from './lib/workspace.ts'

/** Bundles of many cases in one go, and writing the same bytes without thinking. */
export async function benchBundles(count: number): Promise<readonly Figure[]> {
  const folder = scratch('bundles')
  const first = await benchDesk(folder)
  await first.send('workspace.init', { company: 'Bench MSP', mspAccountId: '999988887777', operator: 'Ana' })
  await first.send('payer.add', { accountId: '555566667777', kind: 'shared' })
  await readyCase(first, { payer: '555566667777' })
  await first.close()
  await multiplyCase(folder, count)
  const desk = await benchDesk(folder)
  try {
    const out = join(folder, 'out')
    const since = performance.now()
    const report = await desk.send('submission.export-many', { job: 'all', query: {}, format: 'folder', out })
    const seconds = (performance.now() - since) / 1_000
    if (report.written !== count) throw new Error(`Only ${report.written} of ${count} were written.`)
    const floor = writingFloor(bundlesIn(out))
    return [
      figure(`${count.toLocaleString('en')} bundles`, [seconds], { unit: 's', budget: (15 * count) / 1_000, floor }),
      figure('bundles, at most 3 times their floor', [seconds], { unit: 's', budget: 3 * floor.p95, floor }),
    ]
  } finally {
    await desk.close()
  }
}

function bundlesIn(out: string) {
  const folders = readdirSync(out).filter((name) => statSync(join(out, name)).isDirectory())
  return folders.map((name) =>
    readdirSync(join(out, name)).map((file) => ({ name: file, bytes: readFileSync(join(out, name, file)) })),
  )
}
