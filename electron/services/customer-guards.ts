import type { Customer } from '../../shared/domain/records/customer.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import { casesOf } from './lookups.ts'

/** A management account heads one organization, and so belongs to one customer. Refuses `customer.duplicate`. */
export async function demandOwnAccount({ ports }: Context, account: string, except: string | null): Promise<void> {
  const customers = await ports.store.customers({ text: account, limit: 50 })
  const same = customers.find((c) => c.managementAccountId === account && c.id !== except)
  if (!same) return
  throw new CasebookError(refuse('customer.duplicate', { account, customer: same.name }, 'managementAccountId'))
}

/** What Spot already holds in a submission is not changed beneath it. Refuses `customer.in-use`. */
export async function demandNotWithSpot(context: Context, before: Customer, after: Customer): Promise<void> {
  const field =
    before.managementAccountId !== after.managementAccountId
      ? 'managementAccountId'
      : before.orgIds.join() !== after.orgIds.join()
        ? 'orgIds'
        : null
  if (field === null) return
  const open = await casesOf(context, { customerId: before.id, states: ['open', 'on-hold'] })
  const held = open.filter(({ record }) => ['sent', 'answered'].includes(record.summary.submissionState ?? ''))
  if (held.length === 0) return
  const cases = held.map((r) => `C-${r.record.number}`).join(', ')
  throw new CasebookError(refuse('customer.in-use', { customer: before.name, cases }, field))
}
