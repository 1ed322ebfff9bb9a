import type { Facts } from '../facts.ts'
import type { StepRecord } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import { holds, type Situation, stepsIn, unmet } from './conditions.ts'
import type { Condition, Procedure, Step } from './types.ts'

export type StepStatus = 'done' | 'not-applicable' | 'blocked' | 'todo' | 'locked'

export interface EvaluatedStep {
  readonly step: Step
  readonly phaseId: string
  readonly status: StepStatus
  readonly record: StepRecord | null
  /** What the gate still waits for; empty when it is open. */
  readonly waitsFor: readonly Condition[]
}

export interface Evaluation {
  readonly steps: readonly EvaluatedStep[]
  /** The first step that can be worked on now; null when all is done or everything left waits for something. */
  readonly next: EvaluatedStep | null
  /** The phase of the first step that is not settled; null when all are. */
  readonly phaseId: string | null
  readonly complete: boolean
}

export function situationOf(procedure: Procedure, c: Case, facts: Facts): Situation {
  const records = new Map(c.steps.map((r) => [r.stepId, r]))
  const byId = new Map(allSteps(procedure).map((s) => [s.id, s]))
  const situation: Situation = {
    case: c,
    facts,
    settled(stepId) {
      const state = records.get(stepId)?.state
      if (state === 'done' || state === 'not-applicable') return true
      const when = byId.get(stepId)?.when
      return when !== undefined && when !== null && !holds(when, situation)
    },
  }
  return situation
}

/** Where a case stands in its procedure. Pure: the same case and facts give the same answer at any time. */
export function evaluate(procedure: Procedure, c: Case, facts: Facts): Evaluation {
  const situation = situationOf(procedure, c, facts)
  const records = new Map(c.steps.map((r) => [r.stepId, r]))
  const steps = procedure.phases.flatMap((phase) =>
    phase.steps.map((step): EvaluatedStep => {
      const record = records.get(step.id) ?? null
      const waitsFor = unmet(step.gate, situation)
      return { step, phaseId: phase.id, record, waitsFor, status: statusOf(step, record, waitsFor, situation) }
    }),
  )
  const open = steps.filter((s) => s.status !== 'done' && s.status !== 'not-applicable')
  return {
    steps,
    next: nextOf(open),
    phaseId: open[0]?.phaseId ?? null,
    // A case whose branch is not chosen yet has no step that applies, and is not complete for that.
    complete: open.length === 0 && steps.some((s) => s.record !== null),
  }
}

function statusOf(step: Step, record: StepRecord | null, waitsFor: readonly Condition[], s: Situation): StepStatus {
  if (step.when !== null && !holds(step.when, s)) return 'not-applicable'
  if (record?.state === 'done') return 'done'
  if (record?.state === 'not-applicable') return 'not-applicable'
  if (record?.state === 'blocked') return 'blocked'
  return waitsFor.length > 0 ? 'locked' : 'todo'
}

/** Work comes before waiting: a wait step is next only when nothing else can be done. */
function nextOf(open: readonly EvaluatedStep[]): EvaluatedStep | null {
  const doable = open.filter((s) => s.status === 'todo' || (s.status === 'locked' && isEnterable(s)))
  return doable.find((s) => s.step.kind !== 'wait') ?? doable[0] ?? null
}

/** A gate that waits only for values this very step enters is no reason to pass it by. */
function isEnterable(s: EvaluatedStep): boolean {
  return s.waitsFor.every((c) => asksOnlyFor(c, s.step))
}

function asksOnlyFor(c: Condition, step: Step): boolean {
  if ('known' in c) return step.enters.includes(c.known)
  if ('fact' in c) return step.enters.includes(c.fact)
  if ('all' in c) return c.all.every((x) => asksOnlyFor(x, step))
  if ('any' in c) return c.any.some((x) => asksOnlyFor(x, step))
  if ('not' in c) return asksOnlyFor(c.not, step)
  return false
}

export function allSteps(procedure: Procedure): readonly Step[] {
  return procedure.phases.flatMap((p) => p.steps)
}

/** The step of that name; null where the procedure has none. */
export function stepOf(procedure: Procedure, stepId: string): Step | null {
  return allSteps(procedure).find((s) => s.id === stepId) ?? null
}

/** Whether doing the step ends a wait of this definition. */
export function endsWait(step: Step, definition: string): boolean {
  return step.effects.some((effect) => 'meetWait' in effect && effect.meetWait === definition)
}

/** Steps whose gate leads back to this one, at whatever distance, in the procedure's order. */
export function dependentsOf(procedure: Procedure, stepId: string): readonly string[] {
  const reached = new Set([stepId])
  for (const step of allSteps(procedure)) {
    if (step.gate.flatMap(stepsIn).some((s) => reached.has(s))) reached.add(step.id)
  }
  reached.delete(stepId)
  return [...reached]
}
