import { addMillis, HOUR, type Instant } from '../../../shared/domain/instant.ts'
import { allSteps } from '../../../shared/domain/procedure/engine.ts'
import type { Procedure } from '../../../shared/domain/procedure/types.ts'
import type { Random } from './random.ts'

const MINUTE = HOUR / 60

/** A step that was settled, and when. */
export interface Passed {
  readonly id: string
  readonly at: Instant
}

/** A wait as it went: anchored at the step that started it, over at the one that met it. */
export interface Waited {
  readonly definition: string
  readonly anchorAt: Instant
  readonly metAt: Instant
}

export interface Course {
  readonly passed: readonly Passed[]
  readonly waited: readonly Waited[]
}

/**
 * How a case went through the first `far` steps of its procedure: most steps follow each other within minutes, some on
 * another day, and what a wait holds up comes after between a third and one and a half times the hours that the
 * documents give it. Nothing lies after `now`, so a young case has not come as far.
 */
export function courseOf(procedure: Procedure, far: number, openedAt: Instant, now: Instant, random: Random): Course {
  const started = new Map<string, Instant>()
  const passed: Passed[] = []
  const waited: Waited[] = []
  let at = openedAt
  for (const step of allSteps(procedure).slice(0, far)) {
    at = addMillis(at, random.chance(75) ? (2 + random.below(30)) * MINUTE : (4 + random.below(44)) * HOUR)
    const over = step.effects.flatMap((effect) => ('meetWait' in effect ? [effect.meetWait] : []))
    for (const definition of over) {
      const hours = procedure.waits.find(({ id }) => id === definition)?.expectedHours ?? 24
      const ended = addMillis(
        started.get(definition) ?? at,
        Math.round((hours * (33 + random.below(118))) / 100) * HOUR,
      )
      if (ended > at) at = ended
    }
    if (at > now) break
    passed.push({ id: step.id, at })
    for (const definition of over) {
      const anchorAt = started.get(definition)
      if (anchorAt !== undefined) waited.push({ definition, anchorAt, metAt: at })
    }
    for (const effect of step.effects) if ('startWait' in effect) started.set(effect.startWait, at)
  }
  return { passed, waited }
}
