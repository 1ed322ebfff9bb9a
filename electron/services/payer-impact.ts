import type { TouchedCase } from '../../shared/contract/operations/directory.ts'
import type { Act } from '../../shared/domain/case/act.ts'
import { factsOf } from '../../shared/domain/case/facts-of.ts'
import { outdatedChecks } from '../../shared/domain/case/outdated-checks.ts'
import { summarize } from '../../shared/domain/case/summary.ts'
import { changedPayer, changedPayerFacts } from '../../shared/domain/payer.ts'
import { usedFacts } from '../../shared/domain/procedure/used-facts.ts'
import type { ChangeSet, Put } from '../../shared/domain/records/change-set.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import { type Refusal, refuse } from '../../shared/domain/refusal.ts'
import { factTexts } from '../../shared/text/facts.ts'
import { impactSentence, isHeld } from '../../shared/text/payer-impact.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { casesOf } from './lookups.ts'
import type { CaseRow } from './ports.ts'
import { caseRowView, payerView } from './views/record-views.ts'

/** An open case that a change of its payer touches. */
export interface Touched {
  readonly row: CaseRow
  readonly effect: string
  readonly held: boolean
}

/** Shows what a change of a payer's facts would touch, before it is made. */
export function payerImpactHandlers(context: Context): Pick<AppHandlers, 'payer.impact'> {
  const { store } = context.ports
  return {
    async 'payer.impact'({ payer: named, set, except }) {
      await context.settings()
      const payer = (await store.payer(named)) ?? (await store.payerByAccount(named.replace(/[\s-]/g, '')))
      if (!payer) throw new CasebookError(refuse('payer.unknown', { payer: named }, 'payer'))
      const after = throwIfRefused(changedPayer(payer, set))
      const touched = await touchedCases(context, payer, after, except ?? null)
      return {
        payer: payerView(payer, await store.customerCount(payer.id)),
        fields: changedPayerFacts(payer, after).map((name) => factTexts[name].label),
        cases: touched.map(({ row, effect, held }): TouchedCase => ({ case: caseRowView(row, context), effect, held })),
      }
    },
  }
}

/** The open cases on a payer whose procedures use a fact in which it changes. @param except the case it is changed from */
export async function touchedCases(
  context: Context,
  before: Payer,
  after: Payer,
  except: string | null,
): Promise<readonly Touched[]> {
  const fields = changedPayerFacts(before, after)
  if (fields.length === 0) return []
  const rows = await casesOf(context, { payerId: before.id, states: ['open', 'on-hold'] })
  return rows.flatMap((row): readonly Touched[] => {
    const { id, procedureId, procedureVersion } = row.record
    const procedure = context.procedures.pinned(procedureId, procedureVersion)
    const used = procedure ? usedFacts(procedure) : new Set()
    const own = fields.filter((field) => used.has(field))
    if (id === except || own.length === 0) return []
    return [{ row, effect: impactSentence(row.record.summary, own), held: isHeld(row.record.summary, own) }]
  })
}

/** The payer as a change set leaves it. */
export function payerAfter({ puts }: ChangeSet, before: Payer): Payer {
  const put = puts.find((p) => p.kind === 'payer')
  return put?.kind === 'payer' ? put.record : before
}

/** Refuses a change beneath a submission that Spot has, and one that touches other cases without being meant. */
export function refuseTouching(
  touched: readonly Touched[],
  before: Payer,
  after: Payer,
  meant: boolean,
): Refusal | null {
  const [first] = changedPayerFacts(before, after)
  const held = touched.filter((t) => t.held)
  if (held.length > 0) return refuse('payer.in-use', { cases: names(held) }, first)
  if (meant || touched.length === 0) return null
  const fields = changedPayerFacts(before, after)
    .map((name) => factTexts[name].label)
    .join(', ')
  return refuse('payer.touches-cases', { cases: names(touched), fields }, first)
}

/** The same as a throw. */
export function demandMeant(...change: Parameters<typeof refuseTouching>): void {
  const refused = refuseTouching(...change)
  if (refused) throw new CasebookError(refused)
}

function names(touched: readonly Touched[]): string {
  return touched.map(({ row }) => `C-${row.record.number} (${row.customerName})`).join(', ')
}

/**
 * What the change does to the records of touched cases: checks made against the old value are marked outdated, and the
 * summaries that lists read follow.
 */
export async function summariesAfter(
  context: Context,
  touched: readonly Touched[],
  after: Payer,
  act: Act,
): Promise<readonly Put[]> {
  const puts: Put[] = []
  for (const { row } of touched) {
    const c = await context.ports.store.case(row.record.id)
    if (!c) continue
    const procedure = context.procedure(c)
    const facts = factsOf({ ...c, payer: after }, act.settings)
    const outdated = outdatedChecks(c.checks, procedure.report, factsOf(c, act.settings), facts)
    const checks = c.checks.map((check) => outdated.find((o) => o.checkId === check.checkId) ?? check)
    const summary = summarize(procedure, { ...c, payer: after, checks }, facts)
    puts.push(...outdated.map((record): Put => ({ kind: 'check', record })))
    if (JSON.stringify(summary) === JSON.stringify(c.record.summary) && outdated.length === 0) continue
    puts.push({ kind: 'case', record: { ...c.record, summary } })
  }
  return puts
}
