import { benchDesk } from './lib/desk.ts'
import { type Figure, figure } from './lib/measure.ts'
import { turnsWhile } from './lib/turns.ts'
import { scratch } from './lib/workspace.ts'

/** A list of invented customers as a spreadsheet gives it. */
export function customersCsv(rows: number, first: number): string {
  const lines = Array.from(
    { length: rows },
    (_, n) => `Imported ${n + 1} GmbH,${first + n},${first + 50_000_000 + n},eu`,
  )
  return ['Name,Management account,Org IDs,Tags', ...lines].join('\n')
}

/** Taking a list of customers into an empty workspace, from its bytes to the last sync. */
export async function benchImport(rows: number): Promise<readonly Figure[]> {
  const desk = await benchDesk(scratch('import'))
  try {
    await desk.send('workspace.init', { company: 'Bench MSP', mspAccountId: '999988887777', operator: 'Ana' })
    const base64 = Buffer.from(customersCsv(rows, 300_000_000_000)).toString('base64')
    const since = performance.now()
    const { done: report, waits } = await turnsWhile(() => desk.send('import.run', { name: 'customers.csv', base64 }))
    const seconds = (performance.now() - since) / 1_000
    if (report.counts.added !== rows) throw new Error(`Only ${report.counts.added} of ${rows} were taken.`)
    const what = `import of ${rows.toLocaleString('en')} rows`
    return [
      figure(what, [seconds], { unit: 's', budget: (8 * rows) / 100_000 }),
      figure(`wait of others for their turn, ${what}`, waits),
    ]
  } finally {
    await desk.close()
  }
}
