// The same rows in AG Grid community in the same Chromium, and in LibreOffice Calc where it is installed, beside ours.
import { parseArgs } from 'node:util'
import { ask, show } from '../lib/browser.ts'
import { benchDesk } from '../lib/desk.ts'
import { type Figure, figure } from '../lib/measure.ts'
import { asText } from '../lib/report.ts'
import { clearScratch, copyOf, seeded } from '../lib/workspace.ts'
import { benchScreens, blankPage } from '../ui.ts'
import { benchCalc } from './calc.ts'
import { benchGrid, type PeerRow } from './grid.ts'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' } } })
const cases = Number(values.cases)
const TYPED = ['4711', '2042', '9137']

const from = await seeded(cases, false)
const folder = copyOf(from, 'peers')
const desk = await benchDesk(folder)
const rows: PeerRow[] = []
for (let after: string | null = null; ; ) {
  const page: Awaited<ReturnType<typeof nextPage>> = await nextPage(after)
  rows.push(...page.rows)
  after = page.after
  if (after === null) break
}
const since = performance.now()
await desk.send('export.data', { format: 'csv', job: 'csv' })
const csv = figure('all cases as CSV', [(performance.now() - since) / 1_000], { unit: 's' })
await desk.close()

const shown = await show(folder)
while (JSON.parse(await ask(shown.page, 'workspace.backups', {})).value.backups.length === 0) {
  await new Promise((resolve) => setTimeout(resolve, 500))
}
const ours = await benchScreens(shown, await blankPage(24), TYPED.length)
await shown.close()
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

async function nextPage(after: string | null) {
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
