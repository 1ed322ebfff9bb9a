import { blankPayer } from '../payer.ts'
import type { Customer } from '../records/customer.ts'
import type { Payer, PayerKind } from '../records/payer.ts'
import { parseAccountId } from '../values/account-id.ts'
import { parseOrgIds } from '../values/org-id.ts'
import type { Act } from './act.ts'

/** A customer that nobody has recorded yet, as it stands in a form: any of it may be blank or half typed. */
export interface FreshCustomer {
  readonly name: string
  readonly managementAccountId: string
  readonly orgIds: string
  readonly payerKind: PayerKind
  /** Of a payer that is new as well; blank: the management account pays. */
  readonly payerAccountId: string
}

/**
 * The customer and its payer as far as they can be read, so that intake can ask and warn before anything is kept.
 * What cannot be read yet is left out; recording it refuses it on its field.
 * @param payer the payer that was chosen or that pays already; null: a new one
 */
export function freshCustomer(
  typed: FreshCustomer,
  payer: Payer | null,
  act: Act,
): { readonly customer: Customer; readonly payer: Payer } {
  const managementAccountId = readAccount(typed.managementAccountId)
  const orgIds = parseOrgIds(typed.orgIds)
  const account = typed.payerKind === 'dedicated' ? managementAccountId : readAccount(typed.payerAccountId)
  const pays = payer ?? blankPayer({ kind: typed.payerKind }, account, act)
  const customer: Customer = {
    id: act.newId(),
    name: typed.name.trim(),
    managementAccountId,
    orgIds: orgIds.ok ? [...orgIds.value] : [],
    payerId: pays.id,
    contacts: [],
    tags: [],
    notes: '',
    createdAt: act.now,
    updatedAt: act.now,
    revision: 0,
  }
  return { customer, payer: pays }
}

function readAccount(typed: string): string {
  const read = parseAccountId(typed)
  return read.ok ? read.value : ''
}
