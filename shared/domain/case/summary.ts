import type { Facts } from '../facts.ts'
import { type Evaluation, evaluate } from '../procedure/engine.ts'
import type { Procedure } from '../procedure/types.ts'
import type { CaseSummary } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import { dueInstants, isOpen } from '../wait/wait-state.ts'
import { currentSubmission } from './facts-of.ts'

/** What lists show and sort by. Instants only: nothing in it goes stale while the case is not touched. */
export function summarize(procedure: Procedure, c: Case, facts: Facts): CaseSummary {
  return summaryOf(evaluate(procedure, c, facts), c)
}

export function summaryOf(evaluation: Evaluation, c: Case): CaseSummary {
  const first = c.waits
    .filter((w) => isOpen(w) && w.paused === null)
    .map((w) => ({ definition: w.definition, ...dueInstants(w) }))
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0]
  const settled = evaluation.steps.filter((s) => s.status === 'done' || s.status === 'not-applicable')
  return {
    phase: evaluation.phaseId,
    nextStep: evaluation.next?.step.id ?? null,
    nextKind: evaluation.next?.step.kind ?? null,
    stepsDone: settled.length,
    stepsTotal: evaluation.steps.length,
    blocked: evaluation.steps.some((s) => s.status === 'blocked'),
    waitDefinition: first?.definition ?? null,
    dueAt: first?.dueAt ?? null,
    overdueAt: first?.overdueAt ?? null,
    submissionState: currentSubmission(c)?.state ?? null,
  }
}
