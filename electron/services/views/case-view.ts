import type { CaseView, CheckView, PhaseView, StepView } from '../../../shared/contract/views.ts'
import { offeredAction } from '../../../shared/domain/actions/offered.ts'
import { adviceFor } from '../../../shared/domain/case/advice.ts'
import { factsOf } from '../../../shared/domain/case/facts-of.ts'
import { isByHand } from '../../../shared/domain/case/mark-step.ts'
import { formerSteps } from '../../../shared/domain/case/migrate.ts'
import { casesOf, type Reusable } from '../../../shared/domain/case/reuse.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import { type Finding, finding } from '../../../shared/domain/finding.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { branchesOf, decidedBy } from '../../../shared/domain/procedure/branches.ts'
import { holds } from '../../../shared/domain/procedure/conditions.ts'
import {
  type EvaluatedStep,
  type Evaluation,
  endsWait,
  evaluate,
  situationOf,
} from '../../../shared/domain/procedure/engine.ts'
import { reportFacts } from '../../../shared/domain/procedure/report-profile.ts'
import type { CheckId, Procedure, Step } from '../../../shared/domain/procedure/types.ts'
import { shownFacts } from '../../../shared/domain/procedure/used-facts.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { itemsOf } from '../../../shared/domain/submission/items.ts'
import { branchSentence, fallsAwaySentence } from '../../../shared/text/branches.ts'
import { actionTitles, checkTitles } from '../../../shared/text/checks.ts'
import { gateSentence } from '../../../shared/text/gates.ts'
import { stepLink } from '../../../shared/text/step-links.ts'
import { stepMessage } from '../../../shared/text/step-messages.ts'
import { traps } from '../../../shared/text/traps.ts'
import { factView } from './fact-view.ts'
import { findingView, keptFindingViews } from './finding-view.ts'
import { customerView, payerView } from './record-views.ts'
import { submissionView } from './submission-view.ts'
import { waitView } from './wait-view.ts'

export interface CaseViewing {
  readonly procedure: Procedure
  readonly settings: Settings
  readonly now: Instant
  readonly zone: string
  /** How many customers the payer pays for. */
  readonly payerCustomers: number
  /** Newest version of the case's procedure. */
  readonly newest: number
  /** Steps that other cases have done for the payer. */
  readonly reusable: readonly Reusable[]
  /** Values that belong to other customers or payers too. */
  readonly duplicates: readonly Finding[]
}

/** A case as its page prints it: every sentence made, every link built, every gate explained. */
export function caseView(c: Case, viewing: CaseViewing): CaseView {
  const { procedure, settings, now, zone } = viewing
  const facts = factsOf(c, settings)
  const evaluation = evaluate(procedure, c, facts)
  const items = itemsOf(c, settings)
  const { record } = c
  return {
    id: record.id,
    number: record.number,
    ref: `C-${record.number}`,
    revision: record.revision,
    state: record.state,
    stateReason: record.stateReason,
    owner: record.owner,
    tags: record.tags,
    notes: record.notes,
    openedAt: record.openedAt,
    closedAt: record.closedAt,
    updatedAt: record.updatedAt,
    procedure: { id: procedure.id, version: procedure.version, title: procedure.title, document: procedure.document },
    customer: customerView(c.customer, c.payer.accountId),
    payer: payerView(c.payer, viewing.payerCustomers),
    signIn: signInOf(c, procedure, facts),
    facts: shownFacts(procedure, facts).map((name) => factView(name, facts, viewing.settings.naming)),
    advice: [...adviceFor(c, procedure, facts), ...viewing.duplicates, ...reuseAdvice(viewing.reusable)].map(
      findingView,
    ),
    branches: branchesOf(procedure, situationOf(procedure, c, facts)).flatMap(
      (b) => branchSentence(procedure, b) ?? [],
    ),
    phases: phaseViews(procedure, evaluation),
    steps: evaluation.steps.map((s) => stepView(s, c, viewing, facts)),
    nextStepId: evaluation.next?.step.id ?? null,
    waits: [...c.waits]
      .sort((a, b) => a.anchorAt.localeCompare(b.anchorAt))
      .map((w) => waitView(w, procedure, now, zone)),
    submissions: c.submissions.map((s) => submissionView(s, c, items, zone)),
    newerVersion: viewing.newest > procedure.version ? viewing.newest : null,
    formerSteps: formerSteps(c, procedure).map(({ stepId, state, at, by, reason, evidence }) => ({
      id: stepId,
      state,
      at,
      by,
      reason,
      evidence: evidence?.text ?? '',
    })),
    reusable: reusableView(viewing.reusable),
    attachments: [...c.attachments],
  }
}

function reusableView(reusable: readonly Reusable[]): CaseView['reusable'] {
  if (reusable.length === 0) return null
  return { cases: [...new Set(reusable.map((r) => r.case))], steps: reusable.map((r) => r.step.title) }
}

