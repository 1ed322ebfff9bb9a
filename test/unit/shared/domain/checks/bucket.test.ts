import { describe, expect, test } from 'vitest'
import type { BucketFacts } from '../../../../../shared/domain/aws-facts.ts'
import { proposedBucketPolicy } from '../../../../../shared/domain/bucket-policy.ts'
import { checkBucket } from '../../../../../shared/domain/checks/bucket.ts'
import { outcomeOf } from '../../../../../shared/domain/checks/verdict.ts'
import { makeFacts } from '../../../../support/facts.ts'
import { codesOf } from '../../../../support/parsing.ts'

const facts = makeFacts()
const policy = proposedBucketPolicy({
  bucket: 'spotinst-cur-report-111122223333',
  accountId: '111122223333',
  partition: 'aws',
})
const good: BucketFacts = { region: 'us-east-1', ownedByExpected: true, policy, notifications: [] }
const OWN = 'arn:aws:lambda:us-east-1:111122223333:function:SpotEcoStack-AWSCURInitializer-1A2B3C'
const OTHER = 'arn:aws:sqs:us-east-1:111122223333:cost-lake'

describe('a bucket', () => {
  test.each([
    ['as it should be', {}, 'pass', []],
    ['that notifies the crawler it was made for', { notifications: [OWN] }, 'pass', []],
    ['of somebody else', { ownedByExpected: false }, 'fail', ['bucket.not-owned']],
    [
      'whose owner AWS does not tell: that proves nothing',
      { ownedByExpected: null },
      'unknown',
      ['bucket.owner-unknown'],
    ],
    ['in another region', { region: 'eu-west-1' }, 'fail', ['bucket.other-region']],
    ['whose region may not be read', { region: null }, 'no-access', ['aws.no-access']],
    ['without a policy', { policy: null }, 'fail', ['bucket.policy-missing']],
    ['whose policy may not be read', { policy: undefined }, 'no-access', ['aws.no-access']],
    ['with a policy of its own', { policy: '{"Statement":[]}' }, 'warn', ['bucket.policy-other']],
    [
      'that serves others too, whom the stack would cut off',
      { notifications: [OWN, OTHER] },
      'warn',
      ['bucket.has-notifications'],
    ],
    ['whose notifications may not be read', { notifications: undefined }, 'no-access', ['aws.no-access']],
  ] satisfies readonly [string, Partial<BucketFacts>, string, string[]][])('%s', (_, own, outcome, codes) => {
    const seen = checkBucket({ ...good, ...own }, facts)
    expect(outcomeOf(seen)).toBe(outcome)
    expect(codesOf(seen.findings)).toEqual(codes)
    expect(seen.lines.map((l) => l.label)).toEqual(['Owner', 'Region', 'Policy', 'Event notifications'])
  })

  test('shows who is notified, or that nobody is', () => {
    const shown = (notifications: readonly string[]) =>
      checkBucket({ ...good, notifications }, facts).lines.find((l) => l.label === 'Event notifications')?.actual
    expect(shown([])).toBe('none')
    expect(shown([OWN, OTHER])).toBe(`${OWN}, ${OTHER}`)
  })

  test('names those whom the stack would cut off, and not the crawler itself', () => {
    const seen = checkBucket({ ...good, notifications: [OWN, OTHER] }, facts)
    expect(seen.findings).toMatchObject([{ params: { targets: OTHER } }])
  })

  test('of AWS China is held to the policy of its own partition', () => {
    const china = makeFacts({ partition: 'aws-cn', region: 'cn-north-1' })
    const scope = { bucket: 'spotinst-cur-report-111122223333', accountId: '111122223333' }
    const own = proposedBucketPolicy({ ...scope, partition: 'aws-cn' })
    expect(outcomeOf(checkBucket({ ...good, region: 'cn-north-1', policy: own }, china))).toBe('pass')
    expect(outcomeOf(checkBucket({ ...good, region: 'cn-north-1' }, china))).toBe('warn')
  })
})
