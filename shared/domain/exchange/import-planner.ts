import type { Act } from '../case/act.ts'
import { newCustomer } from '../customer.ts'
import { type Finding, finding } from '../finding.ts'
import type { Parsed } from '../parsed.ts'
import { activity as payerActivity } from '../payer.ts'
import type { NewActivity } from '../records/activity.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { Customer } from '../records/customer.ts'
import type { Payer } from '../records/payer.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { orgIdsLikeAccounts } from '../values/org-id.ts'
import { shown, tidy } from '../values/typed-text.ts'
import { cellText } from './cells.ts'
import type { MappedColumn } from './column-mapping.ts'
import { FIELD_HEADS, type ImportField } from './columns.ts'
import { customerCells } from './customer-cells.ts'
import { PayerPlans, type PlannedPayer } from './plan-payers.ts'
import { type Cells, readAccountCell, readCustomerCells } from './read-customer-row.ts'

export interface TableRow {
  /** Line of the file on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Why a row cannot be taken, down to the cell. */
export interface RowProblem {
  readonly line: number
  /** Head of the column; null where the row as a whole is at fault. */
  readonly column: string | null
  readonly value: string
  readonly refusal: Refusal
  /** What could stand there instead, where that is known: an account with its zeros back. */
  readonly offer: string | null
}

export interface RowNote {
  readonly line: number
  readonly finding: Finding
}

export interface PlannedCustomer {
  readonly line: number
  /** Null: the import adds it. */
  readonly before: Customer | null
  readonly customer: Customer
  readonly payer: Payer
  readonly fields: readonly { readonly field: ImportField; readonly before: string; readonly after: string }[]
}

/** What the workspace has already of the accounts that some rows name. */
export interface Known {
  /** By management account; more than one where the workspace itself has it twice. */
  readonly customers: ReadonlyMap<string, readonly Customer[]>
  /** By account. */
  readonly payers: ReadonlyMap<string, Payer>
  readonly payersById: ReadonlyMap<string, Payer>
}

const NOTHING_KNOWN: Known = { customers: new Map(), payers: new Map(), payersById: new Map() }

const CUSTOMER_FIELDS = ['name', 'orgIds', 'tags', 'notes', 'contactName', 'contactEmail', 'contactRole'] as const

/**
 * Reads a customer list row by row against what is there, and says what taking it would do. Changes nothing. It goes
 * through a file some rows at a time: `know`, `take` each, look at `customers` and `payers`, `settle`. Of rows that are
 * settled it keeps only what later ones are held against.
 */
export class ImportPlanner {
  readonly problems: RowProblem[] = []
  readonly notes: RowNote[] = []
  /** Of the rows since the last settling. */
  customers: PlannedCustomer[] = []
  /** Rows that say the same of the same customer again. */
  repeated = 0
  readonly #columns: readonly MappedColumn[]
  #known: Known = NOTHING_KNOWN
  readonly #restoreZeros: boolean
  readonly #act: Act
  readonly #payers: PayerPlans
  /** By account, the line that spoke of it first and what it said, as text. */
  readonly #seen = new Map<string, { readonly line: number; readonly said: string }>()
  readonly #names = new Map<string, number>()

  constructor(columns: readonly MappedColumn[], restoreZeros: boolean, act: Act) {
    this.#columns = columns
    this.#restoreZeros = restoreZeros
    this.#act = act
    this.#payers = new PayerPlans(act)
  }

  /** What is there of the accounts that the next rows name. */
  know(known: Known): void {
    this.#known = known
    this.#payers.know(known.payers)
  }

  /** New or changed by the rows since the last settling. */
  get payers(): readonly PlannedPayer[] {
    return this.#payers.touched
  }

