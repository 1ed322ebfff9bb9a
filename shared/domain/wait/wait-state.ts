import { addMillis, fromMillis, HOUR, type Instant, toMillis } from '../instant.ts'
import type { Wait } from '../records/wait.ts'

export type WaitStateName = 'waiting' | 'ready' | 'overdue' | 'paused' | 'met' | 'cancelled' | 'clock-suspect'

export interface WaitState {
  readonly state: WaitStateName
  /** When it is time to look. */
  readonly dueAt: Instant
  /** When it is time to chase. */
  readonly overdueAt: Instant
  /** Milliseconds until due, negative after it; null where the wait does not run. */
  readonly remainingMs: number | null
  /** Share of the expected time that has passed, 0 to 1. */
  readonly progress: number
  /** For a wait that was met: milliseconds before (positive) or after (negative) its due instant. */
  readonly earlyByMs: number | null
}

/** When a wait is due and overdue, without looking at the clock: what lists and reminders are ordered by. */
export function dueInstants(wait: Wait): { readonly dueAt: Instant; readonly overdueAt: Instant } {
  const dueAt = addMillis(wait.anchorAt, wait.expectedHours * HOUR + wait.pausedMillis)
  return { dueAt, overdueAt: addMillis(dueAt, wait.graceHours * HOUR) }
}

/** The due and overdue moments as they are now, in milliseconds: a pause that lasts moves them on. */
function momentsAt(wait: Wait, now: number): { readonly due: number; readonly overdue: number } {
  const pausedFor = wait.paused ? Math.max(0, now - toMillis(wait.paused.at)) : 0
  const due = toMillis(wait.anchorAt) + wait.expectedHours * HOUR + wait.pausedMillis + pausedFor
  return { due, overdue: due + wait.graceHours * HOUR }
}

/**
 * The name of a wait's state alone, for whoever looks at many.
 * @param now in milliseconds
 */
export function waitStateName(wait: Wait, now: number): WaitStateName {
  if (wait.cancelled) return 'cancelled'
  if (wait.metAt) return 'met'
  if (now < toMillis(wait.recordedAt)) return 'clock-suspect'
  if (wait.paused) return 'paused'
  const { due, overdue } = momentsAt(wait, now)
  return now < due ? 'waiting' : now < overdue ? 'ready' : 'overdue'
}

/**
 * The state of a wait: a pure function of what happened and of now. Hours are elapsed hours in UTC, so a change
 * of clocks or of time zone moves nothing. A clock that reads earlier than what it has recorded is suspect:
 * nothing is counted then.
 */
export function waitState(wait: Wait, now: Instant): WaitState {
  const at = toMillis(now)
  const state = waitStateName(wait, at)
  const { due, overdue } = momentsAt(wait, at)
  const remainingMs = due - at
  const runs = state === 'waiting' || state === 'ready' || state === 'overdue'
  return {
    state,
    dueAt: fromMillis(due),
    overdueAt: fromMillis(overdue),
    remainingMs: runs ? remainingMs : null,
    progress: progressOf(wait, state, remainingMs),
    earlyByMs: state === 'met' && wait.metAt ? toMillis(dueInstants(wait).dueAt) - toMillis(wait.metAt) : null,
  }
}

function progressOf(wait: Wait, state: WaitStateName, remainingMs: number): number {
  if (state === 'cancelled' || state === 'clock-suspect') return 0
  if (state === 'met') return 1
  const expected = wait.expectedHours * HOUR
  return expected === 0 ? 1 : Math.min(1, Math.max(0, 1 - remainingMs / expected))
}

/** Neither met nor cancelled: somebody still waits for it. */
export function isOpen(wait: Wait): boolean {
  return wait.metAt === null && wait.cancelled === null
}
