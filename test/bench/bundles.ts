import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { multiplyCase } from '../support/many-cases.ts'
import { readyCase } from '../support/ready-case.ts'
import { benchDesk } from './lib/desk.ts'
import { writingFloor } from './lib/floors.ts'
import { type Figure, figure } from './lib/measure.ts'
import { turnsWhile } from './lib/turns.ts'
import { scratch } from './lib/workspace.ts'

/**
 * Bundles of many cases in one go, and writing the same bytes without thinking. Of folders, as which many are exported, both
 * budgets are asked; a zip each is one file to write, and what is beside it are the bytes of that file alone.
 */
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
    const figures: Figure[] = []
    for (const format of ['folder', 'zip'] as const) {
      const out = join(folder, format)
      const since = performance.now()
      const { done: report, waits } = await turnsWhile(() =>
        desk.send('submission.export-many', { job: format, query: {}, format, out }),
      )
      const seconds = (performance.now() - since) / 1_000
      if (report.written !== count) throw new Error(`Only ${report.written} of ${count} were written.`)
      const floor = writingFloor(bundlesIn(out))
      const what = `${count.toLocaleString('en')} bundles as ${format}`
      figures.push(
        figure(what, [seconds], { unit: 's', budget: (15 * count) / 1_000, floor }),
        ...(format === 'folder'
          ? [figure(`${what}, at most 3 times their floor`, [seconds], { unit: 's', budget: 3 * floor.p95, floor })]
          : []),
        figure(`wait of others for their turn, ${what}`, waits),
      )
    }
    return figures
  } finally {
    await desk.close()
  }
}

/** What lies in the folder, by the folders that hold it: each bundle's own, or of zips all one. */
function bundlesIn(out: string) {
  const read = (folder: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('index'))
      .map(({ name }) => ({ name, bytes: readFileSync(join(folder, name)) }))
  const folders = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.length === 0 ? [read(out)] : folders.map(({ name }) => read(join(out, name)))
}
