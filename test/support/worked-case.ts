import type { Act } from '../../shared/domain/case/act.ts'
import { CaseChange } from '../../shared/domain/case/case-change.ts'
import { changeState, type StateMove } from '../../shared/domain/case/change-state.ts'
import { factsOf } from '../../shared/domain/case/facts-of.ts'
import { markStep, type StepMark } from '../../shared/domain/case/mark-step.ts'
import { setFacts } from '../../shared/domain/case/set-facts.ts'
import { HOUR } from '../../shared/domain/instant.ts'
import { evaluate, type StepStatus } from '../../shared/domain/procedure/engine.ts'
import type { CheckId, Procedure } from '../../shared/domain/procedure/types.ts'
import { NewActivity } from '../../shared/domain/records/activity.ts'
import { Attachment } from '../../shared/domain/records/attachment.ts'
import { CaseRecord, StepRecord } from '../../shared/domain/records/case.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { ChangeSet, Put } from '../../shared/domain/records/change-set.ts'
import { CheckRecord } from '../../shared/domain/records/check.ts'
import { Customer } from '../../shared/domain/records/customer.ts'
import { Payer } from '../../shared/domain/records/payer.ts'
import { Settings } from '../../shared/domain/records/settings.ts'
import { Submission } from '../../shared/domain/records/submission.ts'
import { Wait } from '../../shared/domain/records/wait.ts'
import { type Decided, isRefusal, type Refusal } from '../../shared/domain/refusal.ts'
import { mspCurExtraction } from '../../shared/procedures/msp-cur-extraction.ts'
import { activitySentence } from '../../shared/text/activity.ts'
import { makeAttachment, makeCase, makeCheck, makeCustomer, makePayer, makeSettings } from './records.ts'
import { told } from './told.ts'

export const START = '2026-11-16T09:00:00.000Z'

/** Parts of a case that a test is about; the rest is a customer who pays its own bill, with nothing done yet. */
export interface CaseOptions {
  readonly procedure?: Procedure
  readonly settings?: Partial<Settings>
  readonly customer?: Partial<Customer>
  readonly payer?: Partial<Payer>
  readonly record?: Parameters<typeof makeCase>[0]
}

/**
 * A case on which decisions are taken as the services take them: each is applied as the store would apply it, and
 * each record has to be one that its schema accepts. The clock stands still until a test moves it.
 */
export class WorkedCase {
  case: Case
  readonly procedure: Procedure
  readonly settings: Settings
  /** Everything recorded so far, oldest first. */
  readonly activity: NewActivity[] = []
  now = START
  private ids = 0

  constructor(options: CaseOptions = {}) {
    this.procedure = options.procedure ?? mspCurExtraction
    this.settings = makeSettings({ waitHours: {}, ...options.settings })
    this.case = {
      record: makeCase({ procedureId: this.procedure.id, openedAt: START, updatedAt: START, ...options.record }),
      customer: makeCustomer(options.customer),
      payer: makePayer(options.payer),
      steps: [],
      waits: [],
      submissions: [],
      attachments: [],
      checks: [],
    }
  }

  /** @param at when it really happened; absent: now */
  act(at: string = this.now): Act {
    const { settings, now } = this
    return { now, at, by: settings.operator, zone: 'Europe/Berlin', settings, newId: () => `id-${++this.ids}` }
  }

  pass(hours: number): this {
    this.now = new Date(Date.parse(this.now) + hours * HOUR).toISOString()
    return this
  }

  /** Takes a decision; a refusal fails the test with its sentence. */
  take(decided: Decided<ChangeSet>): this {
    if (isRefusal(decided)) throw new Error(`refused: ${decided.code}: ${told(decided).message}`)
    this.case = applied(this.case, decided)
    this.activity.push(...decided.activity.map((a) => recounted(NewActivity.parse(a))))
    return this
  }

  mark(stepId: string, to: StepMark['to'] = 'done', more: Partial<StepMark> = {}, at?: string): Decided<ChangeSet> {
    const evidence = to === 'done' ? { text: 'seen', attachmentId: null } : null
    const mark = { stepId, to, reason: to === 'done' ? '' : 'because', evidence, ...more }
    return markStep(this.case, this.procedure, mark, this.act(at))
  }

  /** Marks steps done, one after the other. */
  does(...stepIds: readonly string[]): this {
    for (const id of stepIds) this.take(this.mark(id))
    return this
  }

