import type { Act } from '../../../shared/domain/case/act.ts'
import { CaseChange } from '../../../shared/domain/case/case-change.ts'
import { crawlerFileOf, factsOf } from '../../../shared/domain/case/facts-of.ts'
import { checkAccount } from '../../../shared/domain/checks/account.ts'
import { checkRecord, couldNotLook, faultFinding, type Verdict } from '../../../shared/domain/checks/verdict.ts'
import { evaluate } from '../../../shared/domain/procedure/engine.ts'
import { reportFacts } from '../../../shared/domain/procedure/report-profile.ts'
import type { CheckId } from '../../../shared/domain/procedure/types.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { CheckRecord, Identity } from '../../../shared/domain/records/check.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { checkTitles } from '../../../shared/text/checks.ts'
import type { AwsSession } from '../aws-gateway.ts'
import { CasebookError } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import { newLook, runCheck } from './look.ts'

/** The AWS session of a case: the payer's profile, region and partition. Refuses where a real workspace has no profile. */
export function sessionOf(context: Context, c: Case): { readonly session: AwsSession; readonly profile: string } {
  const { awsProfile: profile, partition, accountId } = c.payer
  if (partition === 'aws-cn') throw new CasebookError(refuse('aws.by-hand', {}))
  if (context.ports.kind === 'real' && profile === null)
    throw new CasebookError(refuse('aws.no-profile', {}, 'awsProfile'))
  const region = regionOf(context, c)
  return {
    session: context.ports.aws.session({ profile, region, partition, accountId }),
    profile: profile ?? 'practice',
  }
}

/** Where the case's bucket and stacks are: the payer's region, or the one of Billing Engine's own report. */
export function regionOf(context: Context, c: Case): string {
  const { region } = context.procedure(c).report.facts
  return region === 'region' ? c.payer.region : (c.record.facts[region] ?? c.payer.region)
}

/** Which checks make sense now: those of one step, or of every step that has been reached. */
export function checksToRun(context: Context, c: Case, act: Act, stepId: string | null): readonly CheckId[] {
  const { steps } = evaluate(context.procedure(c), c, factsOf(c, act.settings))
  if (stepId !== null) {
    const one = steps.find((s) => s.step.id === stepId)
    if (!one) {
      throw new CasebookError(
        refuse('step.unknown', { step: stepId, steps: steps.map((s) => s.step.id).join(', ') }, 'step'),
      )
    }
    return one.step.checks
  }
  return [
    ...new Set(
      steps.filter((s) => s.status !== 'locked' && s.status !== 'not-applicable').flatMap((s) => s.step.checks),
    ),
  ]
}

/**
 * Looks at AWS for a case and files what was seen. First of all it asks who the caller is: with another account than
 * the case expects, nothing else is looked at, because what would be seen there is somebody else's.
 */
export async function runChecks(context: Context, c: Case, ids: readonly CheckId[], act: Act): Promise<void> {
  const { session, profile } = sessionOf(context, c)
  const identity = await session.identity()
  const records: CheckRecord[] = []
  const file = (id: CheckId, verdict: Verdict, seenAs: Identity | null) =>
    records.push(checkRecord(c.record.id, id, act.now, verdict, seenAs))

  if (!identity.ok) {
    for (const id of withAccount(ids)) file(id, couldNotLook(identity.fault, checkTitles[id], profile), null)
  } else if (identity.value.accountId !== c.payer.accountId) {
    file('account.payer', checkAccount(identity.value, c.payer.accountId, null), identity.value)
  } else {
    const attached = crawlerFileOf(c)
    const { report } = context.procedure(c)
    const facts = reportFacts(factsOf(c, act.settings), report)
    const look = newLook({ session, identity: identity.value, facts, report, profile, attached })
    for (const id of ids) file(id, await runCheck(id, look), identity.value)
  }

  const change = new CaseChange(c, context.procedure(c), act)
  for (const record of records) change.withCheck(record)
  change.record('check.run', {
    checks: records.map((r) => `${checkTitles[r.checkId as CheckId].toLowerCase()}: ${r.outcome}`),
    account: identity.ok ? identity.value.accountId : null,
    endpoint: identity.ok ? identity.value.endpoint : null,
  })
  await context.commit(change.finish(), 'cases', [c.record.id])
}

function withAccount(ids: readonly CheckId[]): readonly CheckId[] {
  return [...new Set<CheckId>(['account.payer', ...ids])]
}

/** Who the caller is, or the refusal that says why that cannot be known; and whether it is who the case expects. */
export async function callerOf(
  context: Context,
  c: Case,
): Promise<{ session: AwsSession; identity: Identity; profile: string }> {
  const { session, profile } = sessionOf(context, c)
  const identity = await session.identity()
  if (!identity.ok) {
    const { code, params } = faultFinding(identity.fault, profile)
    throw new CasebookError({ refused: true, code, params })
  }
  return { session, identity: identity.value, profile }
}
