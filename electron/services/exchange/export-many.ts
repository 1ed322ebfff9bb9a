import type { ExportReport, ExportRow } from '../../../shared/contract/operations/exports.ts'
import { accountCell } from '../../../shared/domain/exchange/cells.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts'
import { sentence } from '../../../shared/text/messages/index.ts'
import type { BundleFormat } from '../bundles.ts'
import { CasebookError, refusalOf } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import { type ExportedBundle, writeBundle } from '../export-case.ts'
import type { AppHandlers } from '../handlers.ts'
import type { JobControl } from '../jobs.ts'
import type { AttachmentFiles } from '../ports.ts'
import { casesRead, selectedCases } from './selection.ts'
import { writeFresh } from './write-fresh.ts'

/** Bundles that are written side by side: the disk syncs them together, and they go on the record by one sync more. */
const AT_ONCE = 24

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
  const attachments = remembering(context.ports.attachments)
  const writing: Context = { ...context, ports: { ...context.ports, attachments } }
  const changed = changes(context)
  const reached: Reached[] = []
  let begun: Part = []
  const record = async (part: Part) => void reached.push(...(await recordPart(writing, part, changed.add)))
  try {
    for (let n = 0; n < cases.length && !job.isCancelled(); n += AT_ONCE) {
      const before = begun
      begun = await beginPart(writing, settings, cases.slice(n, n + AT_ONCE), format, folder)
      await record(before)
      await job.progress(reached.length, cases.length)
    }
  } finally {
    await record(begun)
  }
  await job.progress(reached.length, cases.length)
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

/** Files that are kept at hand while many bundles are written: the crawler file of a payer goes into those of all its customers. */
const AT_HAND = 16

function remembering({ put, get }: AttachmentFiles): AttachmentFiles {
  const read = new Map<string, Promise<Uint8Array>>()
  return {
    put,
    get(sha256) {
      const bytes = read.get(sha256) ?? get(sha256)
      if (read.size >= AT_HAND) read.clear()
      read.set(sha256, bytes)
      return bytes
    },
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

/** Some of many that are being written, each with how it ended. */
type Part = readonly Promise<PromiseSettledResult<Awaited<ReturnType<typeof writeOne>>>>[]

/** Begins to write some of many; while the disk has them in hand, others are made. */
async function beginPart(
  context: Context,
  settings: Settings,
  references: readonly string[],
  format: BundleFormat,
  folder: string,
): Promise<Part> {
  const read = await casesRead(context, references)
  const part: Promise<PromiseSettledResult<Awaited<ReturnType<typeof writeOne>>>>[] = []
  for (const reference of references) {
    part.push(settled(writeOne(context, settings, reference, read, format, folder)))
    // Making a bundle takes milliseconds before the disk is asked for anything: many in a row would be felt in a key.
    await context.ports.turn?.()
  }
  return part
}

async function settled<T>(work: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [one] = await Promise.allSettled([work])
  return one
}

/** Puts them on the record once all of them are on the disk. Anything unforeseen ends the whole. */
async function recordPart(
  context: Context,
  part: Part,
  changed: (sequence: number, id: string) => void,
): Promise<readonly Reached[]> {
  // All have ended, and what was written is on the record, before one that failed is told.
  const ended = await Promise.all(part)
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

async function writeOne(
  context: Context,
  settings: Settings,
  reference: string,
  read: ReadonlyMap<string, Case>,
  format: BundleFormat,
  folder: string,
) {
  let named: Named = { reference, ref: null, customer: null, account: '' }
  try {
    const c = read.get(reference) ?? (await context.case(reference))
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
