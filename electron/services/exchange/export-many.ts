import type { ExportReport, ExportRow } from '../../../shared/contract/operations/exports.ts'
import { accountCell } from '../../../shared/domain/exchange/cells.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { sentence } from '../../../shared/text/messages/index.ts'
import type { BundleFormat } from '../bundles.ts'
import { CasebookError, refusalOf } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import { writeBundle } from '../export-case.ts'
import type { AppHandlers } from '../handlers.ts'
import type { JobControl } from '../jobs.ts'
import { selectedCases } from './selection.ts'
import { writeFresh } from './write-fresh.ts'

/** Bundles that are written side by side: while one waits for the disk, the next is made. */
const LANES = 4

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
  const results: (Awaited<ReturnType<typeof exportOne>> | undefined)[] = []
  let next = 0
  let done = 0
  const lane = async () => {
    while (next < cases.length && !job.isCancelled()) {
      const n = next
      next += 1
      results[n] = await exportOne(context, settings, cases[n] ?? '', format, folder, changed.add)
      done += 1
      await job.progress(done, cases.length)
    }
  }
  // All lanes have ended before one that failed is told: nothing goes on writing behind the answer.
  for (const one of await Promise.allSettled(Array.from({ length: LANES }, lane))) {
    if (one.status === 'rejected') throw one.reason
  }
  const reached = results.flatMap((result) => result ?? [])
  const rows = reached.map(({ row }) => row)
  const indexed = reached.map(({ cells }) => cells)
  changed.tell()
  const index = rows.length > 0 ? await writeIndex(context, folder, indexed) : null
  const written = rows.filter((row) => row.error === null).length
  return {
    folder,
    index,
    total: cases.length,
    written,
    refused: rows.length - written,
    isCancelled: job.isCancelled(),
    rows,
  }
}

/** One of many: what refuses it goes into its row. Anything unforeseen ends the whole. */
async function exportOne(
  context: Context,
  settings: Settings,
  reference: string,
  format: BundleFormat,
  folder: string,
  changed: (sequence: number, id: string) => void,
): Promise<{ readonly row: ExportRow; readonly cells: string[] }> {
  let named: Pick<ExportRow, 'ref' | 'customer'> & { account: string; id: string } = {
    ref: null,
    customer: null,
    account: '',
    id: '',
  }
  try {
    const c = await context.case(reference)
    const { managementAccountId, name } = c.customer
    named = { ref: `C-${c.record.number}`, customer: name, account: managementAccountId, id: c.record.id }
    const { bundle, change } = await writeBundle(context, c, settings, format, folder)
    const { sequence } = await context.ports.store.commit(change)
    changed(sequence, c.record.id)
    const { ref, customer } = named
    const sums = bundle.files.find((file) => file.name === 'SHA256SUMS')?.sha256 ?? ''
    return {
      row: { case: reference, ref, customer, ...bundle, error: null },
      cells: [ref ?? '', name, accountCell(managementAccountId), 'written', bundle.name, sums, '', ''],
    }
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (!refusal) throw thrown
    const { code, params, field = null } = refusal
    const { message, remedy } = sentence(code, params)
    const { ref, customer, account } = named
    return {
      row: {
        case: reference,
        ref,
        customer,
        path: null,
        name: null,
        files: [],
        error: { code, message, remedy, field },
      },
      cells: [
        ref ?? reference,
        customer ?? '',
        account && accountCell(account),
        'refused',
        '',
        '',
        code,
        `${message} ${remedy}`,
      ],
    }
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
