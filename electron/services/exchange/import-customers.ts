import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { cellText } from '../../../shared/domain/exchange/cells.ts'
import { toRemember } from '../../../shared/domain/exchange/column-mapping.ts'
import { ImportPlanner, type Known } from '../../../shared/domain/exchange/import-planner.ts'
import { readAccountCell } from '../../../shared/domain/exchange/read-customer-row.ts'
import type { ChangeSet } from '../../../shared/domain/records/change-set.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { bytesInput } from '../bytes-input.ts'
import { CasebookError } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import type { JobControl } from '../jobs.ts'
import { procedureNamed } from '../opening.ts'
import { openCases } from './import-cases.ts'
import { type ImportFile, readImportFile } from './import-file.ts'
import { guardCases } from './import-guards.ts'
import { importReport } from './import-report.ts'

/** Rows between two looks at whether it was cancelled. */
const STRIDE = 500

const NOTHING_KNOWN: Known = { customers: new Map(), payers: new Map(), payersById: new Map() }

/** Taking in a list of customers, as it comes out of a spreadsheet. */
export function importHandlers(context: Context): Pick<AppHandlers, 'import.plan' | 'import.run'> {
  return {
    'import.plan': (input) => inJob(input, (job) => plan(input, job).then(({ report }) => report)),

    'import.run': (input) =>
      inJob(input, async (job) => {
        const { report, change, remember } = await plan(input, job)
        if (!report.ok) return report
        if (job.isCancelled()) throw new CasebookError(refuse('job.cancelled', {}))
        return { ...report, applied: true, sequence: await take(change, remember, report) }
      }),
  }

  async function plan(input: ParsedInputOf<'import.run'>, job: JobControl) {
    const settings = await context.settings()
    const act = context.act(settings)
    const file = readImportFile(context.ports.packer, bytesInput(input.base64), input.columns ?? {}, settings)
    const restoreZeros = input.restoreZeros ?? false
    const known = file.refusal === null ? await knownOf(file, restoreZeros) : NOTHING_KNOWN
    const planner = new ImportPlanner(file.columns, known, restoreZeros, act)
    // Columns that do not do are told like a cell: whoever maps them needs to see all of them.
    if (file.refusal !== null) planner.refuse(file.headLine, null, '', file.refusal)
    for (const [i, row] of (file.refusal === null ? file.rows : []).entries()) {
      if (i % STRIDE === 0) await job.progress(i, file.rows.length)
      if (job.isCancelled()) throw new CasebookError(refuse('job.cancelled', {}))
      planner.take(row)
    }
    await guardCases(context, planner)
    const cases = await casesToOpen(input.open, planner, act, job)
    const remember = toRemember(file.columns, settings.importColumns)
    const isNew = JSON.stringify(remember) !== JSON.stringify(settings.importColumns)
    return {
      report: importReport(input.name, file, planner, cases),
      change: withCases(planner.change(), cases),
      remember: isNew ? { ...settings, importColumns: remember, updatedAt: act.now } : null,
    }
  }

  async function casesToOpen(wanted: string | undefined, planner: ImportPlanner, act: Act, job: JobControl) {
    if (wanted === undefined) return { puts: [], activity: [] }
    return openCases(context, planner, procedureNamed(context, wanted), act, job)
  }

  /** What is there already of the accounts that the file names. */
  async function knownOf(file: ImportFile, restoreZeros: boolean): Promise<Known> {
    const { store } = context.ports
    const read = (field: string) => {
      const column = file.columns.findIndex((c) => c.field === field)
      if (column < 0) return []
      return file.rows.flatMap(({ cells }) => {
        const account = readAccountCell(cellText(cells[column] ?? ''), restoreZeros)
        return account.ok ? [account.value] : []
      })
    }
    const management = [...new Set(read('managementAccountId'))]
    const customers = Map.groupBy(await store.customersByAccount(management), (c: Customer) => c.managementAccountId)
    const payers = new Map<string, Payer>()
    const payersById = new Map<string, Payer>()
    const keep = (payer: Payer) => {
      payers.set(payer.accountId, payer)
      payersById.set(payer.id, payer)
    }
    const accounts = [...new Set([...management, ...read('payerAccountId')])]
    for (const payer of await store.payersByAccount(accounts)) keep(payer)
    for (const { payerId } of [...customers.values()].flat()) {
      const payer = payersById.has(payerId) ? null : await store.payer(payerId)
      if (payer) keep(payer)
    }
    return { customers, payers, payersById }
  }

  /** One transaction. Where nothing changes there is nothing to write, nor to record. */
  async function take(
    change: ChangeSet,
    settings: Awaited<ReturnType<typeof plan>>['remember'],
    report: ImportReport,
  ): Promise<number | null> {
    const { counts, name } = report
    if (settings !== null) {
      const what = { at: settings.updatedAt, who: settings.operator, what: 'settings.changed' }
      const place = { caseId: null, customerId: null, payerId: null }
      const activity = [{ ...what, ...place, params: { fields: ['importColumns'] } }]
      await context.commit({ puts: [{ kind: 'settings', record: settings }], activity }, 'settings', [
        settings.workspaceId,
      ])
    }
    if (change.puts.length === 0) return null
    const act = context.act(await context.settings())
    const done = { at: act.now, who: act.by, what: 'import.done', caseId: null, customerId: null, payerId: null }
    const whole = { puts: change.puts, activity: [...change.activity, { ...done, params: { name, ...counts } }] }
    return (await context.commit(whole, 'cases', [])).sequence
  }

  function inJob<T>({ job }: { readonly job?: string | undefined }, work: (job: JobControl) => Promise<T>): Promise<T> {
    return context.jobs.run(job ?? context.ports.ids.next(), 'import', work)
  }
}

function withCases(change: ChangeSet, cases: ChangeSet): ChangeSet {
  return { puts: [...change.puts, ...cases.puts], activity: [...change.activity, ...cases.activity] }
}
