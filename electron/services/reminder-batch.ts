import type { ReminderView } from '../../shared/contract/operations/reminders.ts'

/** More than this many at once are one digest: what fell due while the app was closed, or nobody looked. */
const ONE_BY_ONE = 3

/** Of whom anything is said at once, at most. */
export const NAMED = ONE_BY_ONE + 1

/** What is told together: one by one while it is little, as a digest where it is much. */
export interface Batch {
  readonly overdue: number
  readonly due: number
  /** Of the first few. */
  readonly customers: readonly string[]
  readonly views: readonly ReminderView[]
}

export const emptyBatch: Batch = { overdue: 0, due: 0, customers: [], views: [] }

export function addTo(batch: Batch, more: Batch): Batch {
  return {
    overdue: batch.overdue + more.overdue,
    due: batch.due + more.due,
    customers: [...batch.customers, ...more.customers].slice(0, ONE_BY_ONE),
    views: [...batch.views, ...more.views].slice(0, NAMED),
  }
}

export function isDigest({ overdue, due }: Batch): boolean {
  return overdue + due > ONE_BY_ONE
}
