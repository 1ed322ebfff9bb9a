import { mapColumns } from '../../shared/domain/exchange/column-mapping.ts'
import { ImportPlanner } from '../../shared/domain/exchange/import-planner.ts'
import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import { isRefusal } from '../../shared/domain/refusal.ts'
import { told, wholeFinding } from './told.ts'
import { recounted, WorkedCase } from './worked-case.ts'

export interface InWorkspace {
  readonly customers?: readonly Customer[]
  readonly payers?: readonly Payer[]
}

/**
 * A customer list as it is planned: heads and rows are written with `|` between their cells, the first row is line 2.
 * Problems, notes and what would be recorded are read with their sentences.
 */
export class ImportTable {
  readonly planner: ImportPlanner
  #line = 1

  constructor(heads: string, has: InWorkspace = {}, restoreZeros = false) {
    const columns = mapColumns(heads.split('|'), {}, {})
    if (isRefusal(columns)) throw new Error(told(columns).message)
    this.planner = new ImportPlanner(columns, restoreZeros, new WorkedCase().act())
    this.knows(has)
  }

  knows({ customers = [], payers = [] }: InWorkspace): this {
    this.planner.know({
      customers: Map.groupBy(customers, (c) => c.managementAccountId),
      payers: new Map(payers.map((p) => [p.accountId, p])),
      payersById: new Map(payers.map((p) => [p.id, p])),
    })
    return this
  }

  reads(...rows: readonly string[]): this {
    for (const row of rows) {
      this.#line += 1
      this.planner.take({ line: this.#line, cells: row.split('|') })
    }
    return this
  }

  /** What is wrong, cell by cell. */
  get problems() {
    return this.planner.problems.map(({ line, column, value, refusal, offer }) => {
      told(refusal)
      return [line, column, value, refusal.code, offer]
    })
  }

  get notes() {
    return this.planner.notes.map(({ line, finding }) => {
      const { level, code, field } = wholeFinding(finding)
      return [line, level, code, field]
    })
  }

  /** The customers as they would be, by line. */
  get customers() {
    return this.planner.customers
  }

  get payers(): readonly Payer[] {
    return this.planner.payers.map(({ payer }) => payer)
  }

  get change() {
    const change = this.planner.change()
    change.activity.forEach(recounted)
    return change
  }
}
