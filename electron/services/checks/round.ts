import type { AwsFault } from '../../../shared/domain/aws-fault.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { crawlerFileOf, factsOf } from '../../../shared/domain/case/facts-of.ts'
import { checkAccount } from '../../../shared/domain/checks/account.ts'
import { checkRecord, couldNotLook, type Verdict } from '../../../shared/domain/checks/verdict.ts'
import { evaluate } from '../../../shared/domain/procedure/engine.ts'
import { reportFacts } from '../../../shared/domain/procedure/report-profile.ts'
import type { CheckId, Step } from '../../../shared/domain/procedure/types.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { CheckRecord, Identity } from '../../../shared/domain/records/check.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
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
  if (profile === null && !context.ports.aws.ambient())
    throw new CasebookError(refuse('aws.no-profile', {}, 'awsProfile'))
  const region = regionOf(context, c)
  return {
    session: context.ports.aws.session({ profile, region, partition, accountId }),
    profile: profile ?? (context.ports.kind === 'practice' ? 'practice' : 'environment'),
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
    return checksOf(one.step)
  }
  const reached = steps.filter((s) => s.status !== 'locked' && s.status !== 'not-applicable')
  return [...new Set(reached.flatMap((s) => checksOf(s.step)))]
}

/** The checks of the steps that can be worked on now, and those that would settle one of them. */
export function checksToDo(context: Context, c: Case, act: Act): readonly CheckId[] {
  const { steps } = evaluate(context.procedure(c), c, factsOf(c, act.settings))
  const open = steps.filter((s) => s.status === 'todo' || s.status === 'blocked')
  return [...new Set(open.flatMap((s) => checksOf(s.step)))]
}

/** The checks of a step, and the one that would settle it, though it belongs to a later step. */
function checksOf({ checks, settledBy }: Step): readonly CheckId[] {
  return settledBy !== null && 'passed' in settledBy ? [...new Set([...checks, settledBy.passed])] : checks
}

/** Whether there are keys to look with: AWS China runs by hand, and a real workspace needs a profile. */
export function canLook({ ports }: Context, payer: Pick<Payer, 'partition' | 'awsProfile'>): boolean {
  return payer.partition === 'aws' && (ports.kind === 'practice' || payer.awsProfile !== null)
}

/** What one look at AWS showed of a case, before it is filed. */
export interface Seen {
  readonly records: readonly CheckRecord[]
  /** Null where the caller could not be known. */
  readonly identity: Identity | null
  /** Why AWS did not say who the caller is. */
  readonly fault: AwsFault | null
}

/**
 * Looks at AWS for a case and writes nothing. First of all it asks who the caller is: with another account than the
 * case expects, nothing else is looked at, because what would be seen there is somebody else's.
 */
export async function lookAt(context: Context, c: Case, ids: readonly CheckId[], act: Act): Promise<Seen> {
  const { session, profile } = sessionOf(context, c)
  const identity = await session.identity()
  const recordOf = (id: CheckId, verdict: Verdict, seenAs: Identity | null) =>
    checkRecord(c.record.id, id, act.now, verdict, seenAs)
  if (!identity.ok) {
    const { fault } = identity
    const all = [...new Set<CheckId>(['account.payer', ...ids])]
    const records = all.map((id) => recordOf(id, couldNotLook(fault, checkTitles[id], profile), null))
    return { records, identity: null, fault }
  }
  const caller = identity.value
  if (caller.accountId !== c.payer.accountId) {
    const verdict = checkAccount(caller, c.payer.accountId, null, 'unknown')
    return { records: [recordOf('account.payer', verdict, caller)], identity: caller, fault: null }
  }
  const { report } = context.procedure(c)
  const look = newLook({
    session,
    identity: caller,
    facts: reportFacts(factsOf(c, act.settings), report),
    report,
    profile,
    attached: crawlerFileOf(c),
    sha256: context.ports.packer.sha256,
    settings: act.settings,
  })
  const records: CheckRecord[] = []
  for (const id of ids) records.push(recordOf(id, await runCheck(id, look), caller))
  return { records, identity: caller, fault: null }
}

/**
 * Files what was seen on the case as it now is, with one entry of the record.
 * @param told what the operator is told of it besides, one entry each
 */
export async function fileSeen(
  context: Context,
  caseId: string,
  { records, identity }: Pick<Seen, 'records' | 'identity'>,
  told: readonly Readonly<Record<string, unknown>>[] = [],
): Promise<void> {
  if (records.some(isUnderWay)) context.underWay.add(caseId)
  await context.changeCase(caseId, (change) => {
    for (const record of records) change.withCheck(record)
    change.record('check.run', {
      checks: records.map((r) => `${checkTitles[r.checkId as CheckId].toLowerCase()}: ${r.outcome}`),
      account: identity?.accountId ?? null,
      endpoint: identity?.endpoint ?? null,
    })
    for (const params of told) change.record('watch.told', params)
  })
}

/** Looks at AWS for a case and files what was seen. */
export async function runChecks(context: Context, c: Case, ids: readonly CheckId[], act: Act): Promise<Seen> {
  const seen = await lookAt(context, c, ids, act)
  await fileSeen(context, c.record.id, seen)
  return seen
}

/** A stack that AWS is just making: it is worth looking again soon. */
export function isUnderWay({ findings }: CheckRecord): boolean {
  return findings.some(({ code }) => code === 'stack.in-progress')
}
