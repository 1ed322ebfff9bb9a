import { type EvaluatedStep, evaluate } from '../procedure/engine.ts'
import type { Procedure, Step } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import { type Decided, isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { Act } from './act.ts'
import { CaseChange } from './case-change.ts'
import { refuseUnlessOpen } from './is-open.ts'
import { settle } from './mark-step.ts'
import { refuseFuture } from './refuse-future.ts'

/** A step that has to be done before the case is in the phase, and why it cannot be ticked, where it cannot. */
export interface StepOnTheWay {
  readonly step: Step
  readonly refusal: Refusal | null
}

export interface Advance {
  readonly steps: readonly StepOnTheWay[]
  /** Null where a step refuses. */
  readonly change: ChangeSet | null
}

/**
 * A case's phase follows from its steps: it moves on to a phase by every open step before it being done, each under its
 * own gate. All of them or none. Refuses a phase that the case is in or past: back it goes by reopening a step.
 * @param phaseId null: past the last phase, done
 * @param evidence what was seen, by step; what a preview does not have yet is taken for granted
 */
export function advance(
  c: Case,
  procedure: Procedure,
  phaseId: string | null,
  evidence: Readonly<Record<string, string>>,
  act: Act,
  isPreview: boolean,
): Decided<Advance> {
  const refused = refuseUnlessOpen(c) ?? refuseFuture(act)
  if (refused) return refused
  const phases = procedure.phases.map((phase) => phase.id)
  const target = phaseId === null ? phases.length : phases.indexOf(phaseId)
  if (target < 0) return refuse('phase.unknown', { phase: phaseId ?? '' }, 'phase')
  const change = new CaseChange(c, procedure, act)
  const at = placeOf(change, procedure)
  const title = procedure.phases[target]?.title ?? ''
  if (target <= at) return refuse('phase.behind', { case: `C-${c.record.number}`, phase: title }, 'phase')

  const steps: StepOnTheWay[] = []
  for (const { id } of procedure.phases.slice(0, target).flatMap((phase) => phase.steps)) {
    const now = evaluated(change, procedure, id)
    if (!now || now.status === 'done' || now.status === 'not-applicable') continue
    const typed = evidence[id]?.trim() || (isPreview && now.step.evidence === 'required' ? '…' : '')
    const mark = {
      stepId: id,
      to: 'done' as const,
      reason: '',
      evidence: typed ? { text: typed, attachmentId: null } : null,
    }
    const settled = settle(change, procedure, now, mark)
    steps.push({ step: now.step, refusal: isRefusal(settled) ? settled : null })
  }
  const isRefused = steps.some(({ refusal }) => refusal !== null)
  return { steps, change: isRefused || isPreview ? null : change.finish() }
}

function placeOf(change: CaseChange, procedure: Procedure): number {
  const { phaseId } = evaluate(procedure, change.case, change.facts)
  const at = procedure.phases.findIndex((phase) => phase.id === phaseId)
  return at < 0 ? procedure.phases.length : at
}

function evaluated(change: CaseChange, procedure: Procedure, id: string): EvaluatedStep | undefined {
  return evaluate(procedure, change.case, change.facts).steps.find(({ step }) => step.id === id)
}
