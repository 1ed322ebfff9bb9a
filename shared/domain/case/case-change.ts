import type { Facts } from '../facts.ts'
import type { Instant } from '../instant.ts'
import { holds } from '../procedure/conditions.ts'
import { allSteps, evaluate, situationOf } from '../procedure/engine.ts'
import type { Condition, Effect, Procedure, Step } from '../procedure/types.ts'
import type { NewActivity } from '../records/activity.ts'
import type { Attachment } from '../records/attachment.ts'
import type { CaseRecord, StepRecord } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet, Put } from '../records/change-set.ts'
import type { CheckRecord } from '../records/check.ts'
import type { Customer } from '../records/customer.ts'
import type { Payer } from '../records/payer.ts'
import type { Submission } from '../records/submission.ts'
import type { Wait } from '../records/wait.ts'
import { requestDefinitions, waitDefinition } from '../requests/definitions.ts'
import { isOpen } from '../wait/wait-state.ts'
import type { Act } from './act.ts'
import { currentSubmission, factsOf } from './facts-of.ts'
import { outdatedChecks } from './outdated-checks.ts'
import { summaryOf } from './summary.ts'

/**
 * Builds the change set of one decision on a case. Decisions say what happened; the builder keeps the books:
 * it settles the steps that settle themselves, sets off their effects, completes the case, renews the summary,
 * and hands over everything at once.
 */
export class CaseChange {
  /** The case as it will be. */
  case: Case
  private readonly before: Case
  private readonly procedure: Procedure
  private readonly act: Act
  private readonly puts = new Map<string, Put>()
  private readonly activity: NewActivity[] = []
  /** Kept apart from what was done: a check that went out of date is no work. */
  private readonly outdated = new Map<string, Put>()

  constructor(before: Case, procedure: Procedure, act: Act) {
    this.before = before
    this.case = before
    this.procedure = procedure
    this.act = act
  }

  get facts(): Facts {
    return factsOf(this.case, this.act.settings)
  }

  record(what: string, params: Readonly<Record<string, unknown>> = {}): this {
    const { record, customer, payer } = this.case
    this.activity.push({
      at: this.act.now,
      who: this.act.by,
      what,
      caseId: record.id,
      customerId: customer.id,
      payerId: payer.id,
      params: { ...params },
    })
    return this
  }

  withRecord(patch: Partial<CaseRecord>): this {
    this.case = { ...this.case, record: { ...this.case.record, ...patch } }
    return this
  }

  withCustomer(patch: Partial<Customer>): this {
    this.case = { ...this.case, customer: { ...this.case.customer, ...patch, updatedAt: this.act.now } }
    return this.put('customer', { kind: 'customer', record: this.case.customer })
  }

  withPayer(patch: Partial<Payer>): this {
    this.case = { ...this.case, payer: { ...this.case.payer, ...patch, updatedAt: this.act.now } }
    return this.put('payer', { kind: 'payer', record: this.case.payer })
  }

  withStep(step: Omit<StepRecord, 'caseId' | 'at' | 'by'>): this {
    return this.keepStep({ ...step, caseId: this.case.record.id, at: this.act.at, by: this.act.by })
  }

  /** A record as it is, with who did it and when: moved, not done again. */
  keepStep(record: StepRecord): this {
    this.case = { ...this.case, steps: [...this.case.steps.filter((s) => s.stepId !== record.stepId), record] }
    return this.put(`step ${record.stepId}`, { kind: 'step', record })
  }

  withSubmission(submission: Submission): this {
    const others = this.case.submissions.filter((s) => s.id !== submission.id)
    const submissions = [...others, submission].sort((a, b) => a.attempt - b.attempt)
    this.case = { ...this.case, submissions }
    return this.put(`submission ${submission.id}`, { kind: 'submission', record: submission })
  }

  withAttachment(attachment: Attachment): this {
    this.case = { ...this.case, attachments: [attachment, ...this.case.attachments] }
    return this.put(`attachment ${attachment.id}`, { kind: 'attachment', record: attachment })
  }

