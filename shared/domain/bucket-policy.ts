import { z } from 'zod'
import { billingRegion } from './billing-region.ts'
import type { Partition } from './records/payer.ts'

export interface PolicyScope {
  readonly bucket: string
  /** The account that owns both the report and the bucket. */
  readonly accountId: string
  readonly partition: Partition
}

/**
 * The three policies AWS itself has proposed for a bucket that receives reports (DOMAIN 5, bucket policy):
 * `billingreports` without a condition, `billingreports-with-source` held to the account's own definitions, `exports`
 * for reports and data exports at once. `other` is anything that is not known to let reports through.
 */
export type BucketPolicyShape = 'billingreports' | 'billingreports-with-source' | 'exports' | 'other'

export interface BucketPolicyReading {
  readonly shape: BucketPolicyShape
  /** Statements that do not belong to the shape, by Sid or place: shown before anything replaces the policy. */
  readonly unrelated: readonly string[]
}

const REPORTS = 'billingreports.amazonaws.com'
const EXPORTS = 'bcm-data-exports.amazonaws.com'
const NEEDED_ACTIONS = ['s3:getbucketacl', 's3:getbucketpolicy', 's3:putobject']

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())])
const Statement = z.looseObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.literal('*'), z.record(z.string(), texts)]).optional(),
  Action: texts.optional(),
  Resource: texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), texts)).optional(),
})
type Statement = z.infer<typeof Statement>
const Policy = z.looseObject({
  Statement: z.union([Statement.transform((one) => [one]), z.array(Statement)]),
})

/** What a shape grants to whom: as `action resource` pairs, in lower case. */
interface Shape {
  readonly name: Exclude<BucketPolicyShape, 'other'>
  readonly services: readonly string[]
  readonly guarded: boolean
  readonly needs: (scope: PolicyScope) => readonly string[]
}

const SHAPES: readonly Shape[] = [
  { name: 'billingreports-with-source', services: [REPORTS], guarded: true, needs: reportGrants },
  { name: 'exports', services: [REPORTS, EXPORTS], guarded: true, needs: exportGrants },
  { name: 'billingreports', services: [REPORTS], guarded: false, needs: reportGrants },
]

/** Reads a bucket's policy for what it lets AWS deliver. The order of statements, actions and resources is free. */
export function classifyBucketPolicy(json: string, scope: PolicyScope): BucketPolicyReading {
  const statements = statementsOf(json)
  if (statements === null) return { shape: 'other', unrelated: [] }
  const blocked = statements.some((statement) => blocksReports(statement))
  for (const shape of blocked ? [] : SHAPES) {
    const own = statements.filter((statement) => belongs(statement, shape, scope))
    const granted = new Set(own.flatMap(grants))
    if (shape.needs(scope).every((grant) => granted.has(grant)))
      return { shape: shape.name, unrelated: names(statements, (statement) => !own.includes(statement)) }
  }
  return { shape: 'other', unrelated: names(statements, () => true) }
}

/** The policy to put on a bucket of our own making: billingreports alone, held to this account's report definitions. */
export function proposedBucketPolicy(scope: PolicyScope): string {
  const common = {
    Effect: 'Allow',
    Principal: { Service: REPORTS },
    Condition: {
      StringEquals: { 'aws:SourceArn': definitions(scope), 'aws:SourceAccount': scope.accountId },
    },
  }
  const statements = [
    {
      Sid: 'CostAndUsageReportsCheckOwnership',
      ...common,
      Action: ['s3:GetBucketAcl', 's3:GetBucketPolicy'],
      Resource: bucketArn(scope),
    },
    { Sid: 'CostAndUsageReportsDeliver', ...common, Action: 's3:PutObject', Resource: `${bucketArn(scope)}/*` },
  ]
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
}

function statementsOf(json: string): readonly Statement[] | null {
  try {
    const read = Policy.safeParse(JSON.parse(json))
    return read.success ? read.data.Statement : null
  } catch {
    return null
  }
}

