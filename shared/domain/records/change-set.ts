import type { NewActivity } from './activity.ts'
import type { Attachment } from './attachment.ts'
import type { CaseRecord, StepRecord } from './case.ts'
import type { CheckRecord } from './check.ts'
import type { Customer } from './customer.ts'
import type { Payer } from './payer.ts'
import type { Settings } from './settings.ts'
import type { Snooze } from './snooze.ts'
import type { Submission } from './submission.ts'
import type { Wait } from './wait.ts'

/** One record to be written whole, inserted or replaced by its key. */
export type Put =
  | { readonly kind: 'settings'; readonly record: Settings }
  | { readonly kind: 'customer'; readonly record: Customer }
  | { readonly kind: 'payer'; readonly record: Payer }
  | { readonly kind: 'case'; readonly record: CaseRecord }
  | { readonly kind: 'step'; readonly record: StepRecord }
  | { readonly kind: 'wait'; readonly record: Wait }
  | { readonly kind: 'submission'; readonly record: Submission }
  | { readonly kind: 'attachment'; readonly record: Attachment }
  | { readonly kind: 'check'; readonly record: CheckRecord }
  | { readonly kind: 'snooze'; readonly record: Snooze }

export type AggregateKind = 'settings' | 'customer' | 'payer' | 'case'

/**
 * Everything one decision changes, committed as one transaction or not at all.
 * The `revision` inside each put aggregate is the expected one (0: it must not exist yet);
 * the store writes expected + 1, and refuses with `conflict.revision` where the file holds another.
 * Steps, waits, submissions, attachments and checks belong to a case: put the case along with them. A snooze changes
 * nothing of its case.
 */
export interface ChangeSet {
  readonly puts: readonly Put[]
  readonly activity: readonly NewActivity[]
}
