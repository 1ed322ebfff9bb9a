import { describe, expect, test } from 'vitest'
import type { AwsFault, AwsFaultKind } from '../../../../../shared/domain/aws-fault.ts'
import {
  checkRecord,
  couldNotLook,
  faultFinding,
  line,
  outcomeOf,
  type Verdict,
} from '../../../../../shared/domain/checks/verdict.ts'
import { finding } from '../../../../../shared/domain/finding.ts'
import { CheckRecord } from '../../../../../shared/domain/records/check.ts'
import { sentence } from '../../../../../shared/text/messages/index.ts'

const wrong = finding('error', 'report.not-delivered', { report: 'r' })
const remark = finding('warning', 'report.not-delivered', { report: 'r' })
const aside = finding('info', 'report.not-delivered', { report: 'r' })

function verdict(
  outcomes: readonly ('pass' | 'warn' | 'fail' | 'unknown' | 'no-access')[],
  findings: Verdict['findings'] = [],
) {
  return { lines: outcomes.map((outcome) => line('x', 'a', 'b', outcome)), findings }
}

describe('the outcome of a check', () => {
  test.each([
    ['pass', verdict([])],
    ['pass', verdict(['pass', 'pass'], [aside])],
    ['warn', verdict(['pass', 'warn'])],
    ['warn', verdict(['pass'], [remark])],
    ['unknown', verdict(['warn', 'unknown'], [remark])],
    ['no-access', verdict(['unknown', 'no-access', 'warn'])],
    ['fail', verdict(['no-access', 'unknown', 'fail'])],
    ['fail', verdict(['pass', 'no-access'], [wrong])],
  ] as const)('is %s for the worst that was seen', (outcome, seen) => {
    expect(outcomeOf(seen)).toBe(outcome)
  })

  test('of a line is whether the two are equal, unless it is said otherwise', () => {
    expect(line('Region', 'us-east-1', 'us-east-1').outcome).toBe('pass')
    expect(line('Region', 'us-east-1', 'eu-west-1').outcome).toBe('fail')
    expect(line('Region', 'us-east-1', 'not readable', 'no-access').outcome).toBe('no-access')
  })
})

test('a check is filed with its sentences as codes, and with long answers cut to what the record holds', () => {
  const seen = { lines: [line('Policy', 'x', 'y'.repeat(9_000))], findings: [wrong] }
  const identity = {
    accountId: '111122223333',
    arn: 'arn:aws:iam::111122223333:user/ana',
    endpoint: 'sts',
    simulated: false,
  }
  const record = CheckRecord.parse(checkRecord('case-1', 'bucket.ready', '2026-11-16T09:00:00.000Z', seen, identity))
  expect(record).toMatchObject({
    outcome: 'fail',
    identity,
    findings: [{ level: 'error', code: 'report.not-delivered', params: { report: 'r' }, field: null }],
  })
  expect(record.lines[0]?.actual).toHaveLength(2_000)
})

describe('what kept AWS from being asked', () => {
  const fault = (kind: AwsFaultKind, own: Partial<AwsFault> = {}): AwsFault => ({
    kind,
    code: 'TheCode',
    message: 'the words of AWS',
    action: 's3:GetBucketPolicy',
    requestId: null,
    ...own,
  })

  const REFUSED: readonly AwsFaultKind[] = [
    'not-found',
    'exists',
    'not-owner',
    'wrong-region',
    'limit',
    'invalid',
    'busy',
    'other',
  ]

  test.each([
    ['no-credentials', 'aws.no-credentials', /“acme”/],
    ['expired', 'aws.expired-keys', /“acme”/],
    ['no-access', 'aws.no-access', /Allow s3:GetBucketPolicy/],
    ['throttled', 'aws.throttled', /s3:GetBucketPolicy/],
    ['unavailable', 'aws.unavailable', /TheCode/],
    ['timeout', 'aws.timeout', /in time/],
    ['offline', 'aws.offline', /could not be reached/],
    ['mixed-endpoints', 'aws.mixed-endpoints', /the words of AWS/],
    ...REFUSED.map((kind) => [kind, 'aws.refused', /s3:GetBucketPolicy: the words of AWS \(TheCode\)/] as const),
  ] as const)('%s is told as %s', (kind, code, says) => {
    const told = faultFinding(fault(kind), 'acme')
    expect(told).toMatchObject({ level: 'error', code })
    const { message, remedy } = sentence(told.code, told.params)
    expect(`${message} ${remedy}`).toMatch(says)
    expect(`${message} ${remedy}`).not.toMatch(/undefined|null/)
  })

  test('an expired sign-in is told with the command that renews it', () => {
    const told = faultFinding(fault('expired', { command: 'aws sso login --profile acme' }), 'acme')
    expect(sentence(told.code, told.params).remedy).toBe('Sign in again with: aws sso login --profile acme')
  })

  test.each(['throttled', 'unavailable', 'timeout', 'offline', 'expired', 'no-credentials', 'other'] as const)(
    '%s says nothing about the thing itself: the check is unknown, never failed',
    (kind) => {
      const seen = couldNotLook(fault(kind), 'Bucket', 'acme')
      expect(outcomeOf(seen)).toBe('unknown')
      expect(seen.findings).toMatchObject([{ level: 'info' }])
    },
  )

  test('a missing permission is no access, with the action that is missing', () => {
    const seen = couldNotLook(fault('no-access'), 'Bucket', 'acme')
    expect(outcomeOf(seen)).toBe('no-access')
    expect(seen.lines).toEqual([{ label: 'Bucket', expected: 'to be seen', actual: 'TheCode', outcome: 'no-access' }])
  })
})
