import { activity, newPayer, readPayerFacts } from '../../shared/domain/payer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { payerView } from './views/record-views.ts'

/** Billing accounts: entered once, used by every customer they pay for. */
export function payerHandlers(context: Context): Pick<AppHandlers, 'payer.add' | 'payer.list' | 'payer.set'> {
  const { store } = context.ports
  return {
    async 'payer.add'(input) {
      const act = context.act(await context.settings())
      const { payer, change } = throwIfRefused(newPayer(input, act))
      if (await store.payerByAccount(payer.accountId)) {
        throw new CasebookError(refuse('payer.duplicate', { account: payer.accountId }, 'accountId'))
      }
      await context.commit(change, 'cases', [payer.id])
      return view(payer.id)
    },

    async 'payer.list'() {
      await context.settings()
      const payers = await store.payers()
      return { payers: await Promise.all(payers.map((p) => viewOf(p))) }
    },

    async 'payer.set'({ payer: id, revision, set }) {
      const act = context.act(await context.settings())
      const payer = await found(id)
      const facts = throwIfRefused(readPayerFacts(set, payer, payer.partition))
      const next: Payer = {
        ...payer,
        ...facts,
        kind: set.kind ?? payer.kind,
        awsProfile: set.awsProfile === undefined ? payer.awsProfile : set.awsProfile,
        updatedAt: act.now,
        revision,
      }
      const fields = changedFields(payer, next)
      await refuseBeneathSubmissions(payer, fields)
      const change = {
        puts: [{ kind: 'payer' as const, record: next }],
        activity: [
          activity('payer.changed', next, act, {
            fields,
            before: pick(payer, fields),
            after: pick(next, fields),
          }),
        ],
      }
      await context.commit(change, 'cases', [payer.id])
      return view(payer.id)
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
    return payerView(payer, (await store.customersOfPayer(payer.id)).length)
  }

  /** What Spot already holds in a sent submission is not changed beneath it, whichever case it belongs to. */
  async function refuseBeneathSubmissions(payer: Payer, fields: readonly (keyof Payer)[]): Promise<void> {
    if (!fields.some((f) => f === 'bucket' || f === 'prefix' || f === 'crawlerStackName')) return
    const { rows } = await store.cases({
      text: '',
      states: ['open', 'on-hold'],
      phase: null,
      owner: null,
      customerId: null,
      payerId: payer.id,
      dueBefore: null,
      order: 'number',
      limit: 500,
      after: null,
    })
    const sent = rows.filter((r) => r.record.summary.submissionState === 'sent')
    if (sent.length === 0) return
    const cases = sent.map((r) => `C-${r.record.number}`).join(', ')
    throw new CasebookError(refuse('payer.in-use', { cases }, fields[0]))
  }
}

const FIELDS = ['kind', 'reportName', 'bucket', 'prefix', 'region', 'crawlerStackName', 'awsProfile'] as const

function changedFields(before: Payer, after: Payer): readonly (keyof Payer)[] {
  return FIELDS.filter((f) => before[f] !== after[f])
}

function pick(payer: Payer, fields: readonly (keyof Payer)[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((f) => [f, payer[f]]))
}
