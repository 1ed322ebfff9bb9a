import { gateSentence } from '../../text/gates.ts'
import { holds } from '../procedure/conditions.ts'
import { dependentsOf, type EvaluatedStep, evaluate, situationOf, stepOf } from '../procedure/engine.ts'
import type { Procedure, Step } from '../procedure/types.ts'
import type { Attachment } from '../records/attachment.ts'
import type { StepRecord } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { FindingRecord } from '../records/check.ts'
import { type Decided, isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { Act } from './act.ts'
import { CaseChange } from './case-change.ts'
import { factsOf } from './facts-of.ts'
import { refuseUnlessOpen } from './is-open.ts'
import { refuseFuture } from './refuse-future.ts'

export interface StepMark {
  readonly stepId: string
  readonly to: 'done' | 'skip' | 'block' | 'reopen'
  readonly reason: string
  readonly evidence: StepRecord['evidence']
  /** The file that the evidence speaks of; it is attached along with the mark. */
  readonly file?: Attachment | null
}

/**
 * Marks a step done, not applicable, blocked, or open again.
 * Refuses a shut gate, a step that only something else settles, missing evidence and a missing reason.
 * Doing a step sets off its waits, anchored at `act.at`; a step that does not apply ends the wait it would have ended;
 * reopening takes back what the step and its dependents had set off.
 */
export function markStep(c: Case, procedure: Procedure, mark: StepMark, act: Act): Decided<ChangeSet> {
  const refused = refuseUnlessOpen(c) ?? refuseFuture(act)
  if (refused) return refused
  const step = evaluate(procedure, c, factsOf(c, act.settings)).steps.find((s) => s.step.id === mark.stepId)
  if (!step) return refuse('step.unknown', { step: mark.stepId, steps: stepIds(procedure) }, 'step')
  const change = new CaseChange(c, procedure, act)
  if (mark.file) {
    const { name, size, sha256 } = mark.file
    change.withAttachment(mark.file).record('attachment.added', { name, size, sha256 })
  }
  const decided =
    mark.to === 'reopen' ? reopen(change, c, procedure, step, mark) : settle(change, procedure, step, mark)
  return isRefusal(decided) ? decided : decided.finish()
}

/** Settles one step inside a change that may hold others. */
export function settle(
  change: CaseChange,
  procedure: Procedure,
  evaluated: EvaluatedStep,
  mark: StepMark,
): Decided<CaseChange> {
  const { step, status, record } = evaluated
  if (status === 'not-applicable') return refuse('step.not-applicable', { step: step.title }, 'step')
  if (status === 'done') return refuse('step.done-before', { step: step.title, by: record?.by ?? '' }, 'step')
  const reason = mark.reason.trim()
  const base = { stepId: step.id, reason, evidence: mark.evidence }
  const said = { step: step.id, reason, evidence: mark.evidence?.text ?? null }
  if (mark.to === 'done') {
    const refused = refuseDone(procedure, evaluated, mark)
    if (refused) return refused
    change.withStep({ ...base, state: 'done' }).record('step.done', said)
    for (const { code, params } of standing(change.case, step)) change.record('advice.noted', { code, params })
    return change.applyEffects(step.effects)
  }
  if (mark.to === 'block') {
    if (!reason) return refuse('step.reason-missing', { step: step.title, what: 'blocked' }, 'reason')
    return change.withStep({ ...base, state: 'blocked' }).record('step.blocked', said)
  }
  if (!reason) return refuse('step.reason-missing', { step: step.title, what: 'not applicable' }, 'reason')
  change.withStep({ ...base, state: 'not-applicable' }).record('step.skipped', said)
  for (const effect of step.effects) if ('meetWait' in effect) change.cancelWait(effect.meetWait, reason)
  return change
}

/** What AWS last showed against the step: who ticks it all the same has decided so, and that is on the record. */
export function standing({ checks }: Pick<Case, 'checks'>, step: Step): readonly FindingRecord[] {
  return checks
    .filter(({ checkId }) => step.checks.some((id) => id === checkId))
    .flatMap(({ findings }) => findings)
    .filter(({ level }) => level !== 'info')
}

function refuseDone(procedure: Procedure, { step, waitsFor }: EvaluatedStep, mark: StepMark): Refusal | null {
  if (waitsFor.length > 0) {
    const said = waitsFor.map((w) => gateSentence(w, procedure)).join(' ')
    return refuse('step.gate-shut', { step: step.title, waitsFor: said }, 'step')
  }
  if (!isByHand(step)) return refuse('step.not-by-hand', { step: step.title, kind: step.kind }, 'step')
  if (step.evidence === 'required' && !mark.evidence?.text.trim() && !mark.evidence?.attachmentId) {
    return refuse('step.evidence-missing', { step: step.title }, 'evidence')
  }
  return null
}

/** Files and submissions settle their steps themselves; everything else can also be ticked by hand. */
export function isByHand(step: Step): boolean {
  return step.settledBy === null || step.evidence !== 'none'
}

/**
 * The steps that open again together with this one: those done that depend on it. What has been sent stays sent:
 * only Spot's return or a withdrawal reopens those steps.
 */
export function reopensWith(c: Case, procedure: Procedure, stepId: string): readonly string[] {
  const done = new Set(c.steps.filter((s) => s.state === 'done').map((s) => s.stepId))
  return dependentsOf(procedure, stepId).filter((id) => {
    const step = stepOf(procedure, id)
    return done.has(id) && step !== null && !isSubmissionStep(step)
  })
}

/** A step that the submission settles, and that ends with it. */
export function isSubmissionStep(step: Step): boolean {
  return step.settledBy !== null && 'submission' in step.settledBy
}

function reopen(
  change: CaseChange,
  c: Case,
  procedure: Procedure,
  { step, record }: EvaluatedStep,
  mark: StepMark,
): Decided<CaseChange> {
  if (!record || record.state === 'reopened') return refuse('step.not-settled', { step: step.title }, 'step')
  if (step.settledBy && isSubmissionStep(step) && holds(step.settledBy, situationOf(procedure, c, change.facts))) {
    return refuse('step.reopened-by-submission', { step: step.title }, 'step')
  }
  const reason = mark.reason.trim()
  const also = record.state === 'done' ? reopensWith(c, procedure, step.id) : []
  change.reopenSteps([step.id, ...also], reason, 'step-reopened')
  return change.record('step.reopened', { step: step.id, reason, also })
}

function stepIds(procedure: Procedure): string {
  return procedure.phases.flatMap((p) => p.steps.map((s) => s.id)).join(', ')
}
