import type { Instant } from '../../shared/domain/instant.ts'
import type { CaseRecord } from '../../shared/domain/records/case.ts'
import type { CaseHistory } from '../../shared/domain/reports/history.ts'

/** How many cases stand where now. */
export interface Standing {
  readonly procedureId: string
  readonly phase: string | null
  readonly state: Extract<CaseRecord['state'], 'open' | 'on-hold'>
  readonly owner: string
  readonly count: number
}

/** How many waits of one kind are past due and grace. */
export interface OverdueWaits {
  readonly procedureId: string
  readonly owner: string
  readonly definition: string
  readonly count: number
  /** When the longest of them was overdue. */
  readonly since: Instant
}

export interface HistoryQuery {
  /** Only cases that were changed at this instant or later; null for all. */
  readonly from: Instant | null
  readonly procedureId: string | null
  readonly owner: string | null
  /** Cases that are looked at; those of other procedures and owners are not given. */
  readonly limit: number
  /** Opaque mark of the page before; null for the first. */
  readonly after: string | null
}

/** What reports are made of. The questions are few, and long histories come by the page, so that nobody waits for them. */
export interface ReportStore {
  standing(): Promise<readonly Standing[]>
  overdue(now: Instant): Promise<readonly OverdueWaits[]>
  /** In the order of their last change. */
  histories(query: HistoryQuery): Promise<{ readonly rows: readonly CaseHistory[]; readonly after: string | null }>
}
