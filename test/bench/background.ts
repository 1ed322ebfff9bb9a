import { join } from 'node:path'
import { customersCsv } from './importing.ts'
import { ask, type Shown } from './lib/browser.ts'
import { type Figure, figure } from './lib/measure.ts'
import { scratch } from './lib/workspace.ts'
import { goTo, typing } from './ui.ts'

interface Work {
  readonly what: string
  readonly operation: string
  readonly input: unknown
  /** Ends what would go on for long; null where it is simply waited for. */
  readonly cancel: readonly [operation: string, input: unknown] | null
  /** Whether it leaves nothing behind, and is begun again where it is over before enough was typed. */
  readonly again?: boolean
}

/** Work that is going on while somebody types, each begun from the page as its buttons do. */
function works(rows: number): readonly Work[] {
  const out = scratch('background')
  const csv = customersCsv(rows, 700_000_000_000)
  const list = { name: 'more.csv', base64: Buffer.from(csv).toString('base64'), job: 'import' }
  return [
    {
      what: 'a backup',
      operation: 'workspace.backup',
      input: { out: join(out, 'backup.zip') },
      cancel: null,
    },
    { what: 'checks of all cases', operation: 'checks.run', input: {}, cancel: ['checks.cancel', {}] },
    { what: 'the dry run of an import', operation: 'import.plan', input: list, cancel: null, again: true },
    { what: 'an import', operation: 'import.run', input: list, cancel: null },
    {
      what: 'an export of all cases',
      operation: 'submission.export-many',
      input: { job: 'export', query: { text: '', states: ['open'] }, format: 'zip', out: join(out, 'bundles') },
      cancel: ['job.cancel', { job: 'export' }],
    },
  ]
}

/** Key to painted list while other work goes on: within twice the idle figure. */
export async function benchBackground({ page }: Shown, rounds: number, rows: number): Promise<readonly Figure[]> {
  await goTo(page, '#/cases')
  const idle = figure('key to painted list, nothing else going on', await typing(page, rounds))
  const figures: Figure[] = [idle]
  for (const { what, operation, input, cancel, again } of works(rows)) {
    let over = false
    const begin = async () => {
      over = false
      const text = await ask(page, operation, input)
      over = true
      if (!text.startsWith('{"ok":true')) throw new Error(`${what}: ${text.slice(0, 300)}`)
    }
    let work = begin()
    const samples: number[] = []
    // What is typed after the work is over says nothing of it.
    for (let round = 0; round <= rounds && (round === 0 || !over || operation === 'checks.run' || again); round += 1) {
      if (over && again) {
        await work
        work = begin()
      }
      samples.push(...(await typing(page, 1)))
    }
    if (cancel) await ask(page, ...cancel)
    await work
    const floor = { what: 'nothing else going on', p95: idle.p95 }
    figures.push(figure(`key to painted list during ${what}`, samples, { budget: 2 * idle.p95, floor }))
  }
  return figures
}
