import type { CustomerPage } from '../../shared/contract/operations/directory.ts'
import { awaitedBeside, type Running } from '../../shared/domain/case/beside.ts'
import { isOpen } from '../../shared/domain/wait/wait-state.ts'
import { besideSentence } from '../../shared/text/beside.ts'
import type { Context } from './context.ts'
import { duplicatesOfCase } from './duplicates.ts'
import type { AppHandlers } from './handlers.ts'
import { casesOf, customerNamed, payerOf } from './lookups.ts'
import type { CaseRow } from './ports.ts'
import { findingView } from './views/finding-view.ts'
import { caseRowView, customerView, payerView } from './views/record-views.ts'
import { waitView } from './views/wait-view.ts'

/** A customer with its cases side by side: which runs, what each waits for, and which waits for which. */
export function customerPageHandlers(context: Context): Pick<AppHandlers, 'customer.get'> {
  const { clock, store } = context.ports
  return {
    async 'customer.get'({ customer: named }): Promise<CustomerPage> {
      const settings = await context.settings()
      const customer = await customerNamed(context, named)
      const payer = await payerOf(context, customer)
      const rows = await casesOf(context, { customerId: customer.id })
      const running = await Promise.all(rows.map((row) => runningOf(row)))
      return {
        customer: customerView(customer, payer.accountId),
        payer: payerView(payer, await store.customerCount(payer.id)),
        duplicates: (await duplicatesOfCase(context, { customer, payer })).map(findingView),
        cases: rows.flatMap((row, at) => {
          const one = running[at]
          if (!one) return []
          const { id, title, document } = one.procedure
          const others = running.filter((r) => r !== one)
          return [
            {
              case: caseRowView(row, context),
              procedure: { id, title, document },
              waits: one.case.waits.filter(isOpen).map((w) => waitView(w, one.procedure, clock.now(), clock.zone())),
              after: awaitedBeside(one, others, settings).map((awaited) => ({
                case: `C-${awaited.other.case.record.number}`,
                sentence: besideSentence(awaited),
              })),
            },
          ]
        }),
      }
    },
  }

  async function runningOf(row: CaseRow): Promise<Running> {
    const c = await context.case(row.record.id)
    return { case: c, procedure: context.procedure(c) }
  }
}
