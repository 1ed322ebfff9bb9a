import type { Attachment } from './attachment.ts'
import type { CaseRecord, StepRecord } from './case.ts'
import type { CheckRecord } from './check.ts'
import type { Customer } from './customer.ts'
import type { Payer } from './payer.ts'
import type { Submission } from './submission.ts'
import type { Wait } from './wait.ts'

/** A case with everything the engine looks at. The store loads it, domain functions decide on it. */
export interface Case {
  readonly record: CaseRecord
  readonly customer: Customer
  readonly payer: Payer
  readonly steps: readonly StepRecord[]
  readonly waits: readonly Wait[]
  /** Oldest attempt first. */
  readonly submissions: readonly Submission[]
  /** The case's own files and the payer's crawler file, newest first. */
  readonly attachments: readonly Attachment[]
  readonly checks: readonly CheckRecord[]
}
