import { openStore } from '../../electron/store/open-store.ts'
import type { Put } from '../../shared/domain/records/change-set.ts'

/**
 * Fills a closed workspace whose case C-1 is ready to be exported: as many cases as wanted stand where it stands, each
 * of a customer of its own on the same payer, whose crawler file serves them all.
 */
export async function multiplyCase(folder: string, count: number): Promise<void> {
  const store = await openStore({ folder, now: () => new Date().toISOString() })
  const first = await store.caseByNumber(1)
  if (!first) throw new Error('There is no case C-1.')
  const puts: Put[] = []
  for (let n = 2; n <= count; n += 1) {
    const [customerId, caseId] = [`customer-${n}`, `case-${n}`]
    const managementAccountId = String(100_000_000_000 + n)
    const name = `Customer ${String(n).padStart(5, '0')}`
    puts.push({
      kind: 'customer',
      record: { ...first.customer, id: customerId, name, managementAccountId, revision: 0 },
    })
    puts.push({ kind: 'case', record: { ...first.record, id: caseId, number: n, customerId, revision: 0 } })
    puts.push(...first.steps.map((step): Put => ({ kind: 'step', record: { ...step, caseId } })))
  }
  await store.commit({ puts, activity: [] })
  await store.close()
}
