import type { Act } from '../../../shared/domain/case/act.ts'
import { factsOf } from '../../../shared/domain/case/facts-of.ts'
import { EXTRACTOR_STACK_NAME } from '../../../shared/domain/case/open-case.ts'
import { summarize } from '../../../shared/domain/case/summary.ts'
import { addMillis, HOUR, type Instant } from '../../../shared/domain/instant.ts'
import { newPayer } from '../../../shared/domain/payer.ts'
import { allSteps } from '../../../shared/domain/procedure/engine.ts'
import type { Procedure } from '../../../shared/domain/procedure/types.ts'
import type { NewActivity } from '../../../shared/domain/records/activity.ts'
import type { Attachment } from '../../../shared/domain/records/attachment.ts'
import type { CaseRecord, StepRecord } from '../../../shared/domain/records/case.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { ChangeSet, Put } from '../../../shared/domain/records/change-set.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import type { Submission } from '../../../shared/domain/records/submission.ts'
import type { Wait } from '../../../shared/domain/records/wait.ts'
import { registry } from '../../../shared/procedures/index.ts'
import { throwIfRefused } from '../casebook-error.ts'
import { companyName, NOTES, OPERATORS, TAGS } from './names.ts'
import { createRandom, type Random } from './random.ts'

/** Rows of activity a case has; with the rest of a case they make a workspace as it looks after a year. */
const ACTIVITY_ROWS = 10
const HASH = 'ab'.repeat(32)

export interface Synthetic {
  readonly settings: Settings
  /** When the workspace is looked at: every instant in it lies before. */
  readonly now: Instant
  newId(): string
}

/**
 * The customer, payer and case of one number: invented, spread over procedures, phases and states as in life, the same
 * for the same number. One in eight customers shares the payer of the one before.
 */
export function syntheticCase(
  number: number,
  shared: Payer | null,
  world: Synthetic,
): { change: ChangeSet; payer: Payer } {
  const random = createRandom(number * 2_654_435_761)
  const by = random.pick(OPERATORS)
  const openedAt = addMillis(world.now, -(random.below(300 * 24) + 1) * HOUR)
  const act: Act = {
    now: openedAt,
    at: openedAt,
    by,
    zone: 'Europe/Berlin',
    settings: world.settings,
    newId: world.newId,
  }
  const management = String(200_000_000_000 + number)
  const puts: Put[] = []

  const payer =
    shared ??
    throwIfRefused(newPayer({ accountId: management, kind: random.below(8) === 0 ? 'shared' : 'dedicated' }, act)).payer
  if (!shared) puts.push({ kind: 'payer', record: payer })
  const customer: Customer = {
    id: world.newId(),
    name: companyName(random, number),
    managementAccountId: management,
    orgIds: random.chance(95) ? [String(600_000_000_000 + number)] : [],
    payerId: payer.id,
    contacts: [],
    tags: random.chance(20) ? [random.pick(TAGS)] : [],
    notes: random.chance(10) ? random.pick(NOTES) : '',
    createdAt: openedAt,
    updatedAt: openedAt,
    revision: 0,
  }
  puts.push({ kind: 'customer', record: customer })

  const c = caseOf({ number, random, by, openedAt, customer, payer, world })
  puts.push({ kind: 'case', record: c.record })
  for (const record of c.steps) puts.push({ kind: 'step', record })
  for (const record of c.submissions) puts.push({ kind: 'submission', record })
  for (const record of c.attachments) puts.push({ kind: 'attachment', record })
  for (const record of c.waits) puts.push({ kind: 'wait', record })
  return { change: { puts, activity: activityOf(c, by, openedAt) }, payer }
}

interface Seed {
  readonly number: number
  readonly random: Random
  readonly by: string
  readonly openedAt: Instant
  readonly customer: Customer
  readonly payer: Payer
  readonly world: Synthetic
}

function caseOf(seed: Seed): Case {
  const { random, by, openedAt, customer, payer, world } = seed
  const procedure = procedureOf(random)
  const id = world.newId()
  const steps = allSteps(procedure)
  // A third is done, the rest is somewhere on the way, more often at the beginning.
  const done = random.chance(33) ? steps.length : Math.min(random.below(steps.length), random.below(steps.length))
  const state = done === steps.length ? 'done' : random.chance(5) ? 'on-hold' : random.chance(3) ? 'abandoned' : 'open'
  const lastTouch = addMillis(openedAt, random.below(48) * HOUR)
  const updatedAt = lastTouch < world.now ? lastTouch : world.now
  const reached = (step: string) => steps.slice(0, done).some((s) => s.id === step)
  const records: StepRecord[] = steps.slice(0, done).map((s) => ({
    caseId: id,
    stepId: s.id,
    state: 'done',
    at: updatedAt,
    by,
    reason: '',
    evidence: random.chance(20) ? { text: 'Seen in the console.', attachmentId: null } : null,
  }))
  const sent = reached('submission.send')
  const submission = sent || reached('crawler-stack.name') ? submissionOf(seed, id, sent, updatedAt) : null
  const blank: Case = {
    record: recordOf(seed, id, procedure, state, updatedAt),
    customer,
    payer,
    steps: records,
    waits: waitsOf(seed, id, procedure, updatedAt, state),
    submissions: submission ? [submission] : [],
    attachments: reached('crawler-file.attach') ? [crawlerFile(seed, id, updatedAt)] : [],
    checks: [],
  }
  const summary = summarize(procedure, blank, factsOf(blank, world.settings))
  return { ...blank, record: { ...blank.record, summary } }
}

