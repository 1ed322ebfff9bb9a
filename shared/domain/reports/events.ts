import { type Instant, toMillis } from '../instant.ts'
import type { Procedure } from '../procedure/types.ts'
import type { AttemptHistory, CaseHistory } from './history.ts'

/** A phase that a case has left behind. */
export interface PhaseSpan {
  readonly phase: string
  readonly beganAt: Instant
  readonly endedAt: Instant
}

/** An attempt that Spot has judged: answered with a link, or returned for correction. */
export interface Judged {
  readonly endedAt: Instant
  readonly ms: number
  readonly isRight: boolean
  readonly expectedMs: number | null
}

/** What happened in a case, as reports count it. */
export interface CaseEvents {
  readonly procedureId: string
  readonly spans: readonly PhaseSpan[]
  /** Oldest first. */
  readonly judged: readonly Judged[]
  /** The first attempt of the case that was judged at all; null while there is none. */
  readonly first: Judged | null
  readonly openedAt: Instant
  /** When it was done; null where it is not. */
  readonly finishedAt: Instant | null
}

/**
 * The events of a case. A phase ends when its last step is settled, and not before the one ahead of it; it begins where
 * the one ahead of it ended, the first when the case was opened. Only phases that the case has left count, so a step that
 * was reopened takes its phase back.
 */
export function eventsOf(history: CaseHistory, procedure: Procedure): CaseEvents {
  const judged = history.attempts
    .toSorted((a, b) => a.attempt - b.attempt)
    .flatMap((attempt) => judgementOf(attempt) ?? [])
  return {
    procedureId: history.procedureId,
    spans: spansOf(history, procedure),
    judged,
    first: judged[0] ?? null,
    openedAt: history.openedAt,
    finishedAt: history.state === 'done' ? history.closedAt : null,
  }
}

function spansOf(history: CaseHistory, procedure: Procedure): readonly PhaseSpan[] {
  const current = procedure.phases.findIndex(({ id }) => id === history.phase)
  const left = history.state === 'done' ? procedure.phases : procedure.phases.slice(0, Math.max(0, current))
  const at = new Map(history.settled.map((step) => [step.stepId, step.at]))
  const spans: PhaseSpan[] = []
  let beganAt = history.openedAt
  for (const phase of left) {
    const instants = phase.steps.flatMap((step) => at.get(step.id) ?? [])
    if (instants.length === 0) continue
    const endedAt = [beganAt, ...instants].reduce((last, instant) => (instant > last ? instant : last))
    spans.push({ phase: phase.id, beganAt, endedAt })
    beganAt = endedAt
  }
  return spans
}

/** Withdrawn attempts and those still with Spot were not judged. */
function judgementOf({ state, sentAt, answeredAt, closedAt, expectedMs }: AttemptHistory): Judged | null {
  const endedAt = answeredAt ?? (state === 'returned' ? closedAt : null)
  if (sentAt === null || endedAt === null) return null
  const ms = Math.max(0, toMillis(endedAt) - toMillis(sentAt))
  return { endedAt, ms, isRight: answeredAt !== null, expectedMs }
}
