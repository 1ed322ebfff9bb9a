import { reuseEvidence } from '../../text/reuse.ts'
import type { Instant } from '../instant.ts'
import { holds, type Situation } from '../procedure/conditions.ts'
import { allSteps, evaluate, situationOf } from '../procedure/engine.ts'
import type { Procedure, Step } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { CheckRecord } from '../records/check.ts'
import { type Decided, refuse } from '../refusal.ts'
import type { Act } from './act.ts'
import { CaseChange } from './case-change.ts'
import { factsOf } from './facts-of.ts'
import { refuseUnlessOpen } from './is-open.ts'
import { refuseFuture } from './refuse-future.ts'

/** A step of the payer's that another case has done: report, bucket, crawler file and stack are there once. */
export interface Reusable {
  readonly step: Step
  /** Who did it there, and when. */
  readonly at: Instant
  readonly by: string
  /** `C-1` */
  readonly case: string
}

/** How a reused step was verified anew: by the checks that were just run, or by what a person saw. */
export type Verified =
  | { readonly by: 'check'; readonly checks: readonly CheckRecord[]; readonly account: string }
  | { readonly by: 'hand'; readonly seen: string }

/**
 * The steps of this case, not settled yet, that other cases in the same procedure have done for the same payer; each
 * from the earliest of them.
 */
export function reusableSteps(c: Case, procedure: Procedure, others: readonly Case[], act: Act): readonly Reusable[] {
  const first = [...others].sort((a, b) => a.record.number - b.record.number)
  const settled = new Set(
    evaluate(procedure, c, factsOf(c, act.settings))
      .steps.filter((s) => s.status === 'done' || s.status === 'not-applicable')
      .map((s) => s.step.id),
  )
  return allSteps(procedure).flatMap((step): readonly Reusable[] => {
    if (step.of !== 'payer' || settled.has(step.id)) return []
    for (const other of first) {
      if (!isBeside(c, other)) continue
      const done = other.steps.find((s) => s.stepId === step.id && s.state === 'done')
      if (done) return [{ step, at: done.at, by: done.by, case: `C-${other.record.number}` }]
    }
    return []
  })
}

function isBeside(c: Case, other: Case): boolean {
  const { record } = other
  return record.id !== c.record.id && record.payerId === c.payer.id && record.procedureId === c.record.procedureId
}

/**
 * Takes over what has been done for the payer, so that the case starts at its own work. Each step is taken only as it
 * is verified anew, and says in its evidence where it was done. Nothing is set off by it: what AWS was waited for has
 * come, unless the delivery itself is not there yet; then its wait runs on from where it began.
 * Refuses where nothing can be taken over, or nothing of it was verified.
 */
export function reuse(
  c: Case,
  procedure: Procedure,
  reusable: readonly Reusable[],
  verified: Verified,
  act: Act,
): Decided<ChangeSet> {
  const refused = refuseUnlessOpen(c) ?? refuseFuture(act)
  if (refused) return refused
  if (reusable.length === 0) return refuse('reuse.nothing', { case: `C-${c.record.number}` })
  if (verified.by === 'hand' && !verified.seen.trim()) return refuse('reuse.evidence-missing', {}, 'evidence')
  const change = new CaseChange(c, procedure, act)
  if (verified.by === 'check') for (const check of verified.checks) change.withCheck(check)
  const taken: Reusable[] = []
  for (const one of reusable) {
    const situation = situationOf(procedure, change.case, change.facts)
    if (!isVerified(one.step, verified, situation)) continue
    const text = reuseEvidence(one, verified, act)
    change.withStep({ stepId: one.step.id, state: 'done', reason: '', evidence: { text, attachmentId: null } })
    taken.push(one)
  }
  if (taken.length === 0) return refuse('reuse.not-verified', { cases: casesOf(reusable) })
  carryWaits(change, taken)
  return change
    .record('steps.reused', { cases: casesOf(taken), steps: taken.map((t) => t.step.id), by: verified.by })
    .finish()
}

/** Where the case starts once all of that is taken over: its own first step (DOMAIN, section 2); null: nothing is left. */
export function startsAt(c: Case, procedure: Procedure, reusable: readonly Reusable[], act: Act): Step | null {
  const taken = new Set(reusable.map((r) => r.step.id))
  const { steps } = evaluate(procedure, c, factsOf(c, act.settings))
  const left = steps.filter((s) => s.status !== 'done' && s.status !== 'not-applicable' && !taken.has(s.step.id))
  return left[0]?.step ?? null
}

/** The cases that the steps come from, in order. */
export function casesOf(reusable: readonly Reusable[]): string {
  return [...new Set(reusable.map((r) => r.case))].join(', ')
}

/** By hand, what a person saw stands for all. By check, each step's own proof counts; a decision is proved by its fact. */
function isVerified(step: Step, verified: Verified, situation: Situation): boolean {
  const own = step.gate.filter((g) => !('step' in g)).every((g) => holds(g, situation))
  if (!own) return false
  if (step.settledBy && 'attached' in step.settledBy && !holds(step.settledBy, situation)) return false
  if (verified.by === 'hand') return true
  const proof = step.settledBy && 'passed' in step.settledBy ? [step.settledBy.passed] : step.checks
  return proof.every((id) => verified.checks.some((k) => k.checkId === id && k.outcome === 'pass'))
}

/** A wait that a step taken over had started, and that no step taken over has ended, runs on from its own beginning. */
function carryWaits(change: CaseChange, taken: readonly Reusable[]): void {
  const ended = new Set(taken.flatMap((t) => t.step.effects.flatMap((e) => ('meetWait' in e ? [e.meetWait] : []))))
  for (const { step, at } of taken) {
    for (const effect of step.effects) {
      if ('startWait' in effect && !ended.has(effect.startWait)) change.startWait(effect.startWait, at)
    }
  }
}
