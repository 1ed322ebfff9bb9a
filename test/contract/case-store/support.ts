import { EVERY_CASE } from '../../../electron/services/case-query.ts'
import type { CaseQuery, CaseStore } from '../../../electron/services/ports.ts'
import { StoreFault } from '../../../electron/services/store-fault.ts'
import type { NewActivity } from '../../../shared/domain/records/activity.ts'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { makeCase, makeCustomer, makePayer } from '../../support/records.ts'

export type MakeStore = () => Promise<CaseStore>

export const everything: CaseQuery = { ...EVERY_CASE, limit: 100 }

/** Commits the records; those of the same kind as one change set. */
export async function put(store: CaseStore, puts: readonly Put[], activity: readonly NewActivity[] = []) {
  return store.commit({ puts, activity })
}

/** The payer, the customer and the case that most tests start from, each at revision 1 afterwards. */
export const oneCase: readonly Put[] = [
  { kind: 'payer', record: makePayer() },
  { kind: 'customer', record: makeCustomer() },
  { kind: 'case', record: makeCase() },
]

/** Numbers of the cases that a query gives, in its order. */
export async function numbers(store: CaseStore, query: Partial<CaseQuery>): Promise<number[]> {
  const { rows } = await store.cases({ ...everything, ...query })
  return rows.map((row) => row.record.number)
}

/** The refusal that the work is rejected with. Anything else it does fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<Pick<Refusal, 'code' | 'params'>> {
  const outcome = await work.then(
    () => new Error('It was not refused.'),
    (thrown: unknown) => thrown,
  )
  if (!(outcome instanceof StoreFault)) throw outcome
  return { code: outcome.refusal.code, params: outcome.refusal.params }
}
