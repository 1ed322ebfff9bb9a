// The same rows in AG Grid community in the same Chromium, and in LibreOffice Calc where it is installed, beside ours.
import { parseArgs } from 'node:util'
import { backedUp, show } from '../lib/browser.ts'
import { type BenchDesk, benchDesk } from '../lib/desk.ts'
import { endOnSignals } from '../lib/ending.ts'
import { type Figure, figure } from '../lib/measure.ts'
import { asText } from '../lib/report.ts'
import { clearScratch, copyOf, seeded } from '../lib/workspace.ts'
import { benchScreens, blankPage } from '../ui.ts'
import { benchCalc } from './calc.ts'
import { benchGrid, type PeerRow } from './grid.ts'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' } } })
const cases = Number(values.cases)
const TYPED = ['4711', '2042', '9137']

endOnSignals()
const from = await seeded(cases, false)
const folder = copyOf(from, 'peers')
const { rows, csv } = await withDesk()
const ours = await withScreens()
const grid = await benchGrid(rows, TYPED, 120)
const calc = benchCalc(asCsv())
clearScratch()

console.log(`${cases.toLocaleString('en')} cases\n\nMSP Casebook\n${asText([...ours, csv])}`)
console.log(`\nAG Grid community, all rows in the page\n${asText(grid)}`)
for (const theirs of grid) told(theirs, ours)
console.log(calc === null ? '\nLibreOffice is not installed.' : `\nLibreOffice Calc\n${asText(calc)}`)
const exported = calc?.at(-1)
if (exported) console.log(`export: ours takes ${ratio(csv.p95, exported.p95)} of its time, start and opening included`)

function told(theirs: Figure, all: readonly Figure[]): void {
  const same = all.find(({ what }) => what === theirs.what)
  if (same)
    console.log(
      `${theirs.what}: ours takes ${ratio(same.p50, theirs.p50)} of its time at p50, ${ratio(same.p95, theirs.p95)} at p95`,
    )
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} times`
}

/** Every row there is, and how long writing them as CSV takes. */
async function withDesk(): Promise<{ readonly rows: readonly PeerRow[]; readonly csv: Figure }> {
  const desk = await benchDesk(folder)
  try {
    const found: PeerRow[] = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof nextPage>> = await nextPage(desk, after)
      found.push(...page.rows)
      after = page.after
      if (after === null) break
    }
    const since = performance.now()
    await desk.send('export.data', { format: 'csv', job: 'csv' })
    return { rows: found, csv: figure('all cases as CSV', [(performance.now() - since) / 1_000], { unit: 's' }) }
  } finally {
    await desk.close()
  }
}

async function withScreens(): Promise<readonly Figure[]> {
  const shown = await show(folder)
  try {
    await backedUp(shown.page)
    return await benchScreens(shown, await blankPage(24), TYPED.length)
  } finally {
    await shown.close()
  }
}

async function nextPage(desk: BenchDesk, after: string | null) {
  const page = await desk.send('case.list', { order: 'number', limit: 500, after })
  return {
    after: page.after,
    rows: page.rows.map(
      (row): PeerRow => ({
        ref: row.ref,
        customer: row.customer,
        account: row.managementAccountId,
        bucket: row.bucket,
        owner: row.owner,
        state: row.state,
        due: row.summary.dueAt ?? '',
      }),
    ),
  }
}

/** The rows as a spreadsheet reads them. */
function asCsv(): string {
  const lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
      .join(','),
  )
  return ['Case,Customer,Management account,Bucket,Owner,State,Due', ...lines].join('\n')
}