function belongs(statement: Statement, shape: Shape, scope: PolicyScope): boolean {
  const services = servicesOf(statement)
  return (
    statement.Effect === 'Allow' &&
    !inverted(statement) &&
    services !== null &&
    sameSet(services, shape.services) &&
    (statement.Condition === undefined ? !shape.guarded : shape.guarded && guards(statement.Condition, scope))
  )
}

/** Service principals of a statement; null where it names anyone else too. */
function servicesOf({ Principal }: Statement): readonly string[] | null {
  if (Principal === undefined || Principal === '*' || Object.keys(Principal).length !== 1) return null
  return Principal.Service ?? null
}

/** Whether the conditions are the official ones, and met by this account's own reports. */
function guards(condition: NonNullable<Statement['Condition']>, scope: PolicyScope): boolean {
  const allowed = new Map([
    ['aws:sourceaccount', [scope.accountId]],
    ['aws:sourcearn', [definitions(scope), exportsArn(scope)]],
  ])
  const met = new Set<string>()
  for (const [operator, tests] of Object.entries(condition)) {
    // AWS's own text compares with StringEquals although the value ends in `*`; the service accepts it.
    if (!/^(?:string|arn)(?:equals|like)$/i.test(operator)) return false
    for (const [key, values] of Object.entries(tests)) {
      if (!values.every((value) => allowed.get(key.toLowerCase())?.includes(value) === true)) return false
      for (const value of values) met.add(value)
    }
  }
  return met.has(scope.accountId) && met.has(definitions(scope))
}

/** A refusal without conditions that reaches what the report service does: no allowance counts beside it. */
function blocksReports(statement: Statement): boolean {
  if (statement.Effect !== 'Deny' || statement.Condition !== undefined) return false
  if (inverted(statement)) return true
  const { Principal, Action = [] } = statement
  const reached =
    Principal === '*' || Object.values(Principal ?? {}).some((list) => list.includes('*') || list.includes(REPORTS))
  return reached && Action.some((pattern) => NEEDED_ACTIONS.some((action) => matches(pattern, action)))
}

/** IAM's wildcards: `*` any run of characters, `?` any one; actions are compared without case. */
function matches(pattern: string, action: string): boolean {
  const source = pattern.toLowerCase().replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${source.replace(/\*+/g, '.*').replaceAll('?', '.')}$`).test(action)
}

function inverted(statement: Statement): boolean {
  return ['NotPrincipal', 'NotAction', 'NotResource'].some((key) => key in statement)
}

function grants({ Action = [], Resource = [] }: Statement): readonly string[] {
  return Action.flatMap((action) => Resource.map((resource) => `${action.toLowerCase()} ${resource}`))
}

function reportGrants(scope: PolicyScope): readonly string[] {
  return [`s3:getbucketacl ${bucketArn(scope)}`, ...exportGrants(scope)]
}

function exportGrants(scope: PolicyScope): readonly string[] {
  return [`s3:getbucketpolicy ${bucketArn(scope)}`, `s3:putobject ${bucketArn(scope)}/*`]
}

function bucketArn({ partition, bucket }: PolicyScope): string {
  return `arn:${partition}:s3:::${bucket}`
}

function definitions({ partition, accountId }: PolicyScope): string {
  return `arn:${partition}:cur:${billingRegion(partition)}:${accountId}:definition/*`
}

function exportsArn({ partition, accountId }: PolicyScope): string {
  return `arn:${partition}:bcm-data-exports:${billingRegion(partition)}:${accountId}:export/*`
}

function names(statements: readonly Statement[], chosen: (statement: Statement) => boolean): readonly string[] {
  return statements.flatMap((statement, index) =>
    chosen(statement) ? [statement.Sid ?? `statement ${index + 1}`] : [],
  )
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && right.every((item) => left.includes(item))
}
