import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyBucketPolicy, proposedBucketPolicy } from '../../../../shared/domain/bucket-policy.ts'

const scope = { bucket: 'acme-cur', accountId: '123456789012', partition: 'aws' } as const
const bucketArn = 'arn:aws:s3:::acme-cur'
const definitions = 'arn:aws:cur:us-east-1:123456789012:definition/*'
const source = { StringEquals: { 'aws:SourceArn': definitions, 'aws:SourceAccount': '123456789012' } }

type Statement = Record<string, unknown>

const reports = { Effect: 'Allow', Principal: { Service: 'billingreports.amazonaws.com' } }
const check: Statement = {
  Sid: 'Stmt1335892150622',
  ...reports,
  Action: ['s3:GetBucketAcl', 's3:GetBucketPolicy'],
  Resource: bucketArn,
}
const deliver: Statement = { Sid: 'Stmt1335892526596', ...reports, Action: 's3:PutObject', Resource: `${bucketArn}/*` }
const exported: Statement = {
  Sid: 'EnableAWSDataExportsToWriteToS3AndCheckPolicy',
  Effect: 'Allow',
  Principal: { Service: ['billingreports.amazonaws.com', 'bcm-data-exports.amazonaws.com'] },
  Action: ['s3:PutObject', 's3:GetBucketPolicy'],
  Resource: [`${bucketArn}/*`, bucketArn],
  Condition: {
    StringLike: {
      'aws:SourceAccount': '123456789012',
      'aws:SourceArn': [definitions, 'arn:aws:bcm-data-exports:us-east-1:123456789012:export/*'],
    },
  },
}
const SHAPES = {
  billingreports: [check, deliver],
  'billingreports-with-source': [
    { ...check, Condition: source },
    { ...deliver, Condition: source },
  ],
  exports: [exported],
} as const

function policy(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2008-10-17', Id: 'Policy1335892530063', Statement: statements })
}

function shapeOf(json: string) {
  return classifyBucketPolicy(json, scope).shape
}

