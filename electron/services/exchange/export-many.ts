import type { ExportReport, ExportRow } from '../../../shared/contract/operations/exports.ts'
import { accountCell } from '../../../shared/domain/exchange/cells.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts'
import { sentence } from '../../../shared/text/messages/index.ts'
import type { BundleFormat } from '../bundles.ts'
import { CasebookError, refusalOf } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import { type ExportedBundle, writeBundle } from '../export-case.ts'
import type { AppHandlers } from '../handlers.ts'
import type { JobControl } from '../jobs.ts'
import { selectedCases } from './selection.ts'
import { writeFresh } from './write-fresh.ts'

/** Bundles that are written side by side: the disk syncs them together, and they go on the record by one sync more. */
const AT_ONCE = 16

/** Bundles of many cases in one go. */
export function exportManyHandlers(context: Context): Pick<AppHandlers, 'submission.export-many'> {
  return {
    async 'submission.export-many'({ job, format, out, ...selected }) {
      const settings = await context.settings()
      const folder = out ?? context.ports.outbox.defaultFolder()
      return context.jobs.run(job, 'bundles', async (control) => {
        const cases = await selectedCases(context, selected)
        if (cases.length === 0) throw new CasebookError(refuse('export.nothing-selected', {}))
        return exportAll(context, settings, cases, format, folder, control)
      })
    },
  }
}

async function exportAll(
  context: Context,
  settings: Settings,
  cases: readonly string[],
  format: BundleFormat,
  folder: string,
  job: JobControl,
): Promise<ExportReport> {
  const changed = changes(context)
  const reached: Reached[] = []
  for (let n = 0; n < cases.length && !job.isCancelled(); n += AT_ONCE) {
    const part = cases.slice(n, n + AT_ONCE)
    reached.push(...(await exportPart(context, settings, part, format, folder, changed.add)))
    await job.progress(n + part.length, cases.length)
  }
  const rows = reached.map(({ row }) => row)
  const indexed = reached.map(({ cells }) => cells)
  changed.tell()
  const index = rows.length > 0 ? await writeIndex(context, folder, indexed) : null
  const whole = rows.filter((row) => row.error === null).length
  return {
    folder,
    index,
    total: cases.length,
    written: whole,
    refused: rows.length - whole,
    isCancelled: job.isCancelled(),
    rows,
  }
}

/** A case that was come to: its row of the report, and its cells of the index. */
interface Reached {
  readonly row: ExportRow
  readonly cells: string[]
}

interface Named {
  readonly reference: string
  readonly ref: string | null
  readonly customer: string | null
  readonly account: string
}

/** Some of many: all bundles are on the disk before any of them is on the record. Anything unforeseen ends the whole. */
async function exportPart(
  context: Context,
  settings: Settings,
  references: readonly string[],
  format: BundleFormat,
  folder: string,
  changed: (sequence: number, id: string) => void,
): Promise<readonly Reached[]> {
  const work: Promise<readonly PromiseSettledResult<Awaited<ReturnType<typeof writeOne>>>[]>[] = []
  for (const reference of references) {
    work.push(Promise.allSettled([writeOne(context, settings, reference, format, folder)]))
    // Making a bundle takes milliseconds before the disk is asked for anything: sixteen in a row would be felt in a key.
    await context.ports.turn?.()
  }
  // All have ended, and what was written is on the record, before one that failed is told.
  const ended = (await Promise.all(work)).flat()
  const whole = ended.flatMap((one) => (one.status === 'fulfilled' && 'change' in one.value ? [one.value] : []))
  const recorded = await context.ports.store.commitEach(whole.map(({ change }) => change))
  const outcomes = new Map(whole.map((one, n) => [one, recorded[n]]))
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason
    if ('refusal' in one.value) return refused(one.value.named, one.value.refusal)
    const { named, id, bundle } = one.value
    const outcome = outcomes.get(one.value)
    if (outcome === undefined) throw new Error(`Nothing was heard of the record of ${named.reference}.`)
    if (isRefusal(outcome)) return refused(named, outcome)
    changed(outcome.sequence, id)
    return written(named, bundle)
  })
}

async function writeOne(context: Context, settings: Settings, reference: string, format: BundleFormat, folder: string) {
  let named: Named = { reference, ref: null, customer: null, account: '' }
  try {
    const c = await context.case(reference)
    const { managementAccountId: account, name: customer } = c.customer
    named = { reference, ref: `C-${c.record.number}`, customer, account }
    return { named, id: c.record.id, ...(await writeBundle(context, c, settings, format, folder)) }
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (!refusal) throw thrown
    return { named, refusal }
  }
}

function written({ reference, ref, customer, account }: Named, bundle: ExportedBundle): Reached {
  const sums = bundle.files.find((file) => file.name === 'SHA256SUMS')?.sha256 ?? ''
  return {
    row: { case: reference, ref, customer, ...bundle, error: null },
    cells: [ref ?? '', customer ?? '', accountCell(account), 'written', bundle.name, sums, '', ''],
  }
}

function refused({ reference, ref, customer, account }: Named, refusal: Refusal): Reached {
  const { code, params, field = null } = refusal
  const { message, remedy } = sentence(code, params)
  const shownAccount = account && accountCell(account)
  return {
    row: { case: reference, ref, customer, path: null, name: null, files: [], error: { code, message, remedy, field } },
    cells: [ref ?? reference, customer ?? '', shownAccount, 'refused', '', '', code, `${message} ${remedy}`],
  }
}

const INDEX_HEAD = [
  'Case',
  'Customer',
  'Management account',
  'Outcome',
  'Bundle',
  'SHA-256 of SHA256SUMS',
  'Code',
  'Why',
]

async function writeIndex(context: Context, folder: string, rows: readonly string[][]): Promise<string> {
  const bytes = new TextEncoder().encode(context.ports.packer.writeCsv([INDEX_HEAD, ...rows]))
  return writeFresh(context, folder, 'index.csv', bytes)
}

/** Screens are told of many changes at once: each telling makes them fetch again. */
function changes(context: Context) {
  const most = 100
  let ids: string[] = []
  let sequence = 0
  const tell = () => {
    if (ids.length > 0) context.ports.onChange({ topic: 'cases', sequence, ids })
    ids = []
  }
  return {
    add(at: number, id: string) {
      sequence = at
      ids.push(id)
      if (ids.length >= most) tell()
    },
    tell,
  }
}
