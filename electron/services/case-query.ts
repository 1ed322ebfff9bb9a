import { addMillis, HOUR } from '../../shared/domain/instant.ts'
import type { CaseFilter } from '../../shared/domain/records/case-filter.ts'
import type { Context } from './context.ts'
import type { CaseQuery } from './ports.ts'

const DAY = 24 * HOUR

/** Every case, by number. */
export const EVERY_CASE: CaseQuery = {
  text: '',
  states: [],
  procedureId: null,
  phase: null,
  owner: null,
  tag: null,
  customerId: null,
  payerId: null,
  dueBefore: null,
  updatedBefore: null,
  order: 'number',
  reverse: false,
  limit: 500,
  after: null,
  skip: 0,
}

/** A filter as the store is asked by it: times from now become instants, an account becomes the payer it is of. */
export async function queryOf({ ports }: Context, filter: CaseFilter): Promise<CaseQuery> {
  const now = ports.clock.now()
  const { dueWithinHours, untouchedDays } = filter
  const within = typeof dueWithinHours === 'number' ? addMillis(now, dueWithinHours * HOUR) : null
  const earlier = [filter.dueBefore, within].flatMap((instant) => instant ?? []).toSorted()
  return {
    ...EVERY_CASE,
    text: filter.text ?? '',
    states: filter.states ?? [],
    procedureId: filter.procedure ?? null,
    phase: filter.phase ?? null,
    owner: filter.owner ?? null,
    tag: filter.tag ?? null,
    customerId: filter.customer ?? null,
    payerId: filter.payer ? await payerId(ports.store, filter.payer) : null,
    dueBefore: earlier[0] ?? null,
    updatedBefore: typeof untouchedDays === 'number' ? addMillis(now, -untouchedDays * DAY) : null,
  }
}

/** One that nobody has recorded pays for no case. */
async function payerId(store: Context['ports']['store'], reference: string): Promise<string> {
  const account = reference.replace(/[\s-]/g, '')
  const payer = /^\d{12}$/.test(account) ? await store.payerByAccount(account) : null
  return payer?.id ?? reference
}
