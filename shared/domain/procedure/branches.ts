import type { FactName } from '../facts.ts'
import { factsIn, holds, type Situation } from './conditions.ts'
import type { Condition, Procedure } from './types.ts'

/** An answer that decides which steps of a procedure a case takes. */
export interface BranchFact {
  readonly fact: FactName
  readonly value: string
}

/**
 * The answers this case’s branches hang on, in the order of the intake’s questions: those a step’s condition speaks of,
 * and the partition, because AWS China runs by hand in every procedure.
 */
export function branchesOf(procedure: Procedure, situation: Situation): readonly BranchFact[] {
  const conditions = procedure.phases.flatMap((p) => p.steps).flatMap((s) => (s.when === null ? [] : [s.when]))
  const spoken = new Set(conditions.flatMap(factsIn))
  const asked = procedure.intake.questions
    .filter((q) => spoken.has(q.fact) && (q.when === null || holds(q.when, situation)))
    .map((q) => q.fact)
  const facts: readonly FactName[] = ['partition', ...asked.filter((fact) => fact !== 'partition')]
  return facts.flatMap((fact) => known(fact, situation))
}

/** The answer for which a condition does not hold; null where it holds, or where nobody has answered yet. */
export function decidedBy(condition: Condition, situation: Situation): BranchFact | null {
  if (holds(condition, situation)) return null
  const fact = factsIn(failing(condition, situation))[0]
  return fact === undefined ? null : (known(fact, situation)[0] ?? null)
}

/** The part of a condition that stands in its way: of several that must hold, the first that does not. */
function failing(condition: Condition, situation: Situation): Condition {
  if (!('all' in condition)) return condition
  const first = condition.all.find((c) => !holds(c, situation))
  return first === undefined ? condition : failing(first, situation)
}

function known(fact: FactName, { facts }: Situation): readonly BranchFact[] {
  const value = facts[fact]
  return value === null ? [] : [{ fact, value }]
}
