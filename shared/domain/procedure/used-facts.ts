import { FACT_NAMES, FACT_OWNERS, type FactName, type Facts } from '../facts.ts'
import { factsIn } from './conditions.ts'
import { allSteps } from './engine.ts'
import type { Procedure } from './types.ts'

/** Who the case is about: shown with every case, whatever its procedure asks for. */
const IDENTITY: readonly FactName[] = [
  'mspAccountId',
  'managementAccountId',
  'orgIds',
  'payerAccountId',
  'payerKind',
  'partition',
]

/** The facts that a procedure asks for, copies or decides on. */
export function usedFacts(procedure: Procedure): ReadonlySet<FactName> {
  const { intake } = procedure
  return new Set([
    ...intake.questions.map((q) => q.fact),
    ...allSteps(procedure).flatMap((step) => [
      ...step.values,
      ...step.enters,
      ...step.gate.flatMap(factsIn),
      ...(step.when === null ? [] : factsIn(step.when)),
    ]),
  ])
}

/** The facts to show with a case: who it is about, what its procedure uses, and what was recorded for it alone. */
export function shownFacts(procedure: Procedure, facts: Facts): readonly FactName[] {
  const used = usedFacts(procedure)
  return FACT_NAMES.filter((name) => {
    const own = FACT_OWNERS[name] === 'case' || FACT_OWNERS[name] === 'submission'
    return IDENTITY.includes(name) || used.has(name) || (own && facts[name] !== null)
  })
}
