import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { type AccountId, formatAccountId } from './account-id.ts'
import type { Partition } from './region.ts'
import { shown, tidy } from './typed-text.ts'

/** The ARN of an IAM role, taken apart. `path` begins and ends with a slash; `arn` is the whole as AWS writes it. */
export interface RoleArn {
  readonly arn: string
  readonly partition: Partition
  readonly account: AccountId
  readonly path: string
  readonly name: string
}

const PARTITIONS: readonly string[] = ['aws', 'aws-cn', 'aws-us-gov'] satisfies readonly Partition[]

/** Reads the Spot Role ARN that a customer copies from the stack's Outputs tab (003, step 6). */
export function parseRoleArn(text: string): Parsed<RoleArn> {
  const arn = tidy(text)
  const quoted = shown(arn)
  if (arn === '') return notParsed(refuse('role-arn.missing', {}))
  const parts = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/.exec(arn)
  if (!parts) return notParsed(refuse('role-arn.malformed', { text: quoted }))
  const [, partition = '', service, region, account = '', resource = ''] = parts
  if (!isPartition(partition))
    return notParsed(refuse('role-arn.unknown-partition', { text: quoted, partition: shown(partition) }))
  if (service !== 'iam' || region !== '' || !resource.startsWith('role/')) {
    return notParsed(refuse('role-arn.not-a-role', { text: quoted }))
  }
  if (!/^\d{12}$/.test(account))
    return notParsed(refuse('role-arn.bad-account', { text: quoted, account: shown(account) }))
  const slash = resource.lastIndexOf('/')
  const path = resource.slice('role'.length, slash + 1)
  const name = resource.slice(slash + 1)
  if (!/^[\w+=,.@-]{1,64}$/.test(name) || !/^\/(?:[!-~]{1,510}\/)?$/.test(path)) {
    return notParsed(refuse('role-arn.bad-name', { text: quoted }))
  }
  return parsed({ arn, partition, account, path, name })
}

/** Reads a Role ARN that must lie in one account: the customer's management account (003, step 6). */
export function parseRoleArnIn(text: string, account: AccountId): Parsed<RoleArn> {
  const role = parseRoleArn(text)
  if (!role.ok || role.value.account === account) return role
  const found = formatAccountId(role.value.account)
  return notParsed(refuse('role-arn.other-account', { found, expected: formatAccountId(account) }))
}

function isPartition(text: string): text is Partition {
  return PARTITIONS.includes(text)
}
