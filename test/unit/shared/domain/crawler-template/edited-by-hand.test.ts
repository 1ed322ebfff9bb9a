import { describe, expect, test } from 'vitest'
import { validateCrawlerTemplate } from '../../../../../shared/domain/crawler-template/validate.ts'
import { CURRENT_RUNTIME, crawlerTemplate, spotless } from '../../../../support/crawler-template-samples.ts'
import { codesOf } from '../../../../support/parsing.ts'

const PARTITION = `\${AWS::Partition}`

/** What the validator finds in a copy after one change to its text, which must really change it. */
function findingsAfter(change: (text: string) => string) {
  const before = spotless()
  const after = change(before)
  expect(after).not.toBe(before)
  return validateCrawlerTemplate(after)
}

const replacing = (from: string | RegExp, to: string) => (text: string) => text.replace(from, () => to)

describe('a copy edited by hand', () => {
  test.each([
    ['the crawler’s path', "Path: 's3://cris-spotinst-test", 'crawler-template.bucket-differs'],
    ['the notification', "BucketName: 'cris-spotinst-test", 'crawler-template.bucket-differs'],
    ['the permission', `SourceArn: !Sub 'arn:${PARTITION}:s3:::cris-spotinst-test`, 'crawler-template.bucket-differs'],
    ['the status table', "Location: 's3://cris-spotinst-test", 'crawler-template.bucket-differs'],
    ['the crawler’s role', 's3:::cris-spotinst-test/', 'crawler-template.bucket-differs'],
    [
      'the notification’s role',
      `Resource: !Sub 'arn:${PARTITION}:s3:::cris-spotinst-test'`,
      'crawler-template.bucket-differs',
    ],
  ])('with another bucket in %s contradicts itself', (_, from, code) => {
    const report = findingsAfter(replacing(from, from.replace('cris-spotinst-test', 'our-own-bucket')))
    expect(report).toMatchObject({ ok: false, bucket: null, prefix: null, report: null })
    expect(codesOf(report.findings)).toContain(code)
  })

  test('with the bucket changed in one place says which place and both names', () => {
    const report = findingsAfter(replacing("BucketName: 'cris-spotinst-test", "BucketName: 'our-own-bucket"))
    expect(report.findings).toMatchObject([
      {
        code: 'crawler-template.bucket-differs',
        params: {
          where: 'AWSPutS3CURNotification.BucketName',
          found: 'our-own-bucket',
          expected: 'cris-spotinst-test',
        },
      },
    ])
  })

  test.each([
    [
      'the prefix in the notification',
      "ReportKey: 'spotinst_eco",
      "ReportKey: 'eco",
      ['crawler-template.path-differs'],
    ],
    [
      'the prefix in the status table',
      'test/spotinst_eco/spotinst-cur-report/cost_and',
      'test/eco/spotinst-cur-report/cost_and',
      ['crawler-template.path-differs'],
    ],
    ['the status folder', 'cost_and_usage_data_status/', 'status/', ['crawler-template.mention-unreadable']],
    ['a role that covers less', 'spotinst-cur-report*', 'spotinst-cur-report/*', ['crawler-template.path-differs']],
    [
      'a role that covers one file',
      'spotinst-cur-report*',
      'spotinst-cur-report',
      ['crawler-template.mention-unreadable'],
    ],
    [
      'no bucket in the notification',
      "      BucketName: 'cris-spotinst-test'\n",
      '',
      ['crawler-template.mention-unreadable'],
    ],
    [
      'a bucket from a parameter',
      `SourceArn: !Sub 'arn:${PARTITION}:s3:::cris-spotinst-test'`,
      'SourceArn: !Ref BucketArn',
      ['crawler-template.mention-unreadable'],
    ],
    [
      'a path of no report',
      's3://cris-spotinst-test/spotinst_eco/spotinst-cur-report/spotinst-cur-report',
      's3://cris-spotinst-test',
      ['crawler-template.mention-unreadable'],
    ],
    [
      'another path for the crawler alone',
      's3://cris-spotinst-test/spotinst_eco/spotinst-cur-report/spotinst-cur-report',
      's3://our-own-bucket/eco/daily/daily',
      ['crawler-template.bucket-differs', 'crawler-template.path-differs'],
    ],
    [
      'another crawler name',
      'Name: AWSCURCrawler-spotinst-cur-report',
      'Name: AWSCURCrawler-daily',
      ['crawler-template.name-differs'],
    ],
    [
      'another crawler in the code',
      "Name: 'AWSCURCrawler-spotinst-cur-report' }",
      "Name: 'AWSCURCrawler-daily' }",
      ['crawler-template.name-differs'],
    ],
    [
      'another database',
      "Name: 'athenacurcfn_spotinst_cur_report'",
      "Name: 'athenacurcfn'",
      ['crawler-template.name-differs', 'crawler-template.name-differs'],
    ],
    [
      'another database in the table',
      'DatabaseName: athenacurcfn_spotinst_cur_report',
      'DatabaseName: athenacurcfn',
      ['crawler-template.name-differs'],
    ],
    ['an exclusion less', "              - '**.gz'\n", '', ['crawler-template.exclusions-missing']],
    [
      'a second target',
      "              - '**.zip'\n",
      "              - '**.zip'\n          - Path: 's3://x-y-z/a'\n",
      ['crawler-template.other-targets'],
    ],
    [
      'a schedule',
      '      SchemaChangePolicy:',
      '      Schedule:\n        ScheduleExpression: cron(0 0 * * ? *)\n      SchemaChangePolicy:',
      ['crawler-template.has-schedule'],
    ],
    ['no runtime', / {6}Runtime: .*\n/, '', ['crawler-template.runtime-missing']],
    [
      'a permission more',
      "- 's3:GetObject'",
      "- 's3:GetObject'\n                  - 's3:PutObjectAcl'",
      ['crawler-template.permission-added'],
    ],
    [
      'every permission',
      "                Action:\n                  - 'kms:Decrypt'",
      "                Action: '*'",
      ['crawler-template.permission-added'],
    ],
    [
      'another who may assume the role',
      '                - glue.amazonaws.com',
      '                - glue.amazonaws.com\n              AWS: arn:aws:iam::111122223333:root',
      ['crawler-template.permission-added'],
    ],
    [
      'an administrator’s policy',
      'service-role/AWSGlueServiceRole',
      'AdministratorAccess',
      ['crawler-template.permission-added'],
    ],
    [
      'a resource more',
      '  AWSStartCURCrawler:\n',
      '  Extra:\n    Type: AWS::SNS::Topic\n  AWSStartCURCrawler:\n',
      ['crawler-template.resource-added'],
    ],
    [
      'a resource of another type',
      'Type: AWS::Lambda::Permission',
      'Type: AWS::SNS::Topic',
      ['crawler-template.resource-type'],
    ],
    [
      'parameters',
      'Resources:',
      'Parameters:\n  Bucket:\n    Type: String\nResources:',
      ['crawler-template.section-added'],
    ],
    ['a description', 'Resources:', 'Description: ours\nResources:', ['crawler-template.section-added']],
    [
      'a transform',
      'Resources:',
      'Transform: AWS::Serverless-2016-10-31\nResources:',
      ['crawler-template.section-added'],
    ],
    ['a key twice', '      Timeout: 30\n', '      Timeout: 30\n      Timeout: 3\n', ['crawler-template.duplicate-key']],
    ['a broken line', '      Handler:', '  : - ]\n      Handler:', ['crawler-template.broken']],
  ])('with %s is named', (_, from, to, codes) => {
    expect(codesOf(findingsAfter(replacing(from, to)).findings)).toEqual(codes)
  })

  test('is refused where it does something else, and only remarked where it does not', () => {
    expect(findingsAfter(replacing('Resources:', 'Description: ours\nResources:')).ok).toBe(true)
    expect(findingsAfter(replacing('Resources:', 'Transform: X\nResources:')).ok).toBe(false)
    expect(
      findingsAfter(replacing("- 's3:GetObject'", "- 's3:GetObject'\n                  - 's3:PutObjectAcl'")).ok,
    ).toBe(true)
    expect(findingsAfter(replacing(/ {2}AWSStartCURCrawler:[\s\S]*?\n\n/, ''))).toMatchObject({
      ok: false,
      findings: [{ code: 'crawler-template.resources-missing', params: { resources: 'AWSStartCURCrawler' } }],
    })
  })

  test('everywhere alike, with a bucket that S3 does not accept, is a template with its placeholders still in it', () => {
    const report = findingsAfter((text) => text.replaceAll('cris-spotinst-test', '(CUR Billing Bucket)'))
    expect(codesOf(report.findings)).toEqual(['crawler-template.bucket-illegal'])
  })

  test('whose path names two different reports is not of AWS’s form', () => {
    const report = findingsAfter((text) =>
      text
        .replaceAll('spotinst-cur-report/spotinst-cur-report', 'spotinst-cur-report/daily')
        .replace('/cost_and', '/x/cost_and'),
    )
    expect(codesOf(report.findings)).toContain('crawler-template.path-form')
  })

  test('in the runtime alone is told from a fresh copy: its code needs the old SDK (trap 11)', () => {
    const report = validateCrawlerTemplate(crawlerTemplate({ runtime: CURRENT_RUNTIME }))
    expect(report.ok).toBe(true)
    expect(codesOf(report.findings)).toEqual(['crawler-template.runtime-without-sdk'])
  })
})
