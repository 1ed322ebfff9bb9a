import type { Instant } from '../../shared/domain/instant.ts'
import type { CaseRow, OpenWait } from './ports.ts'

/** The operator's day, as far as instants alone can tell it. */
export interface AgendaQuery {
  readonly now: Instant
  /** Running waits that are due by then are `soon`. */
  readonly soonUntil: Instant
  /** Open cases without a running wait that were last changed before this are untouched for too long. */
  readonly untouchedBefore: Instant
  /** Definitions of the waits in which the customer is awaited. */
  readonly customerWaits: readonly string[]
  /** Rows of each group at most; the totals count all. */
  readonly limit: number
}

export interface Group<T> {
  readonly total: number
  readonly rows: readonly T[]
}

export interface AgendaWait extends OpenWait {
  /** Until when it was put off; null where it was not, or that time is over. */
  readonly snoozedUntil: Instant | null
}

/**
 * Waits that run, each in one group, and open cases in which something can be done. Waits of cases that are not open are
 * paused or ended (`change-state.ts`), so the waits alone decide. A paused wait is in no group; one that was recorded
 * after `now`, by a clock that was wrong then or is now, stands where its due time puts it.
 */
export interface Agenda {
  /** Past due and grace, longest first. */
  readonly overdue: Group<AgendaWait>
  /** Past due, next to be overdue first. */
  readonly ready: Group<AgendaWait>
  /** Not yet due, and the customer is awaited; first due first, like the two that follow. */
  readonly customer: Group<AgendaWait>
  readonly soon: Group<AgendaWait>
  readonly waiting: Group<AgendaWait>
  /** Past due, but put off; first due first. */
  readonly snoozed: Group<AgendaWait>
  /** Open cases with a step that can be done and no wait that is due, longest untouched first. */
  readonly todo: Group<CaseRow>
  /** Open cases in which nothing runs and nobody did anything for too long, longest first; none of them is in `todo`. */
  readonly untouched: Group<CaseRow>
}