function reuseAdvice(reusable: readonly Reusable[]): readonly Finding[] {
  if (reusable.length === 0) return []
  return [finding('info', 'reuse.possible', { cases: casesOf(reusable), steps: reusable.length })]
}

function signInOf(c: Case, procedure: Procedure, facts: Facts): CaseView['signIn'] {
  // An account of another cloud is connected by ticket: nobody opens the AWS console for it (002, introduction).
  if (facts.cloud === 'azure' || facts.cloud === 'google') return null
  const { accountId } = c.payer
  const { managementAccountId } = c.customer
  if (procedure.signIn === 'customer') {
    return {
      accountId: managementAccountId,
      why: 'The customer connects the account that heads the organization: Spot’s role has to lie in it, whoever pays the bill.',
    }
  }
  return {
    accountId,
    why:
      accountId === managementAccountId
        ? 'The customer’s management account pays its own bill, so the report, the bucket and the stacks are made in it.'
        : 'This payer account pays the customer’s bill, so the report, the bucket and the stacks are made in it. The customer’s management account is only named where the procedure asks for it.',
  }
}

function phaseViews(procedure: Procedure, evaluation: Evaluation): PhaseView[] {
  return procedure.phases.map((phase) => {
    // What falls away in the case’s branch is neither done nor to do.
    const steps = evaluation.steps.filter((s) => s.phaseId === phase.id && !fallsAway(s))
    const settled = steps.filter((s) => s.status === 'done' || s.status === 'not-applicable').length
    const state = settled === steps.length ? 'done' : phase.id === evaluation.phaseId ? 'current' : 'ahead'
    return { id: phase.id, title: phase.title, state, stepsDone: settled, stepsTotal: steps.length }
  })
}

function fallsAway({ status, record }: EvaluatedStep): boolean {
  return status === 'not-applicable' && record?.state !== 'not-applicable'
}

function stepView(evaluated: EvaluatedStep, c: Case, viewing: CaseViewing, facts: Facts): StepView {
  const { procedure, settings } = viewing
  const { step, record } = evaluated
  // AWS China runs by hand: nothing is looked up or written there.
  const byHand = c.payer.partition === 'aws-cn'
  const settled = evaluated.status === 'done' || evaluated.status === 'not-applicable'
  const action = byHand ? null : offeredAction(step, c)
  return {
    id: step.id,
    phase: evaluated.phaseId,
    kind: step.kind,
    title: step.title,
    why: step.why,
    source: step.source,
    status: evaluated.status,
    because: becauseOf(step, c, procedure, facts),
    gate: settled ? [] : evaluated.waitsFor.map((w) => gateSentence(w, procedure)),
    instructions: step.instructions
      .filter(({ when }) => when === undefined || holds(when, situationOf(procedure, c, facts)))
      .map(({ source, text }) => ({ source, text })),
    values: step.values.map((name) => factView(name, facts)),
    enters: step.enters.map((name) => factView(name, facts, settings.naming)),
    link: step.link === null ? null : stepLink(step.link, reportFacts(facts, procedure.report)),
    message: step.message === null ? null : stepMessage(step.message, c, settings),
    traps: step.traps.map((id) => ({ id, ...traps[id] })),
    checks: byHand ? [] : step.checks.map((id) => checkView(id, c)),
    action: action === null ? null : { id: action, label: actionTitles[action] },
    evidencePolicy: step.evidence,
    wait: waitOf(step, c, viewing),
    byHand: isByHand(step),
    record: record && {
      state: record.state,
      at: record.at,
      by: record.by,
      reason: record.reason,
      evidence: record.evidence,
    },
  }
}

function becauseOf({ when }: Step, c: Case, procedure: Procedure, facts: Facts): string | null {
  return when === null ? null : fallsAwaySentence(procedure, decidedBy(when, situationOf(procedure, c, facts)))
}

/** The newest of the waits that the step ends: an attempt that came back leaves an older one behind. */
function waitOf(step: Step, c: Case, { procedure, now, zone }: CaseViewing): StepView['wait'] {
  const ended = c.waits.filter((w) => endsWait(step, w.definition))
  const newest = ended.toSorted((a, b) => a.anchorAt.localeCompare(b.anchorAt)).at(-1)
  return newest === undefined ? null : waitView(newest, procedure, now, zone)
}

function checkView(id: CheckId, c: Case): CheckView {
  const last = c.checks.find((r) => r.checkId === id)
  return {
    id,
    title: checkTitles[id],
    at: last?.at ?? null,
    outcome: last?.outcome ?? null,
    lines: last?.lines ?? [],
    findings: keptFindingViews(last?.findings ?? []),
    identity: last?.identity ?? null,
  }
}
