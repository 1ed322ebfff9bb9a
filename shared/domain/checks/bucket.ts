import type { BucketFacts } from '../aws-facts.ts'
import { classifyBucketPolicy } from '../bucket-policy.ts'
import type { Facts } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'
import type { CheckLine } from '../records/check.ts'
import { line, type Verdict } from './verdict.ts'

/** The bucket: whose it is, where it is, whether AWS may deliver into it, and whom the stack would cut off. */
export function checkBucket(bucket: BucketFacts, facts: Facts): Verdict {
  const name = facts.bucket ?? ''
  const account = facts.payerAccountId ?? ''
  const lines: CheckLine[] = []
  const findings: Finding[] = []

  const owner = bucket.ownedByExpected
  lines.push(
    line(
      'Owner',
      account,
      owner === null ? 'not known' : owner ? account : 'another account',
      owner === null ? 'unknown' : owner ? 'pass' : 'fail',
    ),
  )
  if (owner === false) findings.push(finding('error', 'bucket.not-owned', { bucket: name, account }))
  if (owner === null) findings.push(finding('info', 'bucket.owner-unknown', { bucket: name }))

  const region = facts.region ?? ''
  lines.push(line('Region', region, bucket.region ?? 'not readable', bucket.region === null ? 'no-access' : undefined))
  if (bucket.region !== null && bucket.region !== region) {
    findings.push(finding('error', 'bucket.other-region', { bucket: name, actual: bucket.region, expected: region }))
  }
  if (bucket.region === null) findings.push(withheld('s3:GetBucketLocation'))

  const [policyLine, policyFinding] = policy(bucket, facts)
  lines.push(policyLine)
  if (policyFinding) findings.push(policyFinding)

  const targets = bucket.notifications
  if (targets === undefined) {
    lines.push(line('Event notifications', 'only the crawler’s', 'not readable', 'no-access'))
    findings.push(withheld('s3:GetBucketNotification'))
  } else {
    const others = otherConsumers(targets)
    lines.push(
      line(
        'Event notifications',
        'only the crawler’s',
        targets.join(', ') || 'none',
        others.length > 0 ? 'warn' : 'pass',
      ),
    )
    if (others.length > 0) findings.push(finding('warning', 'bucket.has-notifications', { targets: others.join(', ') }))
  }
  return { lines, findings }
}

function policy(bucket: BucketFacts, facts: Facts): readonly [CheckLine, Finding | null] {
  const expected = 'lets AWS deliver reports'
  const name = facts.bucket ?? ''
  if (bucket.policy === undefined) {
    return [line('Policy', expected, 'not readable', 'no-access'), withheld('s3:GetBucketPolicy')]
  }
  if (bucket.policy === null) {
    return [line('Policy', expected, 'none', 'fail'), finding('error', 'bucket.policy-missing', { bucket: name })]
  }
  const partition = facts.partition === 'aws-cn' ? 'aws-cn' : 'aws'
  const shape = classifyBucketPolicy(bucket.policy, {
    bucket: name,
    accountId: facts.payerAccountId ?? '',
    partition,
  }).shape
  if (shape === 'other') {
    return [
      line('Policy', expected, 'another policy', 'warn'),
      finding('warning', 'bucket.policy-other', { bucket: name }),
    ]
  }
  return [line('Policy', expected, expected, 'pass'), null]
}

/** Whom the crawler stack would cut off: everyone notified but the Lambda that the stack itself hooks to the bucket. */
export function otherConsumers(targets: readonly string[]): readonly string[] {
  return targets.filter((target) => !target.includes('AWSCURInitializer'))
}

function withheld(action: string): Finding {
  return finding('info', 'aws.no-access', { action, code: 'AccessDenied' })
}
