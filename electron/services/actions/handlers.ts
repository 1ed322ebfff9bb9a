import { creatingAction, planAction } from '../../../shared/domain/actions/plan.ts'
import type { AwsResult } from '../../../shared/domain/aws-fault.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { factsOf } from '../../../shared/domain/case/facts-of.ts'
import { refuseUnlessOpen } from '../../../shared/domain/case/is-open.ts'
import { faultFinding } from '../../../shared/domain/checks/verdict.ts'
import { type Finding, finding, hasErrors } from '../../../shared/domain/finding.ts'
import { evaluate, situationOf } from '../../../shared/domain/procedure/engine.ts'
import { ACTION_IDS, type ActionId, type CheckId } from '../../../shared/domain/procedure/types.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Identity } from '../../../shared/domain/records/check.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { actionProgress as telling } from '../../../shared/text/action-progress.ts'
import { actionTitles } from '../../../shared/text/checks.ts'
import { CasebookError } from '../casebook-error.ts'
import { viewCase } from '../cases.ts'
import { regionOf, runChecks, sessionOf } from '../checks/round.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import { findingView } from '../views/finding-view.ts'
import type { Run } from './action-run.ts'
import { foresee } from './foresee.ts'
import { createProgresses, type Teller } from './progress.ts'
import { runAction } from './run.ts'

/** Doing on AWS what the operator would do by hand: planned, confirmed, run, recorded. */
export function actionHandlers(context: Context): Pick<AppHandlers, 'case.plan' | 'case.do' | 'action.progress'> {
  const progresses = createProgresses(context)
  return {
    async 'case.plan'({ case: reference, action: named }) {
      const c = await context.case(reference)
      const act = context.act(await context.settings())
      const action = knownAction(named)
      const { changes, identity, findings, template } = await prepare(context, c, action, act)
      return {
        action,
        title: actionTitles[action],
        accountId: c.payer.accountId,
        region: regionOf(context, c),
        endpoint: identity?.endpoint ?? '',
        simulated: context.ports.kind === 'practice',
        identity,
        template,
        changes: changes.map(({ what, value, inWords }) => ({ what, value, exact: inWords !== true })),
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
      return progresses.run(c.record.id, (teller) => doAction(c, action, act, teller))
    },

    async 'action.progress'({ case: reference, after }) {
      return progresses.of((await context.case(reference)).record.id, after)
    },
  }

  async function doAction(c: Case, action: ActionId, act: Act, teller: Teller) {
    const { findings, identity, run } = await prepare(context, c, action, act, teller)
    const error = findings.find((f) => f.level === 'error')
    if (error) throw new CasebookError(asRefusal(error))
    await runAndRecord(action, run, identity)
    teller.say(telling.checks)
    await lookAgain(c.record.id, action)
    return viewCase(context, c.record.id)
  }

  /** What was written to AWS is recorded before anything else can fail, and also where the action broke off half way. */
  async function runAndRecord(action: ActionId, run: Run, identity: Identity | null): Promise<void> {
    const requestIds: string[] = []
    const wrote = (id: string | null) => {
      requestIds.push(id ?? 'no request ID')
      run.wrote(id)
    }
    try {
      await runAction(action, { ...run, wrote })
    } catch (thrown) {
      if (requestIds.length > 0) await record('action.interrupted', action, run.c, identity, requestIds)
      throw thrown
    }
    run.say(telling.records)
    await record('action.done', action, run.c, identity, requestIds)
  }

  async function record(
    what: 'action.done' | 'action.interrupted',
    action: ActionId,
    c: Case,
    identity: Identity | null,
    requestIds: readonly string[],
  ): Promise<void> {
    await context.changeCase(c.record.id, (change) =>
      change.record(what, {
        action,
        account: identity?.accountId ?? null,
        arn: identity?.arn ?? null,
        endpoint: identity?.endpoint ?? null,
        simulated: identity?.simulated ?? false,
        requestIds,
      }),
    )
  }

  /** What was done is seen at once: the checks of every step up to the one that the action belongs to. */
  async function lookAgain(caseId: string, action: ActionId): Promise<void> {
    const c = await context.case(caseId)
    const act = context.act(await context.settings())
    const { steps } = evaluate(context.procedure(c), c, factsOf(c, act.settings))
    const at = steps.findIndex((s) => s.step.action === creatingAction(action))
    const open = steps.slice(0, at + 1).filter((s) => s.status !== 'done' && s.status !== 'not-applicable')
    const checks = [...new Set<CheckId>(open.flatMap((s) => s.step.checks))]
    if (checks.length > 0) await runChecks(context, c, checks, act)
  }
}

/** A plan is looked at by nobody but its asker. */
const SILENT: Teller = { say() {}, wrote() {} }

function knownAction(named: string): ActionId {
  const action = ACTION_IDS.find((a) => a === named)
  if (!action)
    throw new CasebookError(refuse('action.unknown', { action: named, known: ACTION_IDS.join(', ') }, 'action'))
  return action
}

/**
 * The plan with what stands against it: first of all another account than the case expects, which refuses every write;
 * then what the case lacks; then what AWS shows.
 */
async function prepare(context: Context, c: Case, action: ActionId, act: Act, teller: Teller = SILENT) {
  const procedure = context.procedure(c)
  const plan = planAction(action, procedure, situationOf(procedure, c, factsOf(c, act.settings)))
  const { session, profile } = sessionOf(context, c)
  const run: Run = { context, c, session, report: procedure.report, act, profile, ...teller }
  // Services in different worlds: nothing is asked, because nothing may be done.
  const world = await session.endpoints()
  if (world.ok && world.value.mixed !== null) {
    const mixed = finding('error', 'aws.mixed-endpoints', { detail: world.value.mixed })
    return { changes: plan.changes, findings: [mixed, ...plan.findings], identity: null, template: null, run }
  }
  teller.say(telling.asks(profile))
  const who = await session.identity()
  const identity = who.ok ? who.value : null
  const stands = whoFindings(who, c, profile)
  if (hasErrors(stands) || hasErrors(plan.findings)) {
    return { changes: plan.changes, findings: [...stands, ...plan.findings], identity, template: null, run }
  }
  teller.say(telling.who(c.payer.accountId))
  teller.say(telling.looks)
  const outlook = await foresee(action, run)
  return {
    changes: [...plan.changes, ...outlook.changes],
    findings: [...plan.findings, ...outlook.findings],
    identity,
    template: outlook.template ?? null,
    run,
  }
}

function whoFindings(who: AwsResult<Identity>, c: Case, profile: string): readonly Finding[] {
  if (!who.ok) return [{ ...faultFinding(who.fault, profile), level: 'error' }]
  const [expected, actual] = [c.payer.accountId, who.value.accountId]
  return actual === expected ? [] : [finding('error', 'account.wrong', { expected, actual }, 'awsProfile')]
}

function asRefusal(f: Finding) {
  const refusal = { refused: true, code: f.code, params: f.params } as const
  return f.field === undefined ? refusal : { ...refusal, field: f.field }
}
