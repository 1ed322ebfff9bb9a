import { practiceKeyPrefix } from '../credentials.ts'
import { rulesOf } from './rules.ts'
import type { PracticeWorld } from './world.ts'

/** Who is calling: an IAM user of an account, in a region, or nobody (accountId empty). */
export type Caller = {
  readonly accountId: string
  readonly region: string
  readonly arn: string
  readonly userId: string
  readonly signed: boolean
}

/** Owns the names that are taken in this world. */
export const strangerAccountId = '999988887777'
/** Owns the extractor's template and code. */
export const spotAccountId = '777766665555'

/** Stands in for the account that a wrong profile would log in to; never an account of a case. */
export const wrongAccountId = '444400001111'
const otherManagementAccountId = '555500001111'

/** The partition of a region, as it stands in ARNs. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

/** The caller that an access key belongs to. In the scenario of a wrong profile every key opens another account. */
export function callerOf(world: PracticeWorld, key: { accessKeyId: string; region: string }): Caller {
  const named = new RegExp(`^${practiceKeyPrefix}(\\d{12})$`).exec(key.accessKeyId)?.[1] ?? world.defaultAccountId
  const accountId = rulesOf(world).wrongAccount ? wrongAccountId : named
  return {
    accountId,
    region: key.region,
    arn: `arn:${partitionOf(key.region)}:iam::${accountId}:user/practice`,
    userId: `AIDAPRACTICE${accountId.slice(-9)}`,
    signed: true,
  }
}

/** Nobody in particular: a request without a signature. */
export const anonymous: Caller = { accountId: '', region: 'us-east-1', arn: 'anonymous', userId: '', signed: false }

/** The management account of an account's organization, itself as a rule; undefined when it is in none. */
export function managementAccountOf(world: PracticeWorld, accountId: string): string | undefined {
  const { organization } = rulesOf(world)
  if (organization === 'none') return undefined
  if (organization === 'member') return otherManagementAccountId
  return accountId === wrongAccountId ? otherManagementAccountId : accountId
}
