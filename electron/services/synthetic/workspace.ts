import type { Act } from '../../../shared/domain/case/act.ts'
import { addMillis } from '../../../shared/domain/instant.ts'
import { newPayer } from '../../../shared/domain/payer.ts'
import type { NewActivity } from '../../../shared/domain/records/activity.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { ChangeSet, Put } from '../../../shared/domain/records/change-set.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import { throwIfRefused } from '../casebook-error.ts'
import { fateOf, lifeOf, type Synthetic } from './life.ts'
import { companyName, NOTES, OPERATORS, TAGS } from './names.ts'
import { createRandom } from './random.ts'

/** Rows of activity a case has; with the rest of a case they make a workspace as it looks after a year. */
const ACTIVITY_ROWS = 10

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
  const fate = fateOf(random)
  const openedAt = addMillis(world.now, -fate.age)
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

  const c = lifeOf({ number, random, by, fate, openedAt, customer, payer, world })
  puts.push({ kind: 'case', record: c.record })
  for (const record of c.steps) puts.push({ kind: 'step', record })
  for (const record of c.submissions) puts.push({ kind: 'submission', record })
  for (const record of c.attachments) puts.push({ kind: 'attachment', record })
  for (const record of c.waits) puts.push({ kind: 'wait', record })
  return { change: { puts, activity: activityOf(c, by) }, payer }
}

function activityOf(c: Case, by: string): NewActivity[] {
  const { record, customer, payer, steps } = c
  return Array.from({ length: ACTIVITY_ROWS }, (_, i) => {
    const step = steps[i - 1]
    return {
      at: i === 0 ? record.openedAt : (step?.at ?? record.updatedAt),
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
