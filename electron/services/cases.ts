import type { CaseView } from '../../shared/contract/views.ts'
import { CaseChange } from '../../shared/domain/case/case-change.ts'
import { changeState } from '../../shared/domain/case/change-state.ts'
import { openCase } from '../../shared/domain/case/open-case.ts'
import { setFacts } from '../../shared/domain/case/set-facts.ts'
import { readPayerFacts } from '../../shared/domain/payer.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { newestProcedure, procedures } from '../../shared/procedures/index.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { caseView } from './views/case-view.ts'
import { caseRowView } from './views/record-views.ts'

/** The case as it now is, for whoever just changed it. */
export async function viewCase(context: Context, reference: string): Promise<CaseView> {
  return view(context, await context.case(reference))
}

async function view(context: Context, c: Case): Promise<CaseView> {
  const { clock, store } = context.ports
  return caseView(c, {
    procedure: context.procedure(c),
    settings: await context.settings(),
    now: clock.now(),
    zone: clock.zone(),
    payerCustomers: (await store.customersOfPayer(c.payer.id)).length,
  })
}

/** Opening, listing and changing cases. */
export function caseHandlers(
  context: Context,
): Pick<AppHandlers, 'case.open' | 'case.list' | 'case.get' | 'case.set' | 'case.describe' | 'case.state'> {
  const { store } = context.ports
  return {
    async 'case.open'({ customer: named, procedure: wanted, ...typed }) {
      const act = context.act(await context.settings())
      const id = wanted ?? 'msp-cur-extraction'
      const procedure = newestProcedure(id)
      if (!procedure) {
        const known = [...new Set(procedures.map((p) => p.id))].join(', ')
        throw new CasebookError(refuse('procedure.unknown', { procedure: id, known }, 'procedure'))
      }
      const customer = await findCustomer(named)
      const payer = await payerOf(customer)
      await refuseSecondOpenCase(customer, procedure.id)
      const facts = throwIfRefused(readPayerFacts(typed, payer))
      const given: Payer = { ...payer, ...facts }
      const opened = throwIfRefused(openCase(customer, given, procedure, await store.nextCaseNumber(), act))
      const changed = Object.entries(typed).some(([, text]) => text !== undefined)
      const puts = changed
        ? [...opened.change.puts, { kind: 'payer' as const, record: { ...given, updatedAt: act.now } }]
        : opened.change.puts
      await context.commit({ ...opened.change, puts }, 'cases', [opened.id])
      return viewCase(context, opened.id)
    },

    async 'case.list'(query) {
      await context.settings()
      const page = await store.cases({
        text: query.text ?? '',
        states: query.states ?? [],
        phase: query.phase ?? null,
        owner: query.owner ?? null,
        customerId: query.customer ?? null,
        payerId: query.payer ?? null,
        dueBefore: null,
        order: query.order ?? 'updated',
        limit: query.limit ?? 100,
        after: query.after ?? null,
      })
      return { rows: page.rows.map(caseRowView), total: page.total, after: page.after }
    },

    async 'case.get'({ case: reference }) {
      return viewCase(context, reference)
    },

    async 'case.set'({ case: reference, revision, facts }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings())
      const { change } = throwIfRefused(setFacts(c, context.procedure(c), facts, act))
      await context.commit(change, 'cases', [c.record.id])
      return viewCase(context, c.record.id)
    },

    async 'case.describe'({ case: reference, revision, owner, notes, tags }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings())
      const given = Object.entries({ owner, notes, tags }).filter(([, v]) => v !== undefined)
      const change = new CaseChange(c, context.procedure(c), act)
        .withRecord(Object.fromEntries(given))
        .record('case.described', { fields: given.map(([name]) => name) })
        .finish()
      await context.commit(change, 'cases', [c.record.id])
      return viewCase(context, c.record.id)
    },

    async 'case.state'({ case: reference, revision, to, reason }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings())
      const change = throwIfRefused(changeState(c, context.procedure(c), to, reason ?? '', act))
      await context.commit(change, 'cases', [c.record.id])
      return viewCase(context, c.record.id)
    },
  }

  /** By record ID, management account ID or exact name; two of the same name are not guessed between. */
  async function findCustomer(named: string): Promise<Customer> {
    const byId = await store.customer(named)
    if (byId) return byId
    const digits = named.replace(/[\s-]/g, '')
    const found = (await store.customers({ text: named, limit: 200 })).filter(
      (c) => c.managementAccountId === digits || c.name.toLowerCase() === named.trim().toLowerCase(),
    )
    if (found.length > 1) {
      throw new CasebookError(refuse('customer.ambiguous', { customer: named, count: found.length }, 'customer'))
    }
    if (!found[0]) throw new CasebookError(refuse('customer.unknown', { customer: named }, 'customer'))
    return found[0]
  }

  async function payerOf(customer: Customer): Promise<Payer> {
    const payer = await store.payer(customer.payerId)
    if (!payer) throw new CasebookError(refuse('payer.unknown', { payer: customer.payerId }, 'payer'))
    return payer
  }

  async function refuseSecondOpenCase(customer: Customer, procedure: string): Promise<void> {
    const { rows } = await store.cases({
      text: '',
      states: ['open', 'on-hold'],
      phase: null,
      owner: null,
      customerId: customer.id,
      payerId: null,
      dueBefore: null,
      order: 'number',
      limit: 50,
      after: null,
    })
    const there = rows.find((r) => r.record.procedureId === procedure)
    if (!there) return
    throw new CasebookError(
      refuse('case.open-already', { case: `C-${there.record.number}`, customer: customer.name }, 'customer'),
    )
  }
}
