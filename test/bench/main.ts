// Measures the app on a workspace of many cases, each figure beside what cannot be gone below in the same run.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchBackground } from './background.ts'
import { benchBundles } from './bundles.ts'
import { benchGrowth, type Grown } from './growth.ts'
import { benchImport } from './importing.ts'
import { benchLeaks } from './leaks.ts'
import { backedUp, show } from './lib/browser.ts'
import { endOnSignals } from './lib/ending.ts'
import { loadNow, machine } from './lib/machine.ts'
import { type Figure, figure, holds } from './lib/measure.ts'
import { asText, type Result } from './lib/report.ts'
import { clearScratch, copyOf, memoryOf, seeded } from './lib/workspace.ts'
import { writeDocument } from './lib/write.ts'
import { benchService } from './service.ts'
import { benchStart } from './start.ts'
import { benchScreens, blankPage } from './ui.ts'

const USAGE = `Usage: npm run bench -- [--quick] [--json FILE] [--write] [--growth] [--million]
  --quick    a smaller workspace and fewer rounds, in about a minute
  --growth   the same questions at 1,000, 10,000 and 100,000 cases; part of --write
  --million  with --growth: at 1,000,000 as well
  --json     writes the result as JSON; “-” prints it and nothing else
  --write    rewrites docs/technical/performance.md, its chart and performance.json`

const options = {
  quick: { type: 'boolean', default: false },
  growth: { type: 'boolean', default: false },
  million: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

endOnSignals()
try {
  const { values } = parseArgs({ options })
  if (values.help) console.log(USAGE)
  else await bench(values)
} catch (thrown) {
  if (!(thrown instanceof TypeError && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS')))
    throw thrown
  console.error(`${thrown.message}\n${USAGE}`)
  process.exitCode = 2
}

interface Chosen {
  readonly quick: boolean
  readonly growth: boolean
  readonly million: boolean
  readonly write: boolean
  readonly json?: string | undefined
}

async function bench({ quick, growth, million, write, json }: Chosen): Promise<void> {
  const say = (line: string) => console.error(line)
  const since = performance.now()
  const load = loadNow()
  const size = quick
    ? { cases: 20_000, times: 25, rounds: 3, keys: 16, starts: 3, bundles: 100, rows: 100_000, leaks: 20 }
    : { cases: 100_000, times: 200, rounds: 6, keys: 48, starts: 10, bundles: 1_000, rows: 100_000, leaks: 1_000 }

  say(`Workspace of ${size.cases.toLocaleString('en')} cases (kept in .cache/bench for the next run of the day)`)
  const from = await seeded(size.cases, write)
  const figures: Figure[] = []
  if (from.seconds !== null)
    figures.push(
      figure(`seeding ${size.cases.toLocaleString('en')} cases`, [from.seconds], {
        unit: 's',
        budget: (60 * size.cases) / 100_000,
      }),
    )
  say('Service')
  figures.push(...(await benchService(from, size.cases, size.times)))
  say('Screens')
  const folder = copyOf(from, 'screens')
  const floors = await blankPage(size.keys)
  const shown = await show(folder)
  const chromium = shown.browser.version()
  try {
    // The backup of the day is made at the first start; it is measured on its own below.
    await backedUp(shown.page)
    figures.push(...(await benchScreens(shown, floors, size.rounds)))
    const { now, most } = memoryOf(shown.host.pid ?? 0)
    figures.push(figure('memory of the service after all screens', [now], { unit: 'MB', budget: 200 }))
    figures.push(figure('the most it had, the backup of the day included', [most], { unit: 'MB' }))
    say('Background work')
    figures.push(...(await benchBackground(shown, size.rounds, Math.min(size.rows, 20_000))))
    say('Leaks')
    figures.push(...(await benchLeaks(shown, size.leaks)))
  } finally {
    await shown.close()
  }
  say('Start, import, bundles')
  figures.push(...(await benchStart(folder, size.starts)))
  figures.push(...(await benchImport(size.rows)), ...(await benchBundles(size.bundles)))
  let grown: readonly Grown[] = []
  if (growth || write) {
    const sizes = [1_000, 10_000, ...(quick ? [] : [100_000]), ...(million ? [1_000_000] : [])]
    grown = await benchGrowth(sizes, quick ? 25 : 100, say)
  }
  clearScratch()

  const seconds = (performance.now() - since) / 1_000
  const result: Result = {
    run: {
      kind: quick ? 'quick' : 'full',
      cases: size.cases,
      megabytes: Math.round(from.megabytes),
      seconds: Math.round(seconds),
    },
    machine: machine(load, chromium),
    figures,
    growth: grown,
  }
  if (json !== '-') {
    console.log(
      `${result.run.kind} run, ${size.cases.toLocaleString('en')} cases, ${result.run.megabytes} MB, ${result.run.seconds} s; load ${result.machine.load.join(' to ')} on ${result.machine.cores} cores\n`,
    )
    console.log(asText(figures))
    const missed = figures.filter((f) => holds(f) === false)
    console.log(
      missed.length === 0
        ? '\nEvery budget holds.'
        : `\n${missed.length} over budget: ${missed.map((f) => f.what).join(', ')}.`,
    )
  }
  if (json === '-') console.log(JSON.stringify(result, null, 2))
  else if (json !== undefined) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`)
  if (write) writeDocument(result)
}
