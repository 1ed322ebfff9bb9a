import type { Act } from './case/act.ts'
import { readFact } from './fact-values.ts'
import type { FactName } from './facts.ts'
import type { Finding } from './finding.ts'
import { namesFor } from './naming.ts'
import type { ChangeSet } from './records/change-set.ts'
import type { Partition, Payer, PayerKind } from './records/payer.ts'
import { type Decided, onField } from './refusal.ts'
import { parseAccountId } from './values/account-id.ts'
import { defaultRegion, partitionOf, regionAdvice } from './values/region.ts'

/** What may be typed of a payer; what is left out takes the documents' value, or ours where theirs cannot work. */
export interface PayerTyped {
  readonly accountId: string
  readonly kind: PayerKind
  readonly partition?: Partition | undefined
  readonly reportName?: string | undefined
  readonly bucket?: string | undefined
  readonly prefix?: string | undefined
  readonly region?: string | undefined
  readonly crawlerStackName?: string | undefined
  readonly awsProfile?: string | null | undefined
}

export type PayerFacts = Pick<Payer, 'reportName' | 'bucket' | 'prefix' | 'region' | 'crawlerStackName'>

const TYPED_FACTS = [
  'reportName',
  'region',
  'bucket',
  'prefix',
  'crawlerStackName',
] as const satisfies readonly FactName[]

/** A payer as typed: every value read, the rest filled with what the documents name (004, steps 1.3 to 2.7). */
export function newPayer(typed: PayerTyped, act: Act): Decided<{ readonly payer: Payer; readonly change: ChangeSet }> {
  const account = parseAccountId(typed.accountId)
  if (!account.ok) return onField(account.refusal, 'accountId')
  const blank = blankPayer(typed, account.value, act)
  const facts = readPayerFacts(typed, blank, blank.partition)
  if ('refused' in facts) return facts
  const payer: Payer = { ...blank, ...facts }
  return {
    payer,
    change: { puts: [{ kind: 'payer', record: payer }], activity: [activity('payer.added', payer, act)] },
  }
}

/**
 * A payer with nothing but the MSP's own names, the documents' values, or ours where theirs cannot work.
 * @param accountId 12 digits; empty: not known yet
 */
export function blankPayer(
  { kind, partition = 'aws', awsProfile = null }: Pick<PayerTyped, 'kind' | 'partition' | 'awsProfile'>,
  accountId: string,
  act: Act,
): Payer {
  const { reportName, bucket, prefix, crawlerStackName } = namesFor(act.settings.naming, accountId)
  return {
    id: act.newId(),
    accountId,
    partition,
    kind,
    reportName,
    bucket,
    prefix,
    region: defaultRegion(partition),
    crawlerStackName,
    awsProfile,
    createdAt: act.now,
    updatedAt: act.now,
    revision: 0,
  }
}

/** The facts of a payer as typed over those it has. Absent ones stay. */
export function readPayerFacts(
  typed: Partial<Readonly<Record<keyof PayerFacts, string | undefined>>>,
  has: PayerFacts,
  partition: Partition,
): Decided<PayerFacts> {
  let facts = has
  for (const name of TYPED_FACTS) {
    const text = typed[name]
    if (text === undefined) continue
    const read = readFact(name, text, { report: facts.reportName, partition })
    if (!read.ok) return read.refusal
    facts = { ...facts, [name]: read.value }
  }
  return facts
}

/** What is noticed while the facts of a payer are read as typed: a prefix shortened, a region advised against. */
export function noticedInPayer(payer: Payer, set: PayerSet): readonly Finding[] {
  let report = payer.reportName
  return TYPED_FACTS.flatMap((name) => {
    const text = set[name]
    if (text === undefined) return []
    const read = readFact(name, text, { report, partition: set.partition ?? payer.partition })
    if (!read.ok) return []
    if (name === 'reportName') report = read.value
    const advice = name === 'region' ? regionAdvice(read.value) : null
    return [...read.findings, ...(advice ? [advice] : [])].map((f) => ({ ...f, field: name }))
  })
}

/** What may be changed of a payer, as typed. */
export type PayerSet = Partial<Readonly<Record<keyof PayerFacts, string | undefined>>> & {
  readonly kind?: PayerKind | undefined
  readonly partition?: Partition | undefined
}

/** The payer as it would be: the partition first, because it decides which regions there are. */
export function changedPayer(payer: Payer, set: PayerSet): Decided<Payer> {
  const moved = set.partition === undefined ? payer : { ...payer, ...inPartition(payer, set.partition) }
  const facts = readPayerFacts(set, moved, moved.partition)
  return 'refused' in facts ? facts : { ...moved, ...facts, kind: set.kind ?? payer.kind }
}

const PAYER_FACTS = {
  payerKind: 'kind',
  partition: 'partition',
  region: 'region',
  reportName: 'reportName',
  bucket: 'bucket',
  prefix: 'prefix',
  crawlerStackName: 'crawlerStackName',
} as const satisfies Partial<Record<FactName, keyof Payer>>

/** The facts in which two states of a payer differ. */
export function changedPayerFacts(before: Payer, after: Payer): readonly FactName[] {
  const names = Object.keys(PAYER_FACTS) as (keyof typeof PAYER_FACTS)[]
  return names.filter((name) => before[PAYER_FACTS[name]] !== after[PAYER_FACTS[name]])
}

/** What moving a payer to a partition changes: the region comes along where it does not lie in that partition. */
export function inPartition(payer: Pick<Payer, 'region'>, partition: Partition): Pick<Payer, 'partition' | 'region'> {
  const fits = (partitionOf(payer.region) === 'aws-cn') === (partition === 'aws-cn')
  return { partition, region: fits ? payer.region : defaultRegion(partition) }
}

export function activity(what: string, payer: Payer, act: Act, params: Readonly<Record<string, unknown>> = {}) {
  return {
    at: act.now,
    who: act.by,
    what,
    caseId: null,
    customerId: null,
    payerId: payer.id,
    params: { accountId: payer.accountId, kind: payer.kind, bucket: payer.bucket, ...params },
  }
}
