import { describe, expect, test } from 'vitest'
import { isPublicPolicy, policyVerdict, wildcard } from '../../../../../electron/practice/world/bucket-policy.ts'
import type { Bucket } from '../../../../../electron/practice/world/buckets.ts'

const account = { kind: 'account' as const, id: '111122223333' }
const request = { principal: account, action: 's3:GetObject', resource: 'arn:aws:s3:::b/folder/key' }

function bucket(...statements: object[]): Bucket {
  const policy = JSON.stringify({ Statement: statements })
  const facts = { name: 'b', accountId: '999988887777', region: 'us-east-1', createdAt: 0, policy }
  return { ...facts, publicAccessBlocked: false, notifications: [], eventBridge: false, objects: new Map() }
}

const allow = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }

describe('a bucket policy', () => {
  test.each([
    ['by itself', allow, 'allow'],
    ['for the account', { ...allow, Principal: { AWS: '111122223333' } }, 'allow'],
    ['for a user of the account', { ...allow, Principal: { AWS: ['arn:aws:iam::111122223333:user/x'] } }, 'allow'],
    ['for another account', { ...allow, Principal: { AWS: 'arn:aws:iam::444455556666:root' } }, 'silent'],
    ['for a service', { ...allow, Principal: { Service: 'x.amazonaws.com' } }, 'silent'],
    ['for another action', { ...allow, Action: ['s3:PutObject', 's3:List*'] }, 'silent'],
    ['for actions in any case', { ...allow, Action: 'S3:getobject' }, 'allow'],
    ['for another folder', { ...allow, Resource: 'arn:aws:s3:::b/other/*' }, 'silent'],
    [
      'under a condition that does not hold',
      { ...allow, Condition: { StringEquals: { 'aws:SourceAccount': '1' } } },
      'silent',
    ],
    ['as a denial', { ...allow, Effect: 'Deny' }, 'deny'],
  ])('%s gives “%s” its verdict', (_, statement, verdict) => {
    expect(policyVerdict(bucket(statement), request)).toBe(verdict)
  })

  test('denies whatever else it allows', () => {
    expect(policyVerdict(bucket(allow, { ...allow, Effect: 'Deny' }), request)).toBe('deny')
  })

  test('holds a condition to the context, keys in any case', () => {
    const Condition = { StringLike: { 'AWS:sourcearn': ['arn:x', 'arn:aws:cur:*'] } }
    const context = { 'aws:sourcearn': 'arn:aws:cur:us-east-1:1:definition/r' }
    expect(policyVerdict(bucket({ ...allow, Condition }), { ...request, context })).toBe('allow')
    expect(policyVerdict(bucket({ ...allow, Condition }), request)).toBe('silent')
  })

  test('is public when it allows everybody without a condition', () => {
    const text = (statement: object) => JSON.stringify({ Statement: statement })
    expect(isPublicPolicy(text(allow))).toBe(true)
    expect(isPublicPolicy(text({ ...allow, Principal: { AWS: '*' } }))).toBe(true)
    expect(isPublicPolicy(text({ ...allow, Condition: {} }))).toBe(false)
    expect(isPublicPolicy(text({ ...allow, Effect: 'Deny' }))).toBe(false)
    expect(isPublicPolicy('no policy')).toBe(false)
  })
})

test.each([
  ['*', 'anything/at all', true],
  ['s3:Get*', 's3:GetObject', true],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['a.c', 'abc', false],
  ['arn:aws:s3:::b', 'arn:aws:s3:::bb', false],
])('the pattern %s and %s: %s', (pattern, text, matches) => {
  expect(wildcard(pattern, text)).toBe(matches)
})
