import { allSteps } from '../../../shared/domain/procedure/engine.ts'
import type { CheckId, Procedure, Step } from '../../../shared/domain/procedure/types.ts'

/** The step on which a check is shown; null where the procedure knows no such check. */
export function stepOfCheck(procedure: Procedure, check: CheckId): Step | null {
  const steps = allSteps(procedure)
  const settles = (s: Step) => s.settledBy !== null && 'passed' in s.settledBy && s.settledBy.passed === check
  return steps.find((s) => s.checks.includes(check)) ?? steps.find(settles) ?? null
}
