import { addMillis, HOUR, type Instant, toMillis } from '../instant.ts'
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

/**
 * The state of a wait: a pure function of what happened and of now. Hours are elapsed hours in UTC, so a change
 * of clocks or of time zone moves nothing. A clock that reads earlier than what it has recorded is suspect:
 * nothing is counted then.
 */
export function waitState(wait: Wait, now: Instant): WaitState {
  const running = dueInstants(wait)
  const pausedFor = wait.paused ? Math.max(0, toMillis(now) - toMillis(wait.paused.at)) : 0
  const dueAt = addMillis(running.dueAt, pausedFor)
  const overdueAt = addMillis(running.overdueAt, pausedFor)
  const still = (state: WaitStateName, progress: number, earlyByMs: number | null = null): WaitState => ({
    state,
    dueAt,
    overdueAt,
    remainingMs: null,
    progress,
    earlyByMs,
  })

  if (wait.cancelled) return still('cancelled', 0)
  if (wait.metAt) return still('met', 1, toMillis(running.dueAt) - toMillis(wait.metAt))
  if (toMillis(now) < toMillis(wait.recordedAt)) return still('clock-suspect', 0)

  const remainingMs = toMillis(dueAt) - toMillis(now)
  const expected = wait.expectedHours * HOUR
  const progress = expected === 0 ? 1 : Math.min(1, Math.max(0, 1 - remainingMs / expected))
  if (wait.paused) return still('paused', progress)
  const state = remainingMs > 0 ? 'waiting' : toMillis(now) < toMillis(overdueAt) ? 'ready' : 'overdue'
  return { state, dueAt, overdueAt, remainingMs, progress, earlyByMs: null }
}

/** Neither met nor cancelled: somebody still waits for it. */
export function isOpen(wait: Wait): boolean {
  return wait.metAt === null && wait.cancelled === null
}
