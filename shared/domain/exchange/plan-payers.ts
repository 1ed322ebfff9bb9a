import type { Act } from '../case/act.ts'
import type { Parsed } from '../parsed.ts'
import { changedPayer, newPayer, type PayerSet } from '../payer.ts'
import type { Payer } from '../records/payer.ts'
import { isRefusal, refuse } from '../refusal.ts'
import { FIELD_HEADS, type ImportField } from './columns.ts'
import { type Cells, type OnProblem, parsePartition, parsePayerKind } from './read-customer-row.ts'

const PAYER_FIELDS = [
  'payerKind',
  'partition',
  'region',
  'reportName',
  'bucket',
  'prefix',
  'crawlerStackName',
  'awsProfile',
] as const satisfies readonly ImportField[]
type PayerField = (typeof PAYER_FIELDS)[number]

export interface PlannedPayer {
  /** Null: the import makes it. */
  readonly before: Payer | null
  readonly payer: Payer
  /** Whether it is the management account of the customer it came with. */
  readonly isOwn: boolean
  /** What rows said of it, with the line that said it first. */
  readonly said: ReadonlyMap<PayerField, Said>
  /** Whether a part of the change holds it already. */
  readonly isSettled: boolean
}

interface Said {
  readonly text: string
  readonly line: number
}

/** Of most payers a list says nothing: they share this. */
const NOTHING: ReadonlyMap<PayerField, Said> = new Map()

/** The payers that a file speaks of. Each is entered once: rows that contradict one another are refused. */
export class PayerPlans {
  #known: ReadonlyMap<string, Payer> = new Map()
  readonly #act: Act
  readonly #plans = new Map<string, PlannedPayer>()
  /** IDs, by account, of those that the change holds and of which no row has said anything: more than that is not kept. */
  readonly #silent = new Map<string, string>()
  /** Accounts of those that are new or changed since they were last settled. */
  readonly #touched = new Set<string>()

  constructor(act: Act) {
    this.#act = act
  }

  /** What is there of the payers that the next rows name. */
  know(payers: ReadonlyMap<string, Payer>): void {
    this.#known = payers
  }

  /** Those that are new or changed since they were last settled, in the order in which the file speaks of them. */
  get touched(): readonly PlannedPayer[] {
    return [...this.#touched].flatMap((account) => this.#plans.get(account) ?? [])
  }

  /** From here on they are as the change has them: what a later row says of one changes it once more. */
  settle(): void {
    for (const account of this.#touched) {
      const plan = this.#plans.get(account)
      if (!plan) continue
      if (plan.before === null && plan.isOwn && plan.said === NOTHING) {
        this.#silent.set(account, plan.payer.id)
        this.#plans.delete(account)
        continue
      }
      const payer = { ...plan.payer, revision: plan.payer.revision + 1 }
      this.#plans.set(account, { ...plan, payer, isSettled: true })
    }
    this.#touched.clear()
  }

  /** The payer of a row, with what the row says of it. */
  take(account: string, line: number, cells: Cells, isOwn: boolean, problem: OnProblem): Payer {
    const begun = this.#plans.get(account)
    const plan = this.#heard(begun ?? this.#begin(account, isOwn), cells, line)
    const set: Record<string, string> = {}
    let { awsProfile } = plan.payer
    for (const field of PAYER_FIELDS) {
      const text = cells.get(field)
      if (text === undefined || this.#contradicts(plan, account, field, text, problem)) continue
      if (text === cellOf(plan.payer, field)) continue
      if (field === 'awsProfile') awsProfile = text.slice(0, 200)
      else set[field] = text
    }
    const payer = this.#changed(plan.payer, set, problem)
    const isSame = payer === plan.payer && awsProfile === payer.awsProfile
    if (isSame) {
      // Of one that was there, and of which no row says anything, there is nothing to remember.
      if (plan !== begun && (plan.before === null || plan.said !== NOTHING)) this.#plans.set(account, plan)
      if (begun === undefined && plan.before === null && !plan.isSettled) this.#touched.add(account)
      return plan.payer
    }
    this.#touched.add(account)
    const next = { ...payer, awsProfile, updatedAt: this.#act.now }
    this.#plans.set(account, { ...plan, payer: next })
    return next
  }

  #begin(account: string, isOwn: boolean): PlannedPayer {
    const before = this.#known.get(account) ?? null
    if (before) return { before, payer: before, isOwn, said: NOTHING, isSettled: false }
    const id = this.#silent.get(account)
    const kind = isOwn || id !== undefined ? 'dedicated' : 'shared'
    const made = newPayer({ accountId: account, kind }, this.#act)
    if (isRefusal(made)) throw new Error(`An account that was read makes no payer: ${made.code}`)
    if (id === undefined) return { before: null, payer: made.payer, isOwn, said: NOTHING, isSettled: false }
    this.#silent.delete(account)
    // As it was made from a row before, and as the change holds it.
    return { before: null, payer: { ...made.payer, id, revision: 1 }, isOwn: true, said: NOTHING, isSettled: true }
  }

  /** The plan with what this row is the first to say. */
  #heard(plan: PlannedPayer, cells: Cells, line: number): PlannedPayer {
    const first = PAYER_FIELDS.filter((field) => cells.has(field) && !plan.said.has(field))
    if (first.length === 0) return plan
    return {
      ...plan,
      said: new Map([...plan.said, ...first.map((field) => [field, { text: cells.get(field) ?? '', line }] as const)]),
    }
  }

  #contradicts(plan: PlannedPayer, account: string, field: PayerField, text: string, problem: OnProblem): boolean {
    const first = plan.said.get(field)
    if (first === undefined || first.text === text) return false
    const head = FIELD_HEADS[field]
    const refusal = refuse('import.payer-differs', { account, head, line: first.line, other: first.text })
    problem(field, { ok: false, refusal })
    return true
  }

  #changed(payer: Payer, typed: Readonly<Record<string, string>>, problem: OnProblem): Payer {
    const { payerKind, partition, ...facts } = typed
    const kind = payerKind === undefined ? undefined : reading('payerKind', parsePayerKind(payerKind), problem)
    const moved = partition === undefined ? undefined : reading('partition', parsePartition(partition), problem)
    if (Object.keys(typed).length === 0) return payer
    const set: PayerSet = { ...facts, kind, partition: moved }
    const changed = changedPayer(payer, set)
    if (!isRefusal(changed)) return changed
    const field = PAYER_FIELDS.find((one) => one === changed.field) ?? 'payerKind'
    problem(field, { ok: false, refusal: changed })
    return payer
  }
}

function cellOf(payer: Payer, field: PayerField): string {
  return field === 'payerKind' ? payer.kind : field === 'awsProfile' ? (payer.awsProfile ?? '') : payer[field]
}

function reading<T>(field: ImportField, read: Parsed<T>, problem: OnProblem): T | undefined {
  if (read.ok) return read.value
  problem(field, read)
  return undefined
}
