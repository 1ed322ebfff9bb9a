import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'

/** Whoever has a value; `most` keeps the answer short where very many have it. */
export interface DuplicateStore {
  /** Those that have one of these Spot Org IDs, `most` of each at most. */
  customersByOrgId(orgIds: readonly string[], most: number): Promise<readonly Customer[]>
  /** Those that have this bucket, by account. */
  payersByBucket(bucket: string, most: number): Promise<readonly Payer[]>
}
