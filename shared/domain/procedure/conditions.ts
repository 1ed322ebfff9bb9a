import { crawlerFileOf, currentSubmission } from '../case/facts-of.ts'
import type { FactName, Facts } from '../facts.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Condition } from './types.ts'

/** What conditions look at: the case as it stands, and its facts. No clock: a gate never opens by itself. */
export interface Situation {
  readonly case: Case
  readonly facts: Facts
  /** Whether a step is done, or does not apply to this case. */
  settled(stepId: string): boolean
}

const REACHED = {
  exported: ['exported', 'sent', 'answered'],
  sent: ['sent', 'answered'],
  answered: ['answered'],
} as const

/** Whether a condition holds. */
export function holds(condition: Condition, s: Situation): boolean {
  if ('fact' in condition) {
    const allowed = typeof condition.is === 'string' ? [condition.is] : condition.is
    const value = s.facts[condition.fact]
    return value !== null && allowed.includes(value)
  }
  if ('known' in condition) return s.facts[condition.known] !== null
  if ('step' in condition) return s.settled(condition.step)
  if ('waitMet' in condition) {
    return s.case.waits.some((w) => w.definition === condition.waitMet && w.metAt !== null && w.cancelled === null)
  }
  if ('submission' in condition) {
    const state = currentSubmission(s.case)?.state
    return state !== undefined && (REACHED[condition.submission] as readonly string[]).includes(state)
  }
  if ('attached' in condition) return crawlerFileOf(s.case) !== null
  if ('passed' in condition) {
    return s.case.checks.some((c) => c.checkId === condition.passed && c.outcome === 'pass')
  }
  if ('all' in condition) return condition.all.every((c) => holds(c, s))
  if ('any' in condition) return condition.any.some((c) => holds(c, s))
  return !holds(condition.not, s)
}

/** The conditions among these that do not hold, so that a shut gate can say what it waits for. */
export function unmet(conditions: readonly Condition[], s: Situation): readonly Condition[] {
  return conditions.filter((c) => !holds(c, s))
}

/** Every step a condition speaks of, at whatever depth: the dependency that reopening follows. */
export function stepsIn(condition: Condition): readonly string[] {
  if ('step' in condition) return [condition.step]
  if ('all' in condition) return condition.all.flatMap(stepsIn)
  if ('any' in condition) return condition.any.flatMap(stepsIn)
  if ('not' in condition) return stepsIn(condition.not)
  return []
}

/** Every fact a condition speaks of, at whatever depth. */
export function factsIn(condition: Condition): readonly FactName[] {
  if ('fact' in condition) return [condition.fact]
  if ('known' in condition) return [condition.known]
  if ('all' in condition) return condition.all.flatMap(factsIn)
  if ('any' in condition) return condition.any.flatMap(factsIn)
  if ('not' in condition) return factsIn(condition.not)
  return []
}
