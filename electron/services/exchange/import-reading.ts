import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { cellText } from '../../../shared/domain/exchange/cells.ts'
import { toRemember } from '../../../shared/domain/exchange/column-mapping.ts'
import { ImportPlanner, type Known, type TableRow } from '../../../shared/domain/exchange/import-planner.ts'
import { readAccountCell } from '../../../shared/domain/exchange/read-customer-row.ts'
import type { ChangeSet } from '../../../shared/domain/records/change-set.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { bytesInput } from '../bytes-input.ts'
import { CasebookError } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import type { JobControl } from '../jobs.ts'
import { procedureNamed } from '../opening.ts'
import { type OpenedCases, openCases, refuseAnswers, type ToOpen } from './import-cases.ts'
import { type ImportFile, readImportFile } from './import-file.ts'
import { guardCases } from './import-guards.ts'
import { ImportTally } from './import-report.ts'

const NO_CHANGE: ChangeSet = { puts: [], activity: [] }
const NO_CASES: OpenedCases = { ...NO_CHANGE, refused: 0 }

/**
 * One customer list, gone through once and some rows at a time, so that it takes little memory and lets others have
 * their turn. Begin with `beginReading`.
 */
export class ImportReading {
  readonly #context: Context
  readonly #file: ImportFile
  readonly #input: ParsedInputOf<'import.run'>
  readonly #settings: Settings
  readonly act: Act
  readonly #job: JobControl
  readonly #planner: ImportPlanner
  readonly #toOpen: ToOpen | null
  readonly #tally: ImportTally
  readonly #rows: AsyncIterator<readonly TableRow[]>
  #number: number | null = null

  constructor(
    context: Context,
    file: ImportFile,
    input: ParsedInputOf<'import.run'>,
    settings: Settings,
    job: JobControl,
  ) {
    this.#context = context
    this.#file = file
    this.#input = input
    this.#settings = settings
    this.#job = job
    this.act = context.act(settings)
    this.#planner = new ImportPlanner(file.columns, input.restoreZeros ?? false, this.act)
    this.#tally = new ImportTally(input.name, file, this.#planner)
    this.#rows = file.rows[Symbol.asyncIterator]()
    // Columns that do not do are told like a cell: whoever maps them needs to see all of them.
    if (file.refusal !== null) this.#planner.refuse(file.headLine, null, '', file.refusal)
    this.#toOpen = this.#readyToOpen()
  }

  /** What cases are to be opened in; null: none are, or their answers do not do, which is told once for all of them. */
  #readyToOpen(): ToOpen | null {
    const { open, facts = {} } = this.#input
    if (open === undefined) return null
    const toOpen = { procedure: procedureNamed(this.#context, open), facts }
    const refused = refuseAnswers(toOpen, this.act)
    if (refused === null) return toOpen
    this.#planner.refuse(this.#file.headLine, null, '', refused)
    return null
  }

  get isAtFault(): boolean {
    return this.#planner.problems.length > 0
  }

  report(): ImportReport {
    return this.#tally.report()
  }

  /** The settings with what is to be remembered of the columns; null where that is nothing new. */
  get remembered(): Settings | null {
    const importColumns = toRemember(this.#file.columns, this.#settings.importColumns)
    const isNew = JSON.stringify(importColumns) !== JSON.stringify(this.#settings.importColumns)
    return isNew ? { ...this.#settings, importColumns, updatedAt: this.act.now } : null
  }

  /** What the next rows change; null once there are no more. Throws `job.cancelled`, and what refuses the file. */
  async next(): Promise<ChangeSet | null> {
    await this.#job.progress(this.#tally.rows, this.#file.lines - 1)
    if (this.#job.isCancelled()) throw new CasebookError(refuse('job.cancelled', {}))
    const next = await this.#rows.next()
    if (next.done) return null
    if (this.#file.refusal !== null) {
      this.#tally.see(next.value, NO_CASES)
      return NO_CHANGE
    }
    const planner = this.#planner
    planner.know(await this.#knownOf(next.value))
    for (const row of next.value) planner.take(row)
    await guardCases(this.#context, planner)
    const cases = await this.#casesToOpen()
    this.#tally.see(next.value, cases)
    const own = planner.change()
    planner.settle()
    return { puts: [...own.puts, ...cases.puts], activity: [...own.activity, ...cases.activity] }
  }

  async #casesToOpen(): Promise<OpenedCases> {
    if (this.#toOpen === null) return NO_CASES
    this.#number ??= await this.#context.ports.store.nextCaseNumber()
    const cases = await openCases(this.#context, this.#planner, this.#toOpen, this.act, this.#number)
    this.#number += cases.puts.filter(({ kind }) => kind === 'case').length
    return cases
  }

  /** What is there already of the accounts that the rows name. */
  async #knownOf(rows: readonly TableRow[]): Promise<Known> {
    const { store } = this.#context.ports
    const read = (field: string) => {
      const column = this.#file.columns.findIndex((c) => c.field === field)
      if (column < 0) return []
      return rows.flatMap(({ cells }) => {
        const account = readAccountCell(cellText(cells[column] ?? ''), this.#input.restoreZeros ?? false)
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
}

/** Opens the file for reading. Throws `import.*` and `csv.broken` for what is no such list. */
export async function beginReading(
  context: Context,
  input: ParsedInputOf<'import.run'>,
  job: JobControl,
): Promise<ImportReading> {
  const settings = await context.settings()
  const file = await readImportFile(context.ports.packer, bytesInput(input.base64), input.columns ?? {}, settings)
  return new ImportReading(context, file, input, settings, job)
}
