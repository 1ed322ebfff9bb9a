import type { Act } from './case/act.ts'
import type { Finding } from './finding.ts'
import type { Contact } from './records/base.ts'
import type { ChangeSet } from './records/change-set.ts'
import type { Customer } from './records/customer.ts'
import type { Payer } from './records/payer.ts'
import { type Decided, onField } from './refusal.ts'
import { parseAccountId } from './values/account-id.ts'
import { parseDisplayName } from './values/display-name.ts'
import { orgIdsLikeAccounts, parseOrgIds } from './values/org-id.ts'

export interface CustomerTyped {
  readonly name: string
  readonly managementAccountId: string
  readonly orgIds: string
  readonly contacts: readonly Contact[]
  readonly tags: readonly string[]
}

/** The texts of a customer, read: all or the first refusal, on its field. An empty Org ID list is allowed: it can be asked for later. */
export function readCustomer(typed: CustomerTyped): Decided<Pick<Customer, 'name' | 'managementAccountId' | 'orgIds'>> {
  const name = parseDisplayName(typed.name)
  if (!name.ok) return onField(name.refusal, 'name')
  const account = parseAccountId(typed.managementAccountId)
  if (!account.ok) return onField(account.refusal, 'managementAccountId')
  if (!typed.orgIds.trim()) return { name: name.value, managementAccountId: account.value, orgIds: [] }
  const orgIds = parseOrgIds(typed.orgIds)
  if (!orgIds.ok) return onField(orgIds.refusal, 'orgIds')
  return { name: name.value, managementAccountId: account.value, orgIds: [...orgIds.value] }
}

export function newCustomer(
  read: Pick<Customer, 'name' | 'managementAccountId' | 'orgIds'>,
  rest: Pick<CustomerTyped, 'contacts' | 'tags'>,
  payer: Payer,
  act: Act,
): { readonly customer: Customer; readonly change: ChangeSet } {
  const customer: Customer = {
    id: act.newId(),
    ...read,
    payerId: payer.id,
    contacts: [...rest.contacts],
    tags: [...rest.tags],
    notes: '',
    createdAt: act.now,
    updatedAt: act.now,
    revision: 0,
  }
  const change: ChangeSet = {
    puts: [{ kind: 'customer', record: customer }],
    activity: [
      {
        at: act.now,
        who: act.by,
        what: 'customer.added',
        caseId: null,
        customerId: customer.id,
        payerId: payer.id,
        params: { name: customer.name, managementAccountId: customer.managementAccountId, orgIds: customer.orgIds },
      },
    ],
  }
  return { customer, change }
}

/** What is noticed while Org IDs are read as typed, and where one of them equals an account (DOMAIN, trap 13). */
export function noticedInOrgIds(typed: string | undefined, accounts: readonly string[]): readonly Finding[] {
  const read = parseOrgIds(typed ?? '')
  if (!read.ok) return []
  return [...read.findings, ...orgIdsLikeAccounts(read.value, accounts)].map((f) => ({ ...f, field: 'orgIds' }))
}