  take(row: TableRow): void {
    const cells = this.#cellsOf(row)
    const before = this.problems.length
    if (row.cells.slice(this.#columns.length).some((cell) => cell.trim() !== '')) {
      this.refuse(
        row.line,
        null,
        row.cells.at(-1) ?? '',
        refuse('import.too-many-cells', { columns: this.#columns.length }),
      )
    }
    const account = this.#account(row.line, 'managementAccountId', cells.get('managementAccountId') ?? '')
    if (account === null || this.#isRepeated(row, account, cells)) return
    const existing = this.#existing(row.line, account)
    if (existing === undefined) return
    const payer = this.#payer(row.line, account, cells, existing)
    if (payer) this.#plan(row.line, account, cells, existing, payer)
    if (this.problems.length === before) this.#notice(row.line)
  }

  refuse(line: number, field: ImportField | null, value: string, refusal: Refusal): void {
    const column = field === null ? null : (this.#columns.find((c) => c.field === field)?.head ?? FIELD_HEADS[field])
    const offer = refusal.code === 'account-id.leading-zeros' ? String(refusal.params.padded) : null
    this.problems.push({ line, column, value: shown(value), refusal, offer })
  }

  /** Says of a row what does not stand against taking it. */
  note(line: number, found: Finding): void {
    this.notes.push({ line, finding: found })
  }

  /** Forgets the rows that the change holds already. */
  settle(): void {
    this.#payers.settle()
    this.customers = []
  }

  /** Everything that is new or different since the last settling, as a part of the change. */
  change(): ChangeSet {
    const { now: at, by: who } = this.#act
    const customers = this.customers.filter(({ before, customer }) => before !== customer)
    return {
      puts: [
        ...this.payers.map(({ payer }) => ({ kind: 'payer' as const, record: payer })),
        ...customers.map(({ customer }) => ({ kind: 'customer' as const, record: customer })),
      ],
      activity: [
        ...this.payers.flatMap((plan) => this.#recordOf(plan)),
        ...customers.map(({ before, customer, payer, fields }) => ({
          at,
          who,
          what: before === null ? 'customer.added' : 'customer.changed',
          caseId: null,
          customerId: customer.id,
          payerId: customer.payerId,
          params:
            before === null
              ? {
                  name: customer.name,
                  managementAccountId: customer.managementAccountId,
                  orgIds: customer.orgIds,
                  payer: payer.accountId,
                  bucket: payer.bucket,
                }
              : {
                  fields: fields.map(({ field }) => field),
                  before: valuesOf(fields, 'before'),
                  after: valuesOf(fields, 'after'),
                },
        })),
      ],
    }
  }

  /** A payer that comes with its one customer is told of with that one. */
  #recordOf({ before, payer, said, isOwn, isSettled }: PlannedPayer): readonly NewActivity[] {
    if (before !== null || isSettled)
      return [payerActivity('payer.changed', payer, this.#act, { fields: [...said.keys()] })]
    return isOwn ? [] : [payerActivity('payer.added', payer, this.#act)]
  }

  #cellsOf(row: TableRow): Cells {
    const cells = new Map<ImportField, string>()
    for (const [i, { field }] of this.#columns.entries()) {
      const text = cellText(row.cells[i] ?? '')
      if (field !== null && tidy(text) !== '') cells.set(field, text)
    }
    return cells
  }

  #account(line: number, field: ImportField, text: string): string | null {
    const read = readAccountCell(text, this.#restoreZeros)
    if (read.ok) return read.value
    this.refuse(line, field, text, read.refusal)
    return null
  }

  /** A customer with two cases stands on two rows of an export; two rows that differ are a mistake of the file. */
  #isRepeated(row: TableRow, account: string, cells: Cells): boolean {
    const said = JSON.stringify([...cells])
    const first = this.#seen.get(account)
    if (first === undefined) {
      this.#seen.set(account, { line: row.line, said })
      return false
    }
    if (first.said === said) this.repeated += 1
    else {
      const refusal = refuse('import.repeated-differently', { account, line: first.line })
      this.refuse(row.line, 'managementAccountId', cells.get('managementAccountId') ?? '', refusal)
    }
    return true
  }

  /** The customer that is there; null where there is none, undefined where that cannot be told. */
  #existing(line: number, account: string): Customer | null | undefined {
    const [one = null, two] = this.#known.customers.get(account) ?? []
    if (two === undefined) return one
    this.refuse(line, 'managementAccountId', account, refuse('import.account-twice', { account }))
    return undefined
  }

  #payer(line: number, account: string, cells: Cells, existing: Customer | null): Payer | null {
    const has = existing === null ? null : (this.#known.payersById.get(existing.payerId) ?? null)
    const text = cells.get('payerAccountId')
    const named = text === undefined ? (has?.accountId ?? account) : this.#account(line, 'payerAccountId', text)
    if (named === null) return null
    if (has && named !== has.accountId) {
      this.refuse(line, 'payerAccountId', text ?? '', refuse('import.payer-moves', { from: has.accountId, to: named }))
      return null
    }
    const isOwn = named === account
    return this.#payers.take(named, line, cells, isOwn, (field, read) => this.#unread(line, field, cells, read))
  }

  #plan(line: number, account: string, cells: Cells, existing: Customer | null, payer: Payer): void {
    const written = existing && customerCells(existing, payer)
    const has = existing ?? { name: '', orgIds: [], tags: [], notes: '', contacts: [] }
    if (existing === null && !cells.has('name')) this.refuse(line, 'name', '', refuse('name.missing', {}))
    const own = readCustomerCells(cells, has, written, (field, read) => this.#unread(line, field, cells, read))
    if (existing === null) {
      const read = { name: own.name, managementAccountId: account, orgIds: own.orgIds }
      const { customer } = newCustomer(read, own, payer, this.#act)
      this.customers.push({ line, before: null, customer: { ...customer, notes: own.notes }, payer, fields: [] })
      return
    }
    const next = { ...existing, ...own }
    const after = customerCells(next, payer)
    const fields = CUSTOMER_FIELDS.filter((field) => written?.[field] !== after[field]).map((field) => ({
      field,
      before: written?.[field] ?? '',
      after: after[field],
    }))
    const customer = fields.length === 0 ? existing : { ...next, updatedAt: this.#act.now }
    this.customers.push({ line, before: existing, customer, payer, fields })
  }

  #unread(line: number, field: ImportField, cells: Cells, read: Parsed<unknown>): void {
    if (!read.ok) this.refuse(line, field, cells.get(field) ?? '', read.refusal)
  }

  /** What is worth a look before a row is taken. */
  #notice(line: number): void {
    const planned = this.customers.at(-1)
    if (planned?.line !== line) return
    const { customer, payer, before } = planned
    const accounts = [...new Set([customer.managementAccountId, payer.accountId, this.#act.settings.mspAccountId])]
    const noted = [...orgIdsLikeAccounts(customer.orgIds, accounts)]
    const key = customer.name.toLowerCase()
    const first = this.#names.get(key)
    if (first === undefined) this.#names.set(key, line)
    else if (before === null) {
      noted.push(finding('warning', 'import.same-name', { name: shown(customer.name), line: first }, 'name'))
    }
    this.notes.push(...noted.map((f) => ({ line, finding: f })))
  }
}

function valuesOf(fields: PlannedCustomer['fields'], which: 'before' | 'after'): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((f) => [f.field, f[which]]))
}
