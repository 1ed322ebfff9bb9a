import type { Instant } from '../instant.ts'
import type { CaseRecord } from '../records/case.ts'
import type { SubmissionState } from '../records/submission.ts'

/** What reports need of a case, and no more. */
export interface CaseHistory {
  readonly procedureId: string
  readonly procedureVersion: number
  readonly state: CaseRecord['state']
  /** The phase it stands in; null where none is left, or none can be told. */
  readonly phase: string | null
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  /** Steps that are done or not applicable, with when that was recorded. */
  readonly settled: readonly { readonly stepId: string; readonly at: Instant }[]
  readonly attempts: readonly AttemptHistory[]
}

export interface AttemptHistory {
  readonly attempt: number
  readonly state: SubmissionState
  readonly sentAt: Instant | null
  readonly answeredAt: Instant | null
  /** When it was returned or withdrawn. */
  readonly closedAt: Instant | null
  /** Milliseconds in which the answer was expected, with what it was on hold; null where no wait was kept. */
  readonly expectedMs: number | null
}
