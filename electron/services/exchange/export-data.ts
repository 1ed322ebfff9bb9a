import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { CasebookError } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import type { JobControl } from '../jobs.ts'
import { handOut } from '../made-file.ts'
import { openWaits } from '../open-waits.ts'
import type { CaseRow, OpenWait } from '../ports.ts'
import { waitView } from '../views/wait-view.ts'
import { type CalendarWait, calendarEvents, calendarFrame } from './calendar.ts'
import { caseJson, customerJson, EXPORT_SCHEMA } from './case-json.ts'
import { TABLE_HEAD, tableRow } from './case-table.ts'
import { at, customersWithout, payersByAccount } from './customers-without.ts'
import { pagesOf, sizeOf } from './selection.ts'
import { TextParts } from './text-parts.ts'

type Input = ParsedInputOf<'export.data'>

/** Cases or customers that are written in one go, within a few milliseconds; between two such others have their turn. */
const STRIDE = 50

const MEDIA = { csv: 'text/csv', json: 'application/json', ics: 'text/calendar' } as const

interface Exported {
  readonly bytes: Uint8Array
  readonly count: number
}

/** Cases and customers as a table, for a program, or as a calendar. */
export function exportDataHandlers(context: Context): Pick<AppHandlers, 'export.data'> {
  return {
    async 'export.data'(input) {
      await context.settings()
      const { format, job, out } = input
      const made = await context.jobs.run(job ?? context.ports.ids.next(), 'export', async (control) => {
        const exported = await write(context, input, control)
        if (control.isCancelled()) throw new CasebookError(refuse('job.cancelled', {}))
        return exported
      })
      return handOut(context, { name: `casebook.${format}`, mediaType: MEDIA[format], ...made }, out)
    },
  }
}

function write(context: Context, input: Input, job: JobControl): Promise<Exported> {
  switch (input.format) {
    case 'csv':
      return writeTable(context, input, job)
    case 'json':
      return writeJson(context, input, job)
    case 'ics':
      return writeCalendar(context, input, job)
  }
}

async function writeTable(context: Context, input: Input, job: JobControl): Promise<Exported> {
  const { packer, store } = context.ports
  const text = new TextParts()
  const seen = new Set<string>()
  text.add(packer.writeCsv([TABLE_HEAD]))
  let count = 0
  const add = (rows: readonly (readonly string[])[]) => {
    if (rows.length > 0) text.add(packer.writeCsv(rows, false))
    count += rows.length
  }
  for await (const rows of selectedRows(context, input, job)) {
    const customers = byId(await store.customersById(rows.map(({ record }) => record.customerId)))
    const payers = await payersByAccount(context, rows)
    add(
      rows.map((row) => {
        seen.add(row.record.customerId)
        return tableRow(context, at(customers, row.record.customerId), at(payers, row.payerAccountId), row)
      }),
    )
  }
  for await (const others of othersOf(context, input, seen)) {
    add(others.map(({ customer, payer }) => tableRow(context, customer, payer, null)))
  }
  return { bytes: text.bytes(), count }
}

async function writeJson(context: Context, input: Input, job: JobControl): Promise<Exported> {
  const text = new TextParts()
  const seen = new Set<string>()
  let count = 0
  text.add(`{\n  "schema": ${EXPORT_SCHEMA},\n  "kind": "msp-casebook.cases",\n  "cases": [`)
  for await (const rows of selectedRows(context, input, job)) {
    const cases = await context.ports.store.casesByNumber(rows.map(({ record }) => record.number))
    for (const c of cases) {
      seen.add(c.customer.id)
      text.add(entryOf(caseJson(c), count === 0))
      count += 1
    }
  }
  text.add(`${count === 0 ? '' : '\n  '}],\n  "customersWithoutCase": [`)
  let isFirst = true
  for await (const others of othersOf(context, input, seen)) {
    for (const { customer, payer } of others) {
      text.add(entryOf(customerJson(customer, payer), isFirst))
      isFirst = false
    }
  }
  text.add(`${isFirst ? '' : '\n  '}]\n}\n`)
  return { bytes: text.bytes(), count }
}

/** An entry of a list that is written one by one, as `JSON.stringify` would write the whole. */
function entryOf(value: unknown, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n    ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`
}

async function writeCalendar(context: Context, input: Input, job: JobControl): Promise<Exported> {
  const selected = new Set<string>()
  for await (const rows of selectedRows(context, input, job)) for (const { record } of rows) selected.add(record.id)
  const text = new TextParts()
  const [head, end] = calendarFrame()
  text.add(head)
  let count = 0
  for await (const waits of openWaits(context.ports)) {
    if (job.isCancelled()) break
    const entries = waits
      .filter(({ row }) => selected.has(row.record.id))
      .flatMap((open) => entryInCalendar(context, open))
    text.add(calendarEvents(entries))
    count += entries.length
  }
  text.add(end)
  return { bytes: text.bytes(), count }
}

function entryInCalendar({ procedures, ports }: Context, { wait, row }: OpenWait): CalendarWait[] {
  const procedure = procedures.pinned(row.record.procedureId, row.record.procedureVersion)
  if (!procedure) return []
  return [{ row, wait: waitView(wait, procedure, ports.clock.now(), ports.clock.zone()), recordedAt: wait.recordedAt }]
}

/** The selected cases, those that are named, those of the view, or all, some at a time. Ends where it was cancelled. */
async function* selectedRows(context: Context, input: Input, job: JobControl): AsyncGenerator<readonly CaseRow[]> {
  const total = await sizeOf(context, input)
  const seen = new Set<number>()
  for await (const page of pagesOf(context, input)) {
    for (let n = 0; n < page.length; n += STRIDE) {
      await job.progress(seen.size, total)
      if (job.isCancelled()) return
      // Named by its number and by its ID, it is one case.
      const rows = page.slice(n, n + STRIDE).filter(({ record }) => !seen.has(record.number))
      for (const { record } of rows) seen.add(record.number)
      yield rows
    }
  }
}

/** Customers that have no case; only where the whole workspace is exported, not a view of cases. */
function othersOf(context: Context, { cases, query }: Input, seen: ReadonlySet<string>) {
  return cases === undefined && query === undefined ? customersWithout(context, seen) : []
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}