  withCheck(check: CheckRecord): this {
    this.case = { ...this.case, checks: [...this.case.checks.filter((c) => c.checkId !== check.checkId), check] }
    return this.put(`check ${check.checkId}`, { kind: 'check', record: check })
  }

  withWait(wait: Wait): this {
    this.case = { ...this.case, waits: [...this.case.waits.filter((w) => w.id !== wait.id), wait] }
    return this.put(`wait ${wait.id}`, { kind: 'wait', record: wait })
  }

  /** What doing a step sets off: waits that begin and waits that end, anchored at when it happened. */
  applyEffects(effects: readonly Effect[]): this {
    for (const effect of effects) {
      if ('startWait' in effect) this.startWait(effect.startWait)
      else this.meetWait(effect.meetWait)
    }
    return this
  }

  /**
   * Opens settled steps again, the last of them first, and takes back what doing them had set off.
   * @param why what the waits are cancelled for
   */
  reopenSteps(stepIds: readonly string[], reason: string, why: string): this {
    for (const step of allSteps(this.procedure).toReversed()) {
      const record = this.case.steps.find((s) => s.stepId === step.id)
      if (!record || !stepIds.includes(step.id)) continue
      this.withStep({ stepId: step.id, state: 'reopened', reason, evidence: record.evidence })
      if (record.state === 'done') this.undoEffects(step.effects, why)
    }
    return this
  }

  cancelWait(definition: string, reason: string): this {
    for (const wait of this.case.waits.filter((w) => w.definition === definition && isOpen(w))) {
      this.withWait({ ...wait, cancelled: { at: this.act.now, reason } })
      this.record('wait.cancelled', { wait: definition, reason })
    }
    return this
  }

  /** The change set: settled, summed up, ready for the store. Only an open case moves on by itself. */
  finish(): ChangeSet {
    this.markOutdatedChecks()
    const open = this.case.record.state === 'open'
    if (open) {
      this.settleWhatSettlesItself()
      this.endWaitsOfOtherBranches()
      this.endRequestsThatAreMet()
    }
    const evaluation = evaluate(this.procedure, this.case, this.facts)
    if (open && evaluation.complete && (this.hasWork() || !this.wasComplete())) {
      this.withRecord({ state: 'done', closedAt: this.act.now }).record('case.done')
      for (const { wait } of requestDefinitions) this.cancelWait(wait.id, 'case-done')
    }
    this.withRecord({ summary: summaryOf(evaluation, this.case), updatedAt: this.act.now })
    return {
      puts: [{ kind: 'case', record: this.case.record }, ...this.puts.values(), ...this.outdated.values()],
      activity: this.activity,
    }
  }

  /** A check made against a value that this change replaces says nothing of the new one. */
  private markOutdatedChecks(): void {
    const before = factsOf(this.before, this.act.settings)
    const looked = this.case.checks.filter((check) => !this.puts.has(`check ${check.checkId}`))
    for (const check of outdatedChecks(looked, this.procedure.report, before, this.facts)) {
      this.case = { ...this.case, checks: [...this.case.checks.filter((c) => c.checkId !== check.checkId), check] }
      this.outdated.set(check.checkId, { kind: 'check', record: check })
    }
  }

  private wasComplete(): boolean {
    return evaluate(this.procedure, this.before, factsOf(this.before, this.act.settings)).complete
  }

  /** Whether anything was done, not only said: a case reopened with every step settled stays open until then. */
  private hasWork(): boolean {
    const work: readonly Put['kind'][] = ['step', 'submission', 'attachment', 'check']
    return [...this.puts.values()].some((p) => work.includes(p.kind))
  }

  /** A wait whose every starting step fell away, because a fact took the case into another branch, is over. */
  private endWaitsOfOtherBranches(): void {
    const situation = situationOf(this.procedure, this.case, this.facts)
    for (const { definition } of this.case.waits.filter(isOpen)) {
      const starters = allSteps(this.procedure).filter((s) => starts(s, definition))
      const gone = starters.length > 0 && starters.every((s) => s.when !== null && !holds(s.when, situation))
      if (gone) this.cancelWait(definition, 'no-longer-applies')
    }
  }

