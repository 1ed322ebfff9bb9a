import { namesFor } from '../naming.ts'
import { isAsked } from '../procedure/intake-questions.ts'
import type { Procedure } from '../procedure/types.ts'
import { usedFacts } from '../procedure/used-facts.ts'
import { NO_SUMMARY } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { Customer } from '../records/customer.ts'
import type { Payer } from '../records/payer.ts'
import { type Decided, isRefusal, type Refusal, refuse } from '../refusal.ts'
import { BILLING_PREFIX } from '../values/prefix.ts'
import type { Act } from './act.ts'
import { adviceFor, noteAdvice } from './advice.ts'
import { CaseChange } from './case-change.ts'
import { enterFacts } from './enter-facts.ts'

/** What a case starts with where its procedure uses it: the MSP's own value, the document's, or ours where that leaves it free. */
function defaults({ settings }: Act): Readonly<Record<string, string>> {
  return { extractorStackName: namesFor(settings.naming, '').extractorStackName, billingPrefix: BILLING_PREFIX }
}

/** Whose case it is to be, and in which procedure. */
export interface Opening {
  readonly customer: Customer
  readonly payer: Payer
  readonly procedure: Procedure
  readonly number: number
  /** Answers of the intake and other facts, as typed. */
  readonly typed: Readonly<Record<string, string>>
  /** What the customer's other cases have answered already; what is typed goes before it. */
  readonly inherited: Readonly<Record<string, string>>
}

/**
 * Opens a case of a customer in a procedure, pinned to its version. Refuses a payer on which the procedure cannot run
 * (`payer.transfer`), facts that cannot be read, and an intake question that has to be answered first.
 */
export function openCase(opening: Opening, act: Act): Decided<{ readonly id: string; readonly change: ChangeSet }> {
  const { procedure } = opening
  const change = draftCase(opening, act)
  if (isRefusal(change)) return change
  const refused = refuseOpening(change, procedure)
  if (refused) return refused
  noteAdvice(change, adviceFor(change.case, procedure, change.facts), [])
  return { id: change.case.record.id, change: change.finish() }
}

/** Why a case cannot be opened as it is drafted; null where nothing stands against it. */
export function refuseOpening(change: CaseChange, procedure: Procedure): Refusal | null {
  const { customer, payer } = change.case
  if (procedure.intake.notOn.includes(payer.kind)) {
    return refuse('payer.transfer', { customer: customer.name, payer: payer.accountId }, 'payer')
  }
  const open = procedure.intake.questions.find(
    (q) => q.required && isAsked(q, procedure, change.case, change.facts) && change.facts[q.fact] === null,
  )
  return open ? refuse('intake.unanswered', { fact: open.fact, question: open.question }, open.fact) : null
}

/** The case as it would be opened, with what is not answered yet left open: what intake shows. */
export function draftCase({ procedure, typed, inherited, ...of }: Opening, act: Act): Decided<CaseChange> {
  const change = new CaseChange(blankCase({ procedure, ...of }, act), procedure, act)
  change.record('case.opened', { procedure: procedure.id, version: procedure.version })
  const entered = enterFacts(change, { ...inherited, ...typed })
  return isRefusal(entered) ? entered : change
}

function blankCase({ customer, payer, procedure, number }: Omit<Opening, 'typed' | 'inherited'>, act: Act): Case {
  const used: ReadonlySet<string> = usedFacts(procedure)
  const facts = Object.entries(defaults(act)).filter(([name]) => used.has(name))
  return {
    customer,
    payer,
    steps: [],
    waits: [],
    submissions: [],
    attachments: [],
    checks: [],
    record: {
      id: act.newId(),
      number,
      customerId: customer.id,
      payerId: payer.id,
      procedureId: procedure.id,
      procedureVersion: procedure.version,
      state: 'open',
      stateReason: '',
      owner: act.by,
      facts: Object.fromEntries(facts),
      tags: [],
      notes: '',
      openedAt: act.now,
      closedAt: null,
      updatedAt: act.now,
      summary: NO_SUMMARY,
      revision: 0,
    },
  }
}
