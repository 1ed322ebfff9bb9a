import { toBase64 } from '../../../shared/contract/base64.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { CasebookError } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import type { JobControl } from '../jobs.ts'
import type { CaseRow } from '../ports.ts'
import { waitView } from '../views/wait-view.ts'
import { type CalendarWait, calendarOf } from './calendar.ts'
import { caseJson, customerJson, EXPORT_SCHEMA } from './case-json.ts'
import { TABLE_HEAD, tableRow } from './case-table.ts'
import { rowsOfView } from './selection.ts'

type Input = ParsedInputOf<'export.data'>

/** More than any workspace has: these lists are exported whole. */
const ALL = 10_000_000
/** Cases between two looks at whether it was cancelled. */
const STRIDE = 100

const MEDIA = { csv: 'text/csv', json: 'application/json', ics: 'text/calendar' } as const

interface Exported {
  readonly text: string
  readonly count: number
}

/** Cases and customers as a table, for a program, or as a calendar. */
export function exportDataHandlers(context: Context): Pick<AppHandlers, 'export.data'> {
  return {
    async 'export.data'(input) {
      await context.settings()
      const { format, job, out } = input
      const { text, count } = await context.jobs.run(job ?? context.ports.ids.next(), 'export', async (control) => {
        const exported = await write(context, input, control)
        if (control.isCancelled()) throw new CasebookError(refuse('job.cancelled', {}))
        return exported
      })
      const name = out?.name ?? `casebook.${format}`
      const bytes = new TextEncoder().encode(text)
      const path = out ? (await context.ports.outbox.writeFile(out.folder, { name, bytes })).path : null
      return { name, mediaType: MEDIA[format], count, path, base64: path === null ? toBase64(bytes) : null }
    },
  }
}

async function write(context: Context, input: Input, job: JobControl): Promise<Exported> {
  const rows = await rowsOf(context, input)
  switch (input.format) {
    case 'csv':
      return writeTable(context, input, rows, job)
    case 'json':
      return writeJson(context, input, rows, job)
    case 'ics':
      return writeCalendar(context, rows)
  }
}

/** The selected cases: those that are named, those of the view, or all. */
async function rowsOf(context: Context, { cases, query, except = [] }: Input): Promise<readonly CaseRow[]> {
  if (cases === undefined) {
    const out = new Set(except)
    return (await rowsOfView(context, query)).filter(({ record }) => !out.has(`C-${record.number}`))
  }
  const numbers = new Set<number>()
  for (const reference of cases) numbers.add((await context.case(reference)).record.number)
  return (await rowsOfView(context, undefined)).filter((row) => numbers.has(row.record.number))
}

async function writeTable(
  context: Context,
  input: Input,
  rows: readonly CaseRow[],
  job: JobControl,
): Promise<Exported> {
  const find = finder(context)
  const table: (readonly string[])[] = [TABLE_HEAD]
  const seen = new Set<string>()
  for (const [i, row] of rows.entries()) {
    if (i % STRIDE === 0) await job.progress(i, rows.length)
    if (job.isCancelled()) break
    seen.add(row.record.customerId)
    const customer = await find.customer(row.record.customerId)
    table.push(tableRow(context, customer, await find.payer(customer.payerId), row))
  }
  for (const customer of await without(context, input, seen)) {
    table.push(tableRow(context, customer, await find.payer(customer.payerId), null))
  }
  return { text: context.ports.packer.writeCsv(table), count: table.length - 1 }
}

async function writeJson(context: Context, input: Input, rows: readonly CaseRow[], job: JobControl): Promise<Exported> {
  const find = finder(context)
  const cases: unknown[] = []
  for (const [i, { record }] of rows.entries()) {
    if (i % STRIDE === 0) await job.progress(i, rows.length)
    if (job.isCancelled()) break
    const c = await context.case(record.id)
    cases.push(caseJson(c))
  }
  const others = await without(context, input, new Set(rows.map(({ record }) => record.customerId)))
  const customers: unknown[] = []
  for (const customer of others) customers.push(customerJson(customer, await find.payer(customer.payerId)))
  const json = { schema: EXPORT_SCHEMA, kind: 'msp-casebook.cases', cases, customersWithoutCase: customers }
  return { text: `${JSON.stringify(json, null, 2)}\n`, count: cases.length }
}

async function writeCalendar(context: Context, rows: readonly CaseRow[]): Promise<Exported> {
  const { clock, store } = context.ports
  const selected = new Set(rows.map(({ record }) => record.id))
  const waits = (await store.openWaits(ALL)).filter(({ row }) => selected.has(row.record.id))
  const entries = waits.flatMap(({ wait, row }): CalendarWait[] => {
    const procedure = context.procedures.pinned(row.record.procedureId, row.record.procedureVersion)
    if (!procedure) return []
    return [{ row, wait: waitView(wait, procedure, clock.now(), clock.zone()), recordedAt: wait.recordedAt }]
  })
  return { text: calendarOf(entries), count: entries.length }
}

/** Customers that have no case; only where the whole workspace is exported, not a view of cases. */
async function without(
  context: Context,
  { cases, query }: Input,
  seen: ReadonlySet<string>,
): Promise<readonly Customer[]> {
  if (cases !== undefined || query !== undefined) return []
  return (await context.ports.store.customers({ text: '', limit: ALL })).filter(({ id }) => !seen.has(id))
}

/** Customers and payers by ID, each read once. */
function finder({ ports: { store } }: Context) {
  const customers = new Map<string, Customer>()
  const payers = new Map<string, Payer>()
  return {
    customer: (id: string) => found(customers, id, () => store.customer(id)),
    payer: (id: string) => found(payers, id, () => store.payer(id)),
  }
}

async function found<T>(known: Map<string, T>, id: string, read: () => Promise<T | null>): Promise<T> {
  const there = known.get(id) ?? (await read())
  if (there === null) throw new Error(`A record refers to ${id}, which is not there.`)
  known.set(id, there)
  return there
}