  move(to: StateMove, reason = 'because'): Decided<ChangeSet> {
    return changeState(this.case, this.procedure, to, reason, this.act())
  }

  sets(facts: Readonly<Record<string, string>>): this {
    const set = setFacts(this.case, this.procedure, facts, this.act())
    return this.take(isRefusal(set) ? set : set.change)
  }

  /** Files one check with this outcome. */
  sees(checkId: CheckId, outcome: CheckRecord['outcome'] = 'pass', more: Partial<CheckRecord> = {}): this {
    const record = makeCheck({ checkId, outcome, lines: [], findings: [], at: this.now, ...more })
    return this.changes((change) => change.withCheck(record))
  }

  /** Attaches a crawler file of the payer. */
  getsFile(more: Partial<Attachment> = {}): this {
    const file = makeAttachment({
      id: `file-${this.case.attachments.length}`,
      kind: 'crawler-file',
      payerId: this.case.payer.id,
      name: 'crawler-cfn.yml',
      ...more,
    })
    return this.changes((change) => change.withAttachment(file))
  }

  changes(work: (change: CaseChange) => unknown): this {
    const change = new CaseChange(this.case, this.procedure, this.act())
    work(change)
    return this.take(change.finish())
  }

  get evaluation() {
    return evaluate(this.procedure, this.case, this.facts)
  }

  get facts() {
    return factsOf(this.case, this.settings)
  }

  status(stepId: string): StepStatus {
    const step = this.evaluation.steps.find((s) => s.step.id === stepId)
    if (!step) throw new Error(`no step ${stepId}`)
    return step.status
  }

  /** Steps in this status, in the procedure's order. */
  inStatus(status: StepStatus): readonly string[] {
    return this.evaluation.steps.filter((s) => s.status === status).map((s) => s.step.id)
  }

  /** The newest wait of a definition. */
  wait(definition: string): Wait {
    const found = this.case.waits.findLast((w) => w.definition === definition)
    if (!found) throw new Error(`no wait ${definition}`)
    return found
  }

  /** What was recorded, by code. */
  get recorded(): readonly string[] {
    return this.activity.map((a) => a.what)
  }
}

/** A refusal, whose sentence is whole; fails where the decision was taken. */
export function refusedWith(decided: unknown): Refusal {
  if (!isRefusal(decided)) throw new Error('It was not refused.')
  told(decided)
  return decided
}

/** Something recorded that has a sentence and says what it is about. */
export function recounted(activity: NewActivity): NewActivity {
  const { what, params } = activity
  if (activitySentence(activity, null) === what) throw new Error(`“${what}” is recorded without a sentence.`)
  if (what !== 'case.done' && Object.keys(params).length === 0)
    throw new Error(`${what} is recorded without its values.`)
  return activity
}

/** The case after a change set, as the store would give it back. */
export function applied(c: Case, change: ChangeSet): Case {
  return change.puts.reduce(withPut, c)
}

function withPut(c: Case, put: Put): Case {
  switch (put.kind) {
    case 'settings':
      Settings.parse(put.record)
      return c
    case 'customer':
      return { ...c, customer: committed(Customer.parse(put.record), c.customer) }
    case 'payer':
      return { ...c, payer: committed(Payer.parse(put.record), c.payer) }
    case 'case':
      return { ...c, record: committed(CaseRecord.parse(put.record), c.record) }
    case 'step':
      return { ...c, steps: placed(c.steps, StepRecord.parse(put.record), 'stepId') }
    case 'wait':
      return { ...c, waits: placed(c.waits, Wait.parse(put.record), 'id') }
    case 'submission':
      return { ...c, submissions: placed(c.submissions, Submission.parse(put.record), 'id') }
    case 'check':
      return { ...c, checks: placed(c.checks, CheckRecord.parse(put.record), 'checkId') }
    case 'attachment':
      return { ...c, attachments: [Attachment.parse(put.record), ...c.attachments] }
    case 'snooze':
      return c
  }
}

function committed<T extends { revision: number }>(record: T, before: T): T {
  if (record.revision !== before.revision) throw new Error(`revision ${before.revision} became ${record.revision}`)
  return { ...record, revision: record.revision + 1 }
}

function placed<T, K extends keyof T>(all: readonly T[], one: T, key: K): readonly T[] {
  const there = all.some((x) => x[key] === one[key])
  return there ? all.map((x) => (x[key] === one[key] ? one : x)) : [...all, one]
}
