import type { BroughtAlong, IntakeView } from '../../shared/contract/operations/procedures.ts'
import type { Act } from '../../shared/domain/case/act.ts'
import { adviceFor } from '../../shared/domain/case/advice.ts'
import { crawlerFileOf } from '../../shared/domain/case/facts-of.ts'
import { freshCustomer } from '../../shared/domain/case/fresh-customer.ts'
import { draftCase, type Opening, refuseOpening } from '../../shared/domain/case/open-case.ts'
import { casesOf, reusableSteps, startsAt } from '../../shared/domain/case/reuse.ts'
import type { FactName, Facts } from '../../shared/domain/facts.ts'
import { isAsked } from '../../shared/domain/procedure/intake-questions.ts'
import type { Procedure } from '../../shared/domain/procedure/types.ts'
import { usedFacts } from '../../shared/domain/procedure/used-facts.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import { parseAccountId } from '../../shared/domain/values/account-id.ts'
import { throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { openingOf, procedureNamed, refuseSecondOpenCase } from './opening.ts'
import { refuseTouching, touchedCases } from './payer-impact.ts'
import { othersOnPayer } from './reuse.ts'
import { factView } from './views/fact-view.ts'
import { findingView } from './views/finding-view.ts'
import { procedureView } from './views/procedure-view.ts'

type Asking = Parameters<AppHandlers['procedure.intake']>[0]

/** What opening a case asks, warns of and brings along, before anything is kept. */
export function intakeHandlers(context: Context): Pick<AppHandlers, 'procedure.intake'> {
  return {
    async 'procedure.intake'(asking): Promise<IntakeView> {
      const act = context.act(await context.settings())
      const procedure = procedureNamed(context, asking.procedure)
      const opening = await openingFor(context, asking, procedure, act)
      const draft = throwIfRefused(draftCase(opening, act))
      const known = draft.facts
      const { payer } = draft.case
      const refused =
        (await refuseSecondOpenCase(context, opening.customer, procedure)) ??
        refuseOpening(draft, procedure) ??
        refuseTouching(await touchedCases(context, opening.payer, payer, null), opening.payer, payer, false)
      return {
        procedure: procedureView(procedure),
        customer: opening.customer.name,
        questions: procedure.intake.questions
          .filter((q) => isAsked(q, procedure, draft.case, known))
          .map(({ fact, question, why, source, required }) => ({
            fact: factView(fact, known, act.settings.naming),
            question,
            why,
            source,
            required,
          })),
        explanations: procedure.intake.explanations.map((e) => ({ ...e })),
        advice: adviceFor(draft.case, procedure, known).map(findingView),
        refusal: refused === null ? null : findingView({ level: 'error', ...refused }),
        brings: await broughtAlong(context, draft.case, procedure, known, act),
      }
    },
  }
}

/** Of a customer we have, of one that is only typed yet, or of nobody in particular. */
async function openingFor(
  context: Context,
  { customer, fresh, facts = {} }: Asking,
  procedure: Procedure,
  act: Act,
): Promise<Opening> {
  if (customer !== undefined) return openingOf(context, customer, procedure, facts)
  const { name = '', managementAccountId = '', orgIds = '', payerAccountId = '' } = fresh ?? {}
  const typed = { name, managementAccountId, orgIds, payerAccountId, payerKind: fresh?.payerKind ?? 'dedicated' }
  const account = typed.payerKind === 'dedicated' ? managementAccountId : payerAccountId
  const there = await payerThere(context, fresh?.payer, account)
  return { ...freshCustomer(typed, there, act), procedure, number: 0, typed: facts, inherited: {} }
}

/** The payer that was chosen, or the one we have of that account. */
async function payerThere({ ports: { store } }: Context, chosen: string | undefined, account: string) {
  if (chosen !== undefined) return store.payer(chosen)
  const read = parseAccountId(account)
  return read.ok ? store.payerByAccount(read.value) : null
}

/** What is there of a payer that we have: its values, and what other cases have done for it. */
async function broughtAlong(
  context: Context,
  draft: Case,
  procedure: Procedure,
  known: Facts,
  act: Act,
): Promise<BroughtAlong | null> {
  const payer = await context.ports.store.payer(draft.payer.id)
  const used = usedFacts(procedure)
  const values = payer === null ? [] : SHOWN.filter((name) => used.has(name) && known[name] !== null)
  if (payer === null || values.length === 0) return null
  const others = await othersOnPayer(context, draft, procedure)
  const file = others.map(crawlerFileOf).find((f) => f !== null && f.payerId === payer.id) ?? null
  const c = file === null ? draft : { ...draft, attachments: [file] }
  const reusable = reusableSteps(c, procedure, others, act)
  return {
    payer: { id: payer.id, accountId: payer.accountId, kind: payer.kind },
    values: values.map((name) => factView(name, known)),
    crawlerFile: file === null ? null : { name: file.name, from: caseOf(others, file.caseId) },
    reuse:
      reusable.length === 0
        ? null
        : {
            cases: casesOf(reusable),
            steps: reusable.map((r) => r.step.title),
            startsAt: startsAt(c, procedure, reusable, act)?.title ?? null,
          },
  }
}

/** What is the payer's once, in the order of the work. */
const SHOWN: readonly FactName[] = ['reportName', 'bucket', 'prefix', 'region', 'crawlerStackName']

function caseOf(cases: readonly Case[], id: string): string | null {
  const found = cases.find((c) => c.record.id === id)
  return found ? `C-${found.record.number}` : null
}
