import { finding } from '../finding.ts'
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

/**
 * Reads one or more Role ARNs as they are copied from an Outputs tab (001, step 6: “the Spot Role ARNs”), separated by
 * blanks, new lines, semicolons or commas. The first that cannot be read, lies in another account or belongs to another
 * partition refuses them all; one that is pasted twice is kept once and said.
 */
export function parseRoleArns(
  text: string,
  within: { readonly account?: AccountId | undefined; readonly partition?: Partition | undefined },
): Parsed<readonly string[]> {
  // A role's name may hold a comma, so one separates only where the next ARN begins, or where the text ends.
  const entries = tidy(text)
    .split(/[\s;]+|,(?=arn:)/)
    .map((entry) => entry.replace(/,+$/, ''))
    .filter((entry) => entry !== '')
  if (entries.length === 0) return notParsed(refuse('role-arn.missing', {}))
  const arns = new Set<string>()
  const repeated = new Set<string>()
  for (const entry of entries) {
    const role = within.account === undefined ? parseRoleArn(entry) : parseRoleArnIn(entry, within.account)
    if (!role.ok) return role
    const { arn, partition } = role.value
    if (within.partition !== undefined && partition !== within.partition) {
      const params = { text: shown(arn), found: partition, expected: within.partition }
      return notParsed(refuse('role-arn.other-partition', params))
    }
    if (arns.has(arn)) repeated.add(arn)
    arns.add(arn)
  }
  const findings = [...repeated].map((arn) => finding('info', 'role-arn.repeated', { arn: shown(arn) }))
  return parsed([...arns], findings)
}

function isPartition(text: string): text is Partition {
  return PARTITIONS.includes(text)
}
