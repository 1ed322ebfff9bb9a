import { gateSentence } from '../../text/gates.ts'
import { holds } from '../procedure/conditions.ts'
import { dependentsOf, evaluate, situationOf, stepOf } from '../procedure/engine.ts'
import type { Procedure, Step } from '../procedure/types.ts'
import type { StepRecord } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import { type Decided, isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { Act } from './act.ts'
import { CaseChange } from './case-change.ts'
import { factsOf } from './facts-of.ts'
import { refuseUnlessOpen } from './is-open.ts'

export interface StepMark {
  readonly stepId: string
  readonly to: 'done' | 'skip' | 'block' | 'reopen'
  readonly reason: string
  readonly evidence: StepRecord['evidence']
}

/**
 * Marks a step done, not applicable, blocked, or open again.
 * Refuses a shut gate, a step that only something else settles, missing evidence and a missing reason.
 * Doing a step sets off its waits, anchored at `act.at`; reopening takes back what it and its dependents had set off.
 */
export function markStep(c: Case, procedure: Procedure, mark: StepMark, act: Act): Decided<ChangeSet> {
  const closed = refuseUnlessOpen(c)
  if (closed) return closed
  const step = stepOf(procedure, mark.stepId)
  if (!step) return refuse('step.unknown', { step: mark.stepId, steps: stepIds(procedure) }, 'step')
  const change = new CaseChange(c, procedure, act)
  const decided = decide(change, c, procedure, step, mark, act)
  return isRefusal(decided) ? decided : decided.finish()
}

function decide(
  change: CaseChange,
  c: Case,
  procedure: Procedure,
  step: Step,
  mark: StepMark,
  act: Act,
): Decided<CaseChange> {
  const base = { stepId: step.id, reason: mark.reason.trim(), evidence: mark.evidence }
  const said = { step: step.id, reason: base.reason, evidence: mark.evidence?.text ?? null }
  switch (mark.to) {
    case 'done': {
      const refused = refuseDone(c, procedure, step, mark, act)
      if (refused) return refused
      return change
        .withStep({ ...base, state: 'done' })
        .record('step.done', said)
        .applyEffects(step.effects)
    }
    case 'skip':
      if (!base.reason) return refuse('step.reason-missing', { step: step.title, what: 'not applicable' }, 'reason')
      return change.withStep({ ...base, state: 'not-applicable' }).record('step.skipped', said)
    case 'block':
      if (!base.reason) return refuse('step.reason-missing', { step: step.title, what: 'blocked' }, 'reason')
      return change.withStep({ ...base, state: 'blocked' }).record('step.blocked', said)
    case 'reopen':
      return reopen(change, c, procedure, step, base.reason)
  }
}

function refuseDone(c: Case, procedure: Procedure, step: Step, mark: StepMark, act: Act): Refusal | null {
  const evaluated = evaluate(procedure, c, factsOf(c, act.settings)).steps.find((s) => s.step.id === step.id)
  if (!evaluated || evaluated.status === 'not-applicable') return refuse('step.not-applicable', { step: step.title })
  if (evaluated.status === 'done')
    return refuse('step.done-before', { step: step.title, by: evaluated.record?.by ?? '' })
  if (evaluated.waitsFor.length > 0) {
    const waitsFor = evaluated.waitsFor.map((c) => gateSentence(c, procedure)).join(' ')
    return refuse('step.gate-shut', { step: step.title, waitsFor }, 'step')
  }
  if (!isByHand(step)) return refuse('step.not-by-hand', { step: step.title, kind: step.kind })
  if (step.evidence === 'required' && !mark.evidence?.text.trim() && !mark.evidence?.attachmentId) {
    return refuse('step.evidence-missing', { step: step.title }, 'evidence')
  }
  return null
}

/** Files and submissions settle their steps themselves; everything else can also be ticked by hand. */
export function isByHand(step: Step): boolean {
  return step.settledBy === null || step.evidence !== 'none'
}

/** The steps that open again together with this one: those done that depend on it. */
export function reopensWith(c: Case, procedure: Procedure, stepId: string): readonly string[] {
  const done = new Set(c.steps.filter((s) => s.state === 'done').map((s) => s.stepId))
  return dependentsOf(procedure, stepId).filter((id) => done.has(id))
}

function reopen(change: CaseChange, c: Case, procedure: Procedure, step: Step, reason: string): Decided<CaseChange> {
  const record = c.steps.find((s) => s.stepId === step.id)
  if (!record || record.state === 'reopened') return refuse('step.not-settled', { step: step.title })
  const situation = situationOf(procedure, c, change.facts)
  if (step.settledBy && 'submission' in step.settledBy && holds(step.settledBy, situation)) {
    return refuse('step.reopened-by-submission', { step: step.title })
  }
  const withIt = record.state === 'done' ? reopensWith(c, procedure, step.id) : []
  for (const id of [...withIt].reverse().concat(step.id)) {
    const dependent = stepOf(procedure, id)
    const before = c.steps.find((s) => s.stepId === id)
    if (!dependent || !before) continue
    if (isSubmissionStep(dependent)) continue
    change.withStep({ stepId: id, state: 'reopened', reason, evidence: before.evidence })
    change.undoEffects(before.state === 'done' ? dependent.effects : [], 'step-reopened')
  }
  return change.record('step.reopened', { step: step.id, reason, also: withIt })
}

/** What has been sent stays sent: only Spot's return or a withdrawal reopens those steps. */
function isSubmissionStep(step: Step): boolean {
  return step.settledBy !== null && 'submission' in step.settledBy
}

function stepIds(procedure: Procedure): string {
  return procedure.phases.flatMap((p) => p.steps.map((s) => s.id)).join(', ')
}
