import { planAction } from '../../../shared/domain/actions/plan.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { CaseChange } from '../../../shared/domain/case/case-change.ts'
import { factsOf } from '../../../shared/domain/case/facts-of.ts'
import { refuseUnlessOpen } from '../../../shared/domain/case/is-open.ts'
import { faultFinding } from '../../../shared/domain/checks/verdict.ts'
import { type Finding, finding, hasErrors } from '../../../shared/domain/finding.ts'
import { evaluate, situationOf } from '../../../shared/domain/procedure/engine.ts'
import { ACTION_IDS, type ActionId, type CheckId } from '../../../shared/domain/procedure/types.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Identity } from '../../../shared/domain/records/check.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { actionTitles } from '../../../shared/text/checks.ts'
import { CasebookError } from '../casebook-error.ts'
import { viewCase } from '../cases.ts'
import { callerOf, regionOf, runChecks, sessionOf } from '../checks/round.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import { findingView } from '../views/finding-view.ts'
import { runAction } from './run.ts'

/** Doing on AWS what the operator would do by hand: planned, confirmed, run, recorded. */
export function actionHandlers(context: Context): Pick<AppHandlers, 'case.plan' | 'case.do'> {
  return {
    async 'case.plan'({ case: reference, action: named }) {
      const c = await context.case(reference)
      const act = context.act(await context.settings())
      const action = knownAction(named)
      const { plan, identity, findings } = await prepare(context, c, action, act)
      return {
        action,
        title: actionTitles[action],
        accountId: c.payer.accountId,
        region: regionOf(context, c),
        endpoint: identity?.endpoint ?? '',
        simulated: context.ports.kind === 'practice',
        identity,
        changes: plan.changes.map((change) => ({ ...change })),
        findings: findings.map(findingView),
        possible: !hasErrors(findings),
      }
    },

    async 'case.do'({ case: reference, revision, action: named }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings())
      const action = knownAction(named)
      const closed = refuseUnlessOpen(c)
      if (closed) throw new CasebookError(closed)
      const { findings } = await prepare(context, c, action, act)
      const error = findings.find((f) => f.level === 'error')
      if (error) throw new CasebookError(asRefusal(error))
      const { session, identity, profile } = await callerOf(context, c)
      const done = await runAction(action, { context, c, session, report: context.procedure(c).report, act, profile })
      await recordAction(c, action, identity, done.requestIds)
      await lookAgain(c.record.id, action)
      return viewCase(context, c.record.id)
    },
  }

  /** The record of what was written to AWS comes first, before anything else can fail. */
  async function recordAction(
    c: Case,
    action: ActionId,
    identity: Identity,
    requestIds: readonly string[],
  ): Promise<void> {
    const act = context.act(await context.settings())
    const newest = await context.case(c.record.id)
    const change = new CaseChange(newest, context.procedure(newest), act)
      .record('action.done', {
        action,
        account: identity.accountId,
        arn: identity.arn,
        endpoint: identity.endpoint,
        simulated: identity.simulated,
        requestIds,
      })
      .finish()
    await context.commit(change, 'cases', [c.record.id])
  }

  /** What was done is seen at once: the checks of every step up to the one that the action belongs to. */
  async function lookAgain(caseId: string, action: ActionId): Promise<void> {
    const c = await context.case(caseId)
    const act = context.act(await context.settings())
    const { steps } = evaluate(context.procedure(c), c, factsOf(c, act.settings))
    const at = steps.findIndex((s) => s.step.action === action)
    const open = steps.slice(0, at + 1).filter((s) => s.status !== 'done' && s.status !== 'not-applicable')
    const checks = [...new Set<CheckId>(open.flatMap((s) => s.step.checks))]
    if (checks.length > 0) await runChecks(context, c, checks, act)
  }
}

function knownAction(named: string): ActionId {
  const action = ACTION_IDS.find((a) => a === named)
  if (!action)
    throw new CasebookError(refuse('action.unknown', { action: named, known: ACTION_IDS.join(', ') }, 'action'))
  return action
}

/** The plan with what stands against it, the caller's identity among it: another account refuses every write. */
async function prepare(context: Context, c: Case, action: ActionId, act: Act) {
  const facts = factsOf(c, act.settings)
  const procedure = context.procedure(c)
  const plan = planAction(action, procedure, situationOf(procedure, c, facts))
  const { session, profile } = sessionOf(context, c)
  const who = await session.identity()
  const findings: Finding[] = [...plan.findings]
  if (!who.ok) findings.unshift({ ...faultFinding(who.fault, profile), level: 'error' })
  else if (who.value.accountId !== c.payer.accountId) {
    findings.unshift(
      finding('error', 'account.wrong', { expected: c.payer.accountId, actual: who.value.accountId }, 'awsProfile'),
    )
  }
  return { plan, findings, identity: who.ok ? who.value : null }
}

function asRefusal(f: Finding) {
  const refusal = { refused: true, code: f.code, params: f.params } as const
  return f.field === undefined ? refusal : { ...refusal, field: f.field }
}
