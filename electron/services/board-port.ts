import type { CaseRecord } from '../../shared/domain/records/case.ts'
import type { CaseQuery, CaseRow } from './ports.ts'

/** How many cases of one state stand in a phase; null is past the last one. */
export interface PhaseCount {
  readonly phase: string | null
  readonly state: CaseRecord['state']
  readonly total: number
}

/** What the board is made of. */
export interface BoardStore {
  /**
   * How many cases of a procedure stand in each phase, by state, whatever the query's limit and mark; where there are
   * none nothing is said.
   */
  phases(query: CaseQuery & { readonly procedureId: string }): Promise<readonly PhaseCount[]>
  /** The rows of a page alone, for whom the total is known: counting costs more than they do. */
  firstCases(query: CaseQuery): Promise<readonly CaseRow[]>
}