describe('classifying a bucket policy', () => {
  it.each(Object.entries(SHAPES))('knows the official shape %s', (shape, statements) => {
    expect(classifyBucketPolicy(policy(...statements), scope)).toEqual({ shape, unrelated: [] })
  })

  it('knows a shape however its statements, actions and conditions are ordered and cut up', () => {
    const pieces = [
      { ...check, Action: 's3:GetBucketPolicy' },
      { ...check, Action: ['s3:getbucketacl'] },
      { ...deliver, Resource: [`${bucketArn}/*`] },
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(pieces, { minLength: pieces.length }), fc.boolean(), (statements, guarded) => {
        const Condition = {
          ArnLike: { 'AWS:SourceArn': [definitions] },
          StringEquals: { 'aws:sourceaccount': ['123456789012'] },
        }
        const json = policy(...statements.map((one) => (guarded ? { ...one, Condition } : one)))
        expect(shapeOf(json)).toBe(guarded ? 'billingreports-with-source' : 'billingreports')
      }),
    )
  })

  it('reads a policy of one statement that is not in a list', () => {
    expect(shapeOf(JSON.stringify({ Statement: exported }))).toBe('exports')
  })

  it('says which statements do not belong to the shape', () => {
    const read = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::1:root' }, Action: 's3:GetObject', Resource: '*' }
    const tls = {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }
    expect(classifyBucketPolicy(policy(check, read, deliver, tls), scope)).toEqual({
      shape: 'billingreports',
      unrelated: ['statement 2', 'TlsOnly'],
    })
  })

  it.each([
    ['a grant is missing', policy(check)],
    ['the bucket is another', policy(check, { ...deliver, Resource: 'arn:aws:s3:::another/*' })],
    [
      'a condition names another account',
      policy(
        ...[check, deliver].map((one) => ({
          ...one,
          Condition: {
            StringEquals: { 'aws:SourceArn': definitions, 'aws:SourceAccount': '999999999999' },
          },
        })),
      ),
    ],
    [
      'a condition lacks the account',
      policy(
        ...[check, deliver].map((one) => ({
          ...one,
          Condition: {
            StringEquals: { 'aws:SourceArn': definitions },
          },
        })),
      ),
    ],
    [
      'a condition lists no account at all',
      policy(
        ...[check, deliver].map((one) => ({
          ...one,
          Condition: {
            StringEquals: { 'aws:SourceArn': definitions, 'aws:SourceAccount': [] },
          },
        })),
      ),
    ],
    [
      'a condition is negated',
      policy(
        ...[check, deliver].map((one) => ({
          ...one,
          Condition: {
            StringNotEquals: { 'aws:SourceArn': definitions, 'aws:SourceAccount': '123456789012' },
          },
        })),
      ),
    ],
    [
      'a condition of its own is added',
      policy(check, { ...deliver, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
    ],
    ['only half is guarded', policy(check, { ...deliver, Condition: source })],
    ['the service is another', policy(check, { ...deliver, Principal: { Service: 'logs.amazonaws.com' } })],
    ['the statement is inverted', policy(check, { ...deliver, NotPrincipal: { AWS: '1' } })],
    [
      'delivery is denied beside it',
      policy(check, deliver, { Effect: 'Deny', Principal: '*', Action: 's3:Put*', Resource: '*' }),
    ],
    [
      'the report service is denied by name',
      policy(check, deliver, { ...reports, Effect: 'Deny', Action: '*', Resource: '*' }),
    ],
    ['it has no statements', JSON.stringify({ Statement: [] })],
    ['it is not a policy', '[]'],
    ['it is not JSON', '<Error/>'],
  ])('does not take it for official where %s', (_why, json) => {
    expect(shapeOf(json)).toBe('other')
  })

  const guarded = (Condition: object) => policy({ ...check, Condition }, { ...deliver, Condition })
  const { StringEquals } = source

  it.each([
    ['AWS’s own guard', { StringEquals }, 'billingreports-with-source'],
    ['another key beside it', { StringEquals: { ...StringEquals, 'aws:PrincipalOrgID': 'o-1' } }, 'other'],
    [
      'another account beside it',
      { StringEquals: { ...StringEquals, 'aws:SourceAccount': ['123456789012', '999999999999'] } },
      'other',
    ],
    [
      'the exports’ source beside it',
      {
        StringEquals: {
          ...StringEquals,
          'aws:SourceArn': [definitions, 'arn:aws:bcm-data-exports:us-east-1:123456789012:export/*'],
        },
      },
      'billingreports-with-source',
    ],
    ['a comparison of any value', { 'ForAnyValue:StringEquals': StringEquals }, 'other'],
    ['a comparison that may be left out', { StringEqualsIfExists: StringEquals }, 'other'],
    ['no comparison', {}, 'other'],
  ])('knows a guard by every key and value: %s', (_, Condition, shape) => {
    expect(shapeOf(guarded(Condition))).toBe(shape)
  })

  const other = 'arn:aws:iam::999999999999:root'
  it.each<[string, Statement]>([
    ['a denial under a condition', { Effect: 'Deny', Condition: source }],
    ['nobody', { Principal: undefined, Condition: source }],
    ['everybody', { Principal: '*', Condition: source }],
    ['an account', { Principal: { AWS: other }, Condition: source }],
    ['the service and an account', { Principal: { ...reports.Principal, AWS: other }, Condition: source }],
    [
      'two services',
      { Principal: { Service: ['billingreports.amazonaws.com', 'x.amazonaws.com'] }, Condition: source },
    ],
    ['the service twice', { Principal: { Service: Array(2).fill('billingreports.amazonaws.com') }, Condition: source }],
  ])('takes no statement for a grant to the report service that speaks of %s', (_, own) => {
    expect(shapeOf(policy({ ...check, Condition: source }, { ...deliver, ...own }))).toBe('other')
  })

  it.each<[string, Statement, string]>([
    ['everybody', { Principal: '*' }, 'other'],
    ['everybody’s accounts', { Principal: { AWS: ['arn:x', '*'] } }, 'other'],
    ['the report service', { Principal: reports.Principal }, 'other'],
    ['one of several', { Principal: { AWS: other, Service: 'billingreports.amazonaws.com' } }, 'other'],
    ['another account', { Principal: { AWS: other } }, 'billingreports'],
    ['nobody named', {}, 'billingreports'],
    ['all but one', { NotPrincipal: { AWS: other } }, 'other'],
    ['all but one action', { Principal: { AWS: other }, NotAction: 's3:GetObject' }, 'other'],
    ['all but one resource', { Principal: { AWS: other }, NotResource: 'x' }, 'other'],
    ['everybody, under a condition', { Principal: '*', Condition: source }, 'billingreports'],
    ['everybody, without an action', { Principal: '*', Action: undefined }, 'billingreports'],
  ])('looks at whom a denial reaches: %s', (_, own, shape) => {
    const denial = { Effect: 'Deny', Action: 's3:PutObject', Resource: '*', ...own }
    expect(shapeOf(policy(check, deliver, denial))).toBe(shape)
  })

  it.each([
    [['s3:DeleteObject', 's3:PutObject'], 'other'],
    [['s3:DeleteObject'], 'billingreports'],
    [['S3:PUTOBJECT'], 'other'],
    [['s3:Put*'], 'other'],
    [['s3:P**t'], 'other'],
    [['*'], 'other'],
    [['s3:PutObjec?'], 'other'],
    [['s3:PutObject?'], 'billingreports'],
    [['s3:GetBucketPolic.'], 'billingreports'],
    [['s3:Get*Acl'], 'other'],
    [['s3:GetBucket'], 'billingreports'],
  ])('looks at which actions a denial reaches: %j', (Action, shape) => {
    expect(shapeOf(policy(check, deliver, { Effect: 'Deny', Principal: '*', Action, Resource: '*' }))).toBe(shape)
  })

  it('grants nothing by a statement without actions or resources', () => {
    expect(shapeOf(policy(check, { ...deliver, Action: undefined }))).toBe('other')
    expect(shapeOf(policy(check, { ...deliver, Resource: undefined }))).toBe('other')
    expect(classifyBucketPolicy('<Error/>', scope)).toEqual({ shape: 'other', unrelated: [] })
  })

  it('is not upset by a denial of what reports never do', () => {
    const keep = { Sid: 'Keep', Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: `${bucketArn}/*` }
    expect(classifyBucketPolicy(policy(check, deliver, keep), scope)).toEqual({
      shape: 'billingreports',
      unrelated: ['Keep'],
    })
  })

  it('names every statement of a policy that is none of the three', () => {
    expect(classifyBucketPolicy(policy(check), scope).unrelated).toEqual(['Stmt1335892150622'])
  })
})

describe('the proposed bucket policy', () => {
  it.each(['aws', 'aws-cn'] as const)('is the guarded shape in partition %s and nothing more', (partition) => {
    const here = { ...scope, partition }
    expect(classifyBucketPolicy(proposedBucketPolicy(here), here)).toEqual({
      shape: 'billingreports-with-source',
      unrelated: [],
    })
  })

  it('is written as AWS writes policies', () => {
    expect(JSON.parse(proposedBucketPolicy(scope))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'CostAndUsageReportsCheckOwnership',
          ...reports,
          Condition: source,
          Action: ['s3:GetBucketAcl', 's3:GetBucketPolicy'],
          Resource: bucketArn,
        },
        {
          Sid: 'CostAndUsageReportsDeliver',
          ...reports,
          Condition: source,
          Action: 's3:PutObject',
          Resource: `${bucketArn}/*`,
        },
      ],
    })
  })

  it('speaks of the region the partition keeps its reports in', () => {
    expect(proposedBucketPolicy({ ...scope, partition: 'aws-cn' })).toContain(
      'arn:aws-cn:cur:cn-northwest-1:123456789012:definition/*',
    )
  })

  it('is of no use to another account', () => {
    expect(classifyBucketPolicy(proposedBucketPolicy(scope), { ...scope, accountId: '999999999999' }).shape).toBe(
      'other',
    )
  })
})
