import { expect, it } from 'vitest'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import { makeCustomer, makePayer } from '../../support/records.ts'
import { type MakeStore, put } from './support.ts'

export function duplicateConformance(makeStore: MakeStore): void {
  it('customers are found by any of their Org IDs, each once, up to the limit of each ID, and follow a change', async () => {
    const store = await makeStore()
    await put(store, [
      { kind: 'payer', record: makePayer() },
      ...['customer-1', 'customer-2', 'customer-3'].map(
        (id): Put => ({ kind: 'customer', record: makeCustomer({ id }) }),
      ),
    ])
    const ids = async (orgIds: string[], most = 10) =>
      (await store.duplicates.customersByOrgId(orgIds, most)).map((c) => c.id)
    expect(await ids(['606606606606'])).toEqual(['customer-1', 'customer-2', 'customer-3'])
    expect(await ids(['606606606606'], 2)).toEqual(['customer-1', 'customer-2'])
    expect(await ids(['606606'])).toEqual([])
    const moved = makeCustomer({ revision: 1, orgIds: ['707707707707', '808808808808'] })
    await put(store, [{ kind: 'customer', record: moved }])
    expect(await ids(['606606606606'])).toEqual(['customer-2', 'customer-3'])
    expect(await ids(['808808808808', '707707707707'])).toEqual(['customer-1'])
    await put(store, [{ kind: 'customer', record: { ...moved, revision: 2, orgIds: [] } }])
    expect(await ids(['808808808808', '707707707707'])).toEqual([])
  })

  it('payers are found by their bucket, up to the limit', async () => {
    const store = await makeStore()
    const record = (id: string, accountId: string, bucket: string) => makePayer({ id, accountId, bucket })
    await put(store, [
      { kind: 'payer', record: record('z', '000000000001', 'ours') },
      { kind: 'payer', record: record('a', '999999999999', 'ours') },
      { kind: 'payer', record: record('b', '888888888888', 'ours-too') },
    ])
    const ids = async (bucket: string, most = 10) =>
      (await store.duplicates.payersByBucket(bucket, most)).map((p) => p.id)
    expect(await ids('ours')).toEqual(['z', 'a'])
    expect(await ids('ours', 1)).toEqual(['z'])
    expect(await ids('our')).toEqual([])
  })
}
