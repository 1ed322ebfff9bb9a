import type { CaseView } from '../../shared/contract/views.ts'
import { CaseChange } from '../../shared/domain/case/case-change.ts'
import { changeState } from '../../shared/domain/case/change-state.ts'
import { factsOf } from '../../shared/domain/case/facts-of.ts'
import { setFacts } from '../../shared/domain/case/set-facts.ts'
import { conflictValues } from '../../shared/domain/conflict.ts'
import { concerning } from '../../shared/domain/duplicates.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import { queryOf } from './case-query.ts'
import { throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import { demandOwnAccount } from './customer-guards.ts'
import { duplicatesOfCase } from './duplicates.ts'
import type { AppHandlers } from './handlers.ts'
import { demandMeant, payerAfter, summariesAfter, touchedCases } from './payer-impact.ts'
import type { Committed } from './ports.ts'
import { reusableOf } from './reuse.ts'
import { caseView } from './views/case-view.ts'
import { findingView } from './views/finding-view.ts'
import { caseRowView } from './views/record-views.ts'

/** The case as it now is, for whoever just changed it. */
export async function viewCase(context: Context, reference: string): Promise<CaseView> {
  return view(context, await context.case(reference))
}

/** The same for who may take back exactly this change. */
export async function viewChanged(
  context: Context,
  reference: string,
  { sequence }: Committed,
): Promise<CaseView & { readonly sequence: number | null }> {
  return { ...(await viewCase(context, reference)), sequence }
}

async function view(context: Context, c: Case): Promise<CaseView> {
  const { clock, store } = context.ports
  const settings = await context.settings()
  return caseView(c, {
    procedure: context.procedure(c),
    settings,
    now: clock.now(),
    zone: clock.zone(),
    payerCustomers: await store.customerCount(c.payer.id),
    newest: context.procedures.newest(c.record.procedureId)?.version ?? c.record.procedureVersion,
    reusable: await reusableOf(context, c, context.act(settings)),
    duplicates: await duplicatesOfCase(context, c),
  })
}

/** Listing and changing cases. */
export function caseHandlers(
  context: Context,
): Pick<AppHandlers, 'case.list' | 'case.get' | 'case.set' | 'case.describe' | 'case.state'> {
  const { store } = context.ports
  return {
    async 'case.list'(query) {
      await context.settings()
      const page = await store.cases({
        ...(await queryOf(context, query)),
        order: query.order ?? 'updated',
        reverse: query.reverse ?? false,
        limit: query.limit ?? 100,
        after: query.after ?? null,
        skip: query.skip ?? 0,
      })
      return {
        rows: page.rows.map((row) => caseRowView(row, context, query.text)),
        total: page.total,
        after: page.after,
      }
    },

    async 'case.get'({ case: reference }) {
      return viewCase(context, reference)
    },

    async 'case.set'({ case: reference, revision, facts, confirmed }) {
      const settings = await context.settings()
      const c = await context.case(reference, revision, (now) => conflictValues(facts, { ...factsOf(now, settings) }))
      const act = context.act(settings)
      const { change, findings } = throwIfRefused(setFacts(c, context.procedure(c), facts, act))
      // The same values again are no change: nothing is written, and nobody else's window is out of date.
      const noticed = async () => {
        const duplicates = await duplicatesOfCase(context, await context.case(c.record.id))
        return [...findings, ...concerning(duplicates, Object.keys(facts))].map(findingView)
      }
      if (change.activity.length === 0) return { ...(await view(context, c)), noticed: await noticed() }
      const account = change.puts.find((p) => p.kind === 'customer')?.record.managementAccountId
      if (account !== undefined) await demandOwnAccount(context, account, c.customer.id)
      const after = payerAfter(change, c.payer)
      const touched = await touchedCases(context, c.payer, after, c.record.id)
      demandMeant(touched, c.payer, after, confirmed === true)
      const puts = [...change.puts, ...(await summariesAfter(context, touched, after, act))]
      await context.commit({ ...change, puts }, 'cases', [c.record.id])
      return { ...(await viewCase(context, c.record.id)), noticed: await noticed() }
    },

    async 'case.describe'({ case: reference, revision, owner, notes, tags }) {
      const wanted = Object.fromEntries(Object.entries({ owner, notes, tags }).filter(([, v]) => v !== undefined))
      const c = await context.case(reference, revision, (now) => conflictValues(wanted, { ...now.record }))
      const act = context.act(await context.settings())
      const before: Readonly<Record<string, unknown>> = {
        owner: c.record.owner,
        notes: c.record.notes,
        tags: c.record.tags,
      }
      const given = Object.entries(wanted).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
      )
      if (given.length === 0) return { ...(await view(context, c)), sequence: null }
      const fields = given.map(([name]) => name)
      const after = Object.fromEntries(given)
      const change = new CaseChange(c, context.procedure(c), act)
        .withRecord(after)
        .record('case.described', { fields, before: Object.fromEntries(fields.map((f) => [f, before[f]])), after })
        .finish()
      return viewChanged(context, c.record.id, await context.commit(change, 'cases', [c.record.id]))
    },

    async 'case.state'({ case: reference, revision, to, reason }) {
      const states = { hold: 'on-hold', resume: 'open', abandon: 'abandoned', reopen: 'open', close: 'done' } as const
      const c = await context.case(reference, revision, (now) =>
        conflictValues({ state: states[to] }, { ...now.record }),
      )
      const act = context.act(await context.settings())
      const change = throwIfRefused(changeState(c, context.procedure(c), to, reason ?? '', act))
      return viewChanged(context, c.record.id, await context.commit(change, 'cases', [c.record.id]))
    },
  }
}