  /** What a customer was asked for ends the waiting once it is there, whoever brought it. */
  private endRequestsThatAreMet(): void {
    const was = situationOf(this.procedure, this.before, factsOf(this.before, this.act.settings))
    const is = situationOf(this.procedure, this.case, this.facts)
    for (const { wait, metBy } of requestDefinitions) {
      if (metBy && holds(metBy, is) && !holds(metBy, was)) this.meetWait(wait.id)
    }
  }

  /** @param at the instant from which the hours run; absent: when this happens */
  startWait(definition: string, at: Instant = this.act.at): this {
    const wait = waitDefinition(this.procedure, definition)
    if (!wait) throw new Error(`procedure ${this.procedure.id} declares no wait ${definition}`)
    this.cancelWait(definition, 'started-anew')
    this.withWait({
      id: this.act.newId(),
      caseId: this.case.record.id,
      definition,
      anchorAt: at,
      expectedHours: this.act.settings.waitHours[definition] ?? wait.expectedHours,
      graceHours: wait.graceHours,
      recordedAt: this.act.now,
      zone: this.act.zone,
      startedBy: this.act.by,
      paused: null,
      pausedMillis: 0,
      metAt: null,
      cancelled: null,
      submissionId: currentSubmission(this.case)?.id ?? null,
    })
    return this.record('wait.started', { wait: definition, anchor: at })
  }

  private meetWait(definition: string): void {
    const wait = this.case.waits.find((w) => w.definition === definition && isOpen(w))
    if (!wait) return
    this.withWait({ ...wait, metAt: this.act.at })
    this.record('wait.met', { wait: definition, anchor: wait.anchorAt })
  }

  private undoEffects(effects: readonly Effect[], why: string): void {
    for (const effect of effects) {
      if ('startWait' in effect) this.cancelWait(effect.startWait, why)
      else this.unmeetWait(effect.meetWait)
    }
  }

  /** The wait goes on from its old anchor, unless its submission is over: then its end is history. */
  private unmeetWait(definition: string): void {
    const met = this.case.waits.findLast((w) => w.definition === definition && w.metAt && !w.cancelled)
    const over = this.case.submissions.some((s) => s.id === met?.submissionId && s.closed !== null)
    if (met && !over) this.withWait({ ...met, metAt: null })
  }

  /** A step settles itself at the moment its condition comes to hold: a file attached, a submission sent. */
  private settleWhatSettlesItself(): void {
    const was = situationOf(this.procedure, this.before, factsOf(this.before, this.act.settings))
    for (const step of allSteps(this.procedure)) {
      if (step.settledBy === null) continue
      const is = situationOf(this.procedure, this.case, this.facts)
      const fresh = !this.case.steps.some((s) => s.stepId === step.id)
      const begins = holds(step.settledBy, is) && (fresh || !holds(step.settledBy, was) || this.renews(step.settledBy))
      if (begins && !is.settled(step.id) && step.gate.every((c) => holds(c, is))) this.settle(step)
    }
  }

  /** A check run again or a file taken again counts anew, so that a reopened step can settle a second time. */
  private renews(condition: Condition): boolean {
    if ('passed' in condition) return this.puts.has(`check ${condition.passed}`)
    if ('attached' in condition) {
      return [...this.puts.values()].some((p) => p.kind === 'attachment' && p.record.kind === condition.attached)
    }
    return false
  }

  private settle(step: Step): void {
    this.withStep({ stepId: step.id, state: 'done', reason: '', evidence: null })
    this.record('step.settled', { step: step.id })
    this.applyEffects(step.effects)
  }

  private put(key: string, put: Put): this {
    this.puts.set(key, put)
    return this
  }
}

function starts(step: Step, wait: string): boolean {
  return step.effects.some((e) => 'startWait' in e && e.startWait === wait)
}
