import type { Act } from '../../shared/domain/case/act.ts'
import { concerning } from '../../shared/domain/duplicates.ts'
import { activity, changedPayer, newPayer, noticedInPayer } from '../../shared/domain/payer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { regionAdvice } from '../../shared/domain/values/region.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import { duplicatesOfPayer } from './duplicates.ts'
import type { AppHandlers } from './handlers.ts'
import { demandMeant, summariesAfter, touchedCases } from './payer-impact.ts'
import { findingView } from './views/finding-view.ts'
import { payerView } from './views/record-views.ts'

/** Payers of one page where nobody says how many. */
const PAGE = 200

/** Billing accounts: entered once, used by every customer they pay for. */
export function payerHandlers(
  context: Context,
): Pick<AppHandlers, 'payer.add' | 'payer.get' | 'payer.list' | 'payer.set'> {
  const { store } = context.ports
  return {
    async 'payer.add'(input) {
      const act = context.act(await context.settings())
      const { payer, change } = throwIfRefused(newPayer(input, act))
      if (await store.payerByAccount(payer.accountId)) {
        throw new CasebookError(refuse('payer.duplicate', { account: payer.accountId }, 'accountId'))
      }
      await context.commit(change, 'cases', [payer.id])
      return { ...(await view(payer.id)), noticed: (await duplicatesOfPayer(context, payer)).map(findingView) }
    },

    async 'payer.list'({ text = '', limit = PAGE, after = null }) {
      await context.settings()
      const page = await store.payerPage({ text, limit, after })
      const payers = page.rows.map(({ payer, customers }) => payerView(payer, customers))
      return { payers, total: page.total, after: page.after }
    },

    async 'payer.get'({ payer: named }) {
      await context.settings()
      const byAccount = () => store.payerByAccount(named.replace(/[\s-]/g, ''))
      const payer = (await store.payer(named)) ?? (await byAccount())
      if (!payer) throw new CasebookError(refuse('payer.unknown', { payer: named }, 'payer'))
      const duplicates = await duplicatesOfPayer(context, payer)
      return { ...(await viewOf(payer)), duplicates: duplicates.map(findingView) }
    },

    async 'payer.set'({ payer: id, revision, set, confirmed }) {
      const act = context.act(await context.settings())
      const payer = await found(id)
      const changed = throwIfRefused(changedPayer(payer, set))
      const next: Payer = {
        ...changed,
        awsProfile: set.awsProfile === undefined ? payer.awsProfile : set.awsProfile,
        updatedAt: act.now,
        revision,
      }
      const fields = changedFields(payer, next)
      // With one case the payer is as good as that case's own; from two on, each has to be meant.
      const touched = await touchedCases(context, payer, next, null)
      demandMeant(touched, payer, next, confirmed === true || touched.length < 2)
      const change = {
        puts: [{ kind: 'payer' as const, record: next }, ...(await summariesAfter(context, touched, next, act))],
        activity: [
          activity('payer.changed', next, act, {
            fields,
            before: pick(payer, fields),
            after: pick(next, fields),
            cases: touched.map((t) => `C-${t.row.record.number}`),
          }),
          ...adviceOnRegion(payer, next, act),
        ],
      }
      await context.commit(change, 'cases', [payer.id])
      const duplicates = concerning(await duplicatesOfPayer(context, next), Object.keys(set))
      return { ...(await view(payer.id)), noticed: [...noticedInPayer(payer, set), ...duplicates].map(findingView) }
    },
  }

  async function found(id: string): Promise<Payer> {
    const payer = await store.payer(id)
    if (!payer) throw new CasebookError(refuse('payer.unknown', { payer: id }, 'payer'))
    return payer
  }

  async function view(id: string) {
    return viewOf(await found(id))
  }

  async function viewOf(payer: Payer) {
    return payerView(payer, await store.customerCount(payer.id))
  }
}

const FIELDS = [
  'kind',
  'partition',
  'reportName',
  'bucket',
  'prefix',
  'region',
  'crawlerStackName',
  'awsProfile',
] as const

function changedFields(before: Payer, after: Payer): readonly (keyof Payer)[] {
  return FIELDS.filter((f) => before[f] !== after[f])
}

function pick(payer: Payer, fields: readonly (keyof Payer)[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((f) => [f, payer[f]]))
}

/** Going on with a region that the documents advise against is on the record, wherever it was chosen. */
function adviceOnRegion(before: Payer, after: Payer, act: Act) {
  const advice = before.region === after.region ? null : regionAdvice(after.region)
  return advice ? [activity('advice.noted', after, act, { code: advice.code, params: advice.params })] : []
}
