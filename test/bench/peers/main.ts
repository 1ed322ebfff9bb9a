// The same rows in AG Grid community in the same Chromium, and in LibreOffice Calc where it is installed, beside ours.
import { parseArgs } from 'node:util'
import { backedUp, show } from '../lib/browser.ts'
import { type BenchDesk, benchDesk, rested } from '../lib/desk.ts'
import { endOnSignals } from '../lib/ending.ts'
import { machine } from '../lib/machine.ts'
import { type Figure, figure } from '../lib/measure.ts'
import { asText, short } from '../lib/report.ts'
import { clearScratch, copyOf, seeded } from '../lib/workspace.ts'
import { rewrite } from '../lib/write.ts'
import { benchScreens, blankPage } from '../ui.ts'
import { benchCalc } from './calc.ts'
import { benchGrid, type PeerRow } from './grid.ts'

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, write: { type: 'boolean', default: false } },
})
const cases = Number(values.cases)
const TYPED = ['4711', '2042', '9137']
/** What of theirs does what of ours, where it is called otherwise. */
const BESIDE: Readonly<Record<string, string>> = { 'filter by a word': 'key to painted list' }

endOnSignals()
const from = await seeded(cases, false)
const folder = copyOf(from, 'peers')
const { rows, csv } = await withDesk()
const ours = await withScreens()
const grid = await benchGrid(rows, TYPED, 120)
const calc = benchCalc(asCsv(), rows.length, 2, TYPED)
clearScratch()

const peers = [
  ['AG Grid community, all rows in the page', grid],
  ['LibreOffice Calc, without a window', calc ?? []],
] as const
console.log(`${cases.toLocaleString('en')} cases\n\nMSP Casebook\n${asText([...ours, csv])}`)
for (const [name, figures] of peers) console.log(`\n${name}\n${asText(figures)}`)
if (calc === null) console.log('LibreOffice, or python3-uno, is not installed.')
const table = asRatios([...ours, csv])
console.log(`\n${table}`)
if (values.write) {
  const { processor, cores, at } = machine(0, '')
  rewrite(
    'peers',
    `The same ${cases.toLocaleString('en')} rows on ${at.slice(0, 10)}, ${processor}, ${cores} cores.\n\n${table}`,
  )
}

/** What is theirs by what it is beside ours. */
function asRatios(all: readonly Figure[]): string {
  const lines = peers.flatMap(([name, figures]) =>
    figures.map((theirs) => {
      const same = all.find(({ what }) => what === (BESIDE[theirs.what] ?? theirs.what))
      const { what, p50, p95, unit } = theirs
      const both = same ? [`${short(same.p50)} · ${short(same.p95)} ${same.unit}`, ratio(same.p95, p95)] : ['', '']
      return `| ${[name, what, `${short(p50)} · ${short(p95)} ${unit}`, ...both].join(' | ')} |`
    }),
  )
  return ['| | | theirs, p50 · p95 | ours | ours takes, at p95 |', '| --- | --- | ---: | ---: | ---: |', ...lines].join(
    '\n',
  )
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} times`
}

/** Every row there is, and how long writing them as CSV takes. */
async function withDesk(): Promise<{ readonly rows: readonly PeerRow[]; readonly csv: Figure }> {
  const desk = await rested(await benchDesk(folder))
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
