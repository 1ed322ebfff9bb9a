import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import type { DuplicateStore } from '../services/duplicate-port.ts'
import type { Prepare } from './database.ts'
import { tables } from './tables.ts'

const BY_ORG_SQL = `SELECT ${tables.customer.columns('c')} FROM json_each(?) o
  CROSS JOIN customers c ON c.number IN (SELECT number FROM customer_orgs WHERE org_id = o.value ORDER BY number LIMIT ?)
  ORDER BY o.key, c.number`

const BY_BUCKET_SQL = `SELECT ${tables.payer.columns('p')} FROM payers p WHERE p.bucket = ? ORDER BY p.account_id LIMIT ?`

type Read = <T>(work: () => T) => T

/** Whoever has a value, out of indexes. */
export class DuplicateReader implements DuplicateStore {
  readonly #prepare: Prepare
  readonly #read: Read

  /** @param read runs a reading, and names the faults of the disk */
  constructor(prepare: Prepare, read: Read) {
    this.#prepare = prepare
    this.#read = read
  }

  async customersByOrgId(orgIds: readonly string[], most: number): Promise<readonly Customer[]> {
    const found = this.#read(() => this.#prepare(BY_ORG_SQL).all(JSON.stringify(orgIds), most))
    return [...new Map(found.map((row) => [row.id, tables.customer.read(row)])).values()]
  }

  async payersByBucket(bucket: string, most: number): Promise<readonly Payer[]> {
    return this.#read(() => this.#prepare(BY_BUCKET_SQL).all(bucket, most)).map((row) => tables.payer.read(row))
  }
}
