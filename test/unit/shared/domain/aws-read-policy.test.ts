import { describe, expect, it } from 'vitest'
import { readOnlyPolicy } from '../../../../shared/domain/aws-read-policy.ts'

interface Statement {
  readonly Sid: string
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string
}

const scope = {
  bucket: 'spotinst-cur-report-123456789012',
  prefix: 'spotinst_eco',
  report: 'spotinst-cur-report',
  partition: 'aws',
} as const

function statements(policy: string): readonly Statement[] {
  return (JSON.parse(policy) as { readonly Statement: readonly Statement[] }).Statement
}

function actions(policy: string): readonly string[] {
  return statements(policy).flatMap(({ Action }) => Action)
}

describe('the read-only policy', () => {
  it('allows every call the checks make', () => {
    expect(actions(readOnlyPolicy(scope))).toEqual(
      expect.arrayContaining([
        'cur:DescribeReportDefinitions',
        's3:ListBucket',
        's3:GetBucketLocation',
        's3:GetBucketPolicy',
        's3:GetBucketNotification',
        's3:GetObject',
        'cloudformation:DescribeStacks',
        'cloudformation:DescribeStackEvents',
        'cloudformation:ListStackResources',
        'glue:GetCrawler',
        'lambda:GetAccountSettings',
        'organizations:DescribeOrganization',
        'bcm-data-exports:ListExports',
        'bcm-data-exports:GetExport',
        'sts:GetCallerIdentity',
      ]),
    )
  })

  it('allows nothing that changes anything', () => {
    for (const action of actions(readOnlyPolicy(scope)))
      expect(action).toMatch(/^[a-z0-9-]+:(?:Describe|List|Get)[A-Z]/)
    expect(statements(readOnlyPolicy(scope)).map(({ Sid, Effect }) => `${Sid}: ${Effect}`)).toEqual([
      'CasebookReadsTheAccount: Allow',
      'CasebookReadsTheCrawler: Allow',
      'CasebookReadsTheBucket: Allow',
      'CasebookReadsTheCrawlerFile: Allow',
    ])
    expect(JSON.parse(readOnlyPolicy(scope))).toMatchObject({ Version: '2012-10-17' })
  })

  it('opens no object of the bucket but the crawler file', () => {
    const read = statements(readOnlyPolicy(scope)).find(({ Action }) => Action === 's3:GetObject')
    expect(read?.Resource).toBe(
      'arn:aws:s3:::spotinst-cur-report-123456789012/spotinst_eco/spotinst-cur-report/*crawler-cfn.yml',
    )
  })

  it('leaves out an empty prefix', () => {
    expect(readOnlyPolicy({ ...scope, prefix: '' })).toContain(
      '"arn:aws:s3:::spotinst-cur-report-123456789012/spotinst-cur-report/*crawler-cfn.yml"',
    )
  })

  it('names the partition of China in every resource', () => {
    const resources = statements(readOnlyPolicy({ ...scope, partition: 'aws-cn' })).map(({ Resource }) => Resource)
    expect(resources.filter((resource) => resource !== '*').every((arn) => arn.startsWith('arn:aws-cn:'))).toBe(true)
  })

  it('takes a star in a report name for itself, not for “anything”', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own notation
    expect(readOnlyPolicy({ ...scope, report: 'all*' })).toContain('crawler/AWSCURCrawler-all${*}"')
  })
})
