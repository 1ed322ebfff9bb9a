import { factsOf } from '../../../shared/domain/case/facts-of.ts'
import { summarize } from '../../../shared/domain/case/summary.ts'
import { HOUR, type Instant } from '../../../shared/domain/instant.ts'
import { allSteps } from '../../../shared/domain/procedure/engine.ts'
import type { Procedure } from '../../../shared/domain/procedure/types.ts'
import { type CaseRecord, NO_SUMMARY } from '../../../shared/domain/records/case.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { EXTRACTOR_STACK_NAME } from '../../../shared/domain/values/stack-name.ts'
import { registry } from '../../../shared/procedures/index.ts'
import { type Course, courseOf } from './course.ts'
import { NOTES, TAGS } from './names.ts'
import type { Random } from './random.ts'
import { attemptsOf, crawlerFile } from './submissions.ts'
import { waitsOf } from './waits.ts'

const DAY = 24 * HOUR

export interface Synthetic {
  readonly settings: Settings
  /** When the workspace is looked at: every instant in it lies before. */
  readonly now: Instant
  newId(): string
}

/** What becomes of a case, and how many milliseconds ago it was opened. */
export interface Fate {
  readonly procedure: Procedure
  /** Steps it is to go through, as far as its age allows. */
  readonly far: number
  readonly age: number
}

export interface Life {
  readonly number: number
  readonly random: Random
  readonly by: string
  readonly fate: Fate
  readonly openedAt: Instant
  readonly customer: Customer
  readonly payer: Payer
  readonly world: Synthetic
}

/**
 * A third is to be done, over ten months; the rest is somewhere on the way, more often at the beginning, and most of it
 * was opened in the last weeks.
 */
export function fateOf(random: Random): Fate {
  const procedure = procedureOf(random)
  const steps = allSteps(procedure).length
  const isDone = random.chance(33)
  const far = isDone ? steps : Math.min(random.below(steps), random.below(steps))
  const days = isDone ? 30 + random.below(270) : random.chance(80) ? 1 + random.below(45) : 45 + random.below(255)
  return { procedure, far, age: days * DAY - random.below(24) * HOUR }
}

function procedureOf(random: Random): Procedure {
  const id = random.chance(85)
    ? 'msp-cur-extraction'
    : random.pick(['eco-connect', 'cloud-analyzer-existing', 'cloud-analyzer-first', 'billing-engine'])
  const procedure = registry.newest(id)
  if (!procedure) throw new Error(`there is no procedure ${id}`)
  return procedure
}

/** The case of a customer with all that happened to it until now. */
export function lifeOf(life: Life): Case {
  const { random, by, openedAt, customer, payer, world, fate } = life
  const { procedure, far } = fate
  const course = courseOf(procedure, far, openedAt, world.now, random)
  const isDone = course.passed.length === allSteps(procedure).length
  const state = isDone ? 'done' : random.chance(5) ? 'on-hold' : random.chance(3) ? 'abandoned' : 'open'
  const record = recordOf(life, course, state)
  const submissions = attemptsOf(life, record.id, course)
  const blank: Case = {
    record,
    customer,
    payer,
    steps: course.passed.map(({ id, at }) => ({
      caseId: record.id,
      stepId: id,
      state: 'done',
      at,
      by,
      reason: '',
      evidence: random.chance(20) ? { text: 'Seen in the console.', attachmentId: null } : null,
    })),
    waits: waitsOf(life, record, course, submissions),
    submissions,
    attachments: crawlerFile(life, record.id, course),
    checks: [],
  }
  const summary = summarize(procedure, blank, factsOf(blank, world.settings))
  return { ...blank, record: { ...record, summary } }
}

function recordOf(life: Life, course: Course, state: CaseRecord['state']): CaseRecord {
  const { number, random, by, openedAt, customer, payer, world, fate } = life
  const { procedure } = fate
  const updatedAt = course.passed.at(-1)?.at ?? openedAt
  return {
    id: world.newId(),
    number,
    customerId: customer.id,
    payerId: payer.id,
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    state,
    stateReason:
      state === 'on-hold' ? 'The customer asked to wait.' : state === 'abandoned' ? 'The customer left.' : '',
    owner: by,
    facts: { extractorStackName: EXTRACTOR_STACK_NAME, managedByMsp: 'yes', cloud: 'aws', spotAccount: 'existing' },
    tags: random.chance(15) ? [random.pick(TAGS)] : [],
    notes: random.chance(15) ? random.pick(NOTES) : '',
    openedAt,
    closedAt: state === 'done' || state === 'abandoned' ? updatedAt : null,
    updatedAt,
    summary: NO_SUMMARY,
    revision: 0,
  }
}