function procedureOf(random: Random): Procedure {
  const id = random.chance(85)
    ? 'msp-cur-extraction'
    : random.pick(['eco-connect', 'cloud-analyzer-existing', 'cloud-analyzer-first', 'billing-engine'])
  const procedure = registry.newest(id)
  if (!procedure) throw new Error(`there is no procedure ${id}`)
  return procedure
}

function recordOf(
  seed: Seed,
  id: string,
  procedure: Procedure,
  state: CaseRecord['state'],
  updatedAt: Instant,
): CaseRecord {
  const { number, random, by, openedAt, customer, payer } = seed
  return {
    id,
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
    summary: {
      phase: null,
      nextStep: null,
      nextKind: null,
      stepsDone: 0,
      stepsTotal: 0,
      blocked: false,
      waitDefinition: null,
      dueAt: null,
      overdueAt: null,
      submissionState: null,
    },
    revision: 0,
  }
}

/** Three waits a case, in every state: met early or late, running, due, overdue, paused, cancelled. */
function waitsOf(
  seed: Seed,
  caseId: string,
  procedure: Procedure,
  updatedAt: Instant,
  state: CaseRecord['state'],
): Wait[] {
  const { random, by, world } = seed
  const fresh = random.below(120) * HOUR
  return [0, 1, 2].map((i): Wait => {
    const definition = procedure.waits[i % procedure.waits.length]
    const last = i === 2
    const anchorAt = addMillis(last ? world.now : updatedAt, -(fresh + (2 - i) * 100 * HOUR))
    const ended = !last || state === 'done' || state === 'abandoned'
    const cancelled = ended && random.chance(8)
    return {
      id: world.newId(),
      caseId,
      definition: definition?.id ?? 'report-delivery',
      anchorAt,
      expectedHours: definition?.expectedHours ?? 24,
      graceHours: definition?.graceHours ?? 6,
      recordedAt: anchorAt,
      zone: 'Europe/Berlin',
      startedBy: by,
      paused: !ended && state === 'on-hold' ? { at: addMillis(anchorAt, HOUR), reason: 'On hold.' } : null,
      pausedMillis: 0,
      metAt: ended && !cancelled ? addMillis(anchorAt, (5 + random.below(80)) * HOUR) : null,
      cancelled: cancelled ? { at: addMillis(anchorAt, HOUR), reason: 'returned' } : null,
      submissionId: null,
    }
  })
}

function submissionOf(seed: Seed, caseId: string, sent: boolean, at: Instant): Submission {
  const { by, customer, payer, world } = seed
  return {
    id: world.newId(),
    caseId,
    attempt: 1,
    state: sent ? 'sent' : 'draft',
    createdAt: at,
    recipient: world.settings.recipient,
    items: {
      crawlerFile: { attachmentId: caseId, sha256: HASH, size: 9_400 },
      mspAccountId: world.settings.mspAccountId,
      managementAccountId: customer.managementAccountId,
      bucket: payer.bucket,
      stackName: payer.crawlerStackName,
      prefix: payer.prefix,
      orgIds: customer.orgIds.length > 0 ? customer.orgIds : ['600000000000'],
    },
    warnings: [],
    exported: sent ? { at, by, format: 'zip', name: 'bundle', files: [] } : null,
    sent: sent ? { at, by, via: 'e-mail' } : null,
    answered: null,
    closed: null,
    ticket: '',
    written: null,
    replies: [],
  }
}

function crawlerFile(seed: Seed, caseId: string, at: Instant): Attachment {
  const { by, payer, world } = seed
  return {
    id: world.newId(),
    caseId,
    payerId: payer.id,
    kind: 'crawler-file',
    name: 'crawler-cfn.yml',
    sha256: HASH,
    size: 9_400,
    origin: `s3://${payer.bucket}/${payer.prefix}/${payer.reportName}/crawler-cfn.yml`,
    modifiedAt: at,
    addedAt: at,
    addedBy: by,
  }
}

function activityOf(c: Case, by: string, openedAt: Instant): NewActivity[] {
  const { record, customer, payer, steps } = c
  return Array.from({ length: ACTIVITY_ROWS }, (_, i) => {
    const step = steps[i - 1]
    return {
      at: addMillis(openedAt, i * HOUR),
      who: by,
      what: i === 0 ? 'case.opened' : step ? 'step.done' : 'check.run',
      caseId: record.id,
      customerId: customer.id,
      payerId: payer.id,
      params:
        i === 0
          ? { procedure: record.procedureId, version: record.procedureVersion }
          : step
            ? { step: step.stepId, evidence: null }
            : { checks: ['report delivered: unknown'], account: payer.accountId, endpoint: null },
    }
  })
}
