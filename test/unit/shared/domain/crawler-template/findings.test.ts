import { describe, expect, test } from 'vitest'
import { validateCrawlerTemplate } from '../../../../../shared/domain/crawler-template/validate.ts'
import { crawlerTemplate, spotless } from '../../../../support/crawler-template-samples.ts'
import { wholeFinding } from '../../../../support/told.ts'

const PARTITION = `\${AWS::Partition}`

/** The findings of a file as `level code values`, each with a whole sentence. */
const told = (file: Uint8Array | string, expected = {}) =>
  validateCrawlerTemplate(file, expected).findings.map((f) => {
    const { level, code, params } = wholeFinding(f)
    return [level, code.replace('crawler-template.', ''), params]
  })

/** The findings after one change of the text, which must really change it. */
function after(from: string | RegExp, to: string, before = spotless()) {
  const text = before.replace(from, () => to)
  expect(text).not.toBe(before)
  return told(text)
}

describe('names that follow from the report’s', () => {
  const differs = (where: string, found: string | null, expected: string) => [
    'error',
    'name-differs',
    { where, found, expected },
  ]
  const CRAWLER = 'AWSCURCrawler-spotinst-cur-report'
  const DATABASE = 'athenacurcfn_spotinst_cur_report'

  test.each([
    [`Name: ${CRAWLER}`, 'Name: daily', [differs('AWSCURCrawler.Name', 'daily', CRAWLER)]],
    [`      Name: ${CRAWLER}\n`, '', [differs('AWSCURCrawler.Name', null, CRAWLER)]],
    [`Name: '${CRAWLER}' }`, "Name: 'daily' }", [differs('AWSCURInitializer.Code', 'daily', CRAWLER)]],
    [`({ Name: '${CRAWLER}' }`, '({Name:"daily"}', [differs('AWSCURInitializer.Code', 'daily', CRAWLER)]],
    [`({ Name: '${CRAWLER}' }`, '(  {  Name:  "daily"  }', [differs('AWSCURInitializer.Code', 'daily', CRAWLER)]],
    [`({ Name: '${CRAWLER}' }`, '(name', []],
    [
      `Name: '${DATABASE}'`,
      'Name: daily',
      [differs('AWSCURDatabase.Name', 'daily', DATABASE), differs('AWSCURCrawler.DatabaseName', 'daily', DATABASE)],
    ],
    [
      'DatabaseName: !Ref AWSCURDatabase',
      'DatabaseName: !Ref Another',
      [differs('AWSCURCrawler.DatabaseName', null, DATABASE)],
    ],
    [
      'DatabaseName: !Ref AWSCURDatabase',
      'DatabaseName: !GetAtt AWSCURDatabase',
      [differs('AWSCURCrawler.DatabaseName', null, DATABASE)],
    ],
    [
      `DatabaseName: ${DATABASE}`,
      'DatabaseName: daily',
      [differs('AWSCURReportStatusTable.DatabaseName', 'daily', DATABASE)],
    ],
  ])('are held against it: %j as %j', (from, to, findings) => {
    expect(after(from, to)).toEqual(findings)
  })
})

describe('what the crawler reads', () => {
  const ZIP = "              - '**.zip'\n"

  test.each([
    [ZIP, '', [['error', 'exclusions-missing', { patterns: '**.zip' }]]],
    [
      / {14}- '\*\*\.(gz|zip)'\n {14}- '\*\*\.zip'\n/,
      '',
      [['error', 'exclusions-missing', { patterns: '**.gz **.zip' }]],
    ],
    [ZIP, `${ZIP}              - 'a/**'\n`, [['warning', 'exclusions-added', { patterns: 'a/**' }]]],
    [
      ZIP,
      `${ZIP}              - 'a'\n              - !Ref B\n`,
      [['warning', 'exclusions-added', { patterns: 'a ?' }]],
    ],
    ['        S3Targets:', '        JdbcTargets: []\n        S3Targets:', [['error', 'other-targets', {}]]],
    [ZIP, `${ZIP}          - Path: 's3://x-y-z/a'\n`, [['error', 'other-targets', {}]]],
    [
      '      SchemaChangePolicy:',
      '      Schedule: daily\n      SchemaChangePolicy:',
      [['warning', 'has-schedule', {}]],
    ],
  ])('is one target with AWS’s exclusions, and no schedule: %j as %j', (from, to, findings) => {
    expect(after(from, to)).toEqual(findings)
  })
})

describe('runtimes', () => {
  test.each([
    ['nodejs22.x', []],
    ['nodejs24.x', []],
    ['python3.13', []],
    ['provided', []],
    ['nodejs8.10', [['warning', 'runtime-retired', { runtime: 'nodejs8.10' }]]],
    ['nodejs4.3-edge', [['warning', 'runtime-retired', { runtime: 'nodejs4.3-edge' }]]],
    ["'Node.js 22'", [['error', 'runtime-odd', { runtime: 'Node.js 22' }]]],
    ["'nodejs22.x '", [['error', 'runtime-odd', { runtime: 'nodejs22.x ' }]]],
    ["' nodejs22.x'", [['error', 'runtime-odd', { runtime: ' nodejs22.x' }]]],
    ["'nodejs22.x-edge2'", [['error', 'runtime-odd', { runtime: 'nodejs22.x-edge2' }]]],
  ])('of the form that AWS gives them are told once, however often they stand there: %s', (runtime, findings) => {
    expect(told(spotless({ runtime }))).toEqual(findings)
    const { runtimes } = validateCrawlerTemplate(spotless({ runtime }))
    expect(runtimes).toEqual([runtime.replaceAll("'", '')])
  })

  test.each(["''", '!Ref Runtime'])('that are not said are named with their function: %s', (runtime) => {
    expect(told(spotless({ runtime }))).toEqual([
      ['error', 'runtime-missing', { resource: 'AWSCURInitializer' }],
      ['error', 'runtime-missing', { resource: 'AWSS3CURNotification' }],
    ])
    expect(validateCrawlerTemplate(spotless({ runtime })).runtimes).toEqual([])
  })

  test('that lack the SDK which the inline code loads are warned of', () => {
    const warned = [['warning', 'runtime-without-sdk', { runtime: 'nodejs22.x' }]]
    expect(told(crawlerTemplate({ runtime: 'nodejs22.x' }))).toEqual(warned)
    expect(told(crawlerTemplate({ runtime: 'nodejs22.x' }).replaceAll("'aws-sdk'", '"aws-sdk"'))).toEqual(warned)
    expect(told(crawlerTemplate({ runtime: 'nodejs16.x' }))).toMatchObject([['warning', 'runtime-retired', {}]])
  })
})

describe('permissions', () => {
  const added = (...permissions: readonly string[]) =>
    permissions.map((permission) => ['warning', 'permission-added', { permission }])
  const DECRYPT = "                Action:\n                  - 'kms:Decrypt'"

  test.each([
    [DECRYPT, "                Action: 'kms:Encrypt'", added('kms:Encrypt')],
    [DECRYPT, "                NotAction:\n                  - 's3:DeleteObject'", added('s3:DeleteObject')],
    [DECRYPT, '                Action: !Ref Actions', added('?')],
    ['                - glue.amazonaws.com', '                - ec2.amazonaws.com', added('Principal')],
    [
      '                - glue.amazonaws.com',
      '                - glue.amazonaws.com\n                - x',
      added('Principal'),
    ],
    ['                - glue.amazonaws.com', '                - lambda.amazonaws.com', []],
    ['              Service:\n                - glue.amazonaws.com', "              AWS: '*'", added('Principal')],
    ['              Service:\n                - glue.amazonaws.com', '              Service: []', added('Principal')],
    ['Principal:\n              Service:\n                - glue.amazonaws.com', "Principal: '*'", added('Principal')],
    [
      `- !Sub 'arn:${PARTITION}:iam::aws:policy/service-role/AWSGlueServiceRole'`,
      "- 'arn:aws:iam::aws:policy/AdministratorAccess'\n        - !Ref Policy",
      added('arn:aws:iam::aws:policy/AdministratorAccess', '?'),
    ],
  ])('beyond AWS’s own are shown: %j as %j', (from, to, findings) => {
    expect(after(from, to)).toEqual(findings)
  })
})

describe('resources and sections', () => {
  test.each([
    [
      '  AWSStartCURCrawler:\n',
      '  Extra:\n    Type: AWS::SNS::Topic\n  AWSStartCURCrawler:\n',
      ['error', 'resource-added', { resource: 'Extra' }],
    ],
    [
      'Type: AWS::Lambda::Permission',
      'Type: AWS::SNS::Topic',
      [
        'error',
        'resource-type',
        { resource: 'AWSS3CUREventLambdaPermission', type: 'AWS::SNS::Topic', expected: 'AWS::Lambda::Permission' },
      ],
    ],
    [
      'Type: AWS::Lambda::Permission',
      'Type: !Ref T',
      [
        'error',
        'resource-type',
        { resource: 'AWSS3CUREventLambdaPermission', type: null, expected: 'AWS::Lambda::Permission' },
      ],
    ],
    ['Resources:', 'Description: ours\nResources:', ['warning', 'section-added', { section: 'Description' }]],
    ['Resources:', 'Metadata: {}\nResources:', ['warning', 'section-added', { section: 'Metadata' }]],
    ['Resources:', 'Outputs: {}\nResources:', ['error', 'section-added', { section: 'Outputs' }]],
  ])('beyond AWS’s own are named: %j as %j', (from, to, finding) => {
    expect(after(from, to)).toEqual([finding])
  })

  test('that are missing are named together', () => {
    const text = spotless()
      .replace(/ {2}AWSStartCURCrawler:[\s\S]*?\n\n/, '')
      .replace(/ {2}AWSCURCrawlerLambdaExecutor:[\s\S]*?\n\n/, '')
    expect(told(text)[0]).toEqual([
      'error',
      'resources-missing',
      { resources: 'AWSCURCrawlerLambdaExecutor, AWSStartCURCrawler' },
    ])
  })
})

describe('places that name bucket and path', () => {
  const FOLDER = 'spotinst_eco/spotinst-cur-report/spotinst-cur-report'
  const unreadable = (where: string, text: string | null) => ['error', 'mention-unreadable', { where, text }]

  test.each([
    [
      `Path: 's3://cris-spotinst-test/${FOLDER}'`,
      "Path: 's3://cris-spotinst-test'",
      [unreadable('AWSCURCrawler.Path', 's3://cris-spotinst-test')],
    ],
    [
      `ReportKey: '${FOLDER}'`,
      "ReportKey: 'eco/daily/daily'",
      [
        [
          'error',
          'path-differs',
          { where: 'AWSPutS3CURNotification.ReportKey', found: 'eco/daily/daily', expected: FOLDER },
        ],
      ],
    ],
    [`ReportKey: '${FOLDER}'`, `ReportKey: '//${FOLDER}'`, []],
    [`      ReportKey: '${FOLDER}'\n`, '', [unreadable('AWSPutS3CURNotification.ReportKey', null)]],
    [
      `SourceArn: !Sub 'arn:${PARTITION}:s3:::cris-spotinst-test'`,
      "SourceArn: 'arn:aws:s3:::our-own-bucket'",
      [
        [
          'error',
          'bucket-differs',
          { where: 'AWSS3CUREventLambdaPermission.SourceArn', found: 'our-own-bucket', expected: 'cris-spotinst-test' },
        ],
      ],
    ],
    [
      `SourceArn: !Sub 'arn:${PARTITION}:s3:::cris-spotinst-test'`,
      "SourceArn: 'arn:aws:s3:::*'",
      [unreadable('AWSS3CUREventLambdaPermission.SourceArn', 'arn:aws:s3:::*')],
    ],
    [
      'cost_and_usage_data_status/',
      'status/',
      [
        unreadable(
          'AWSCURReportStatusTable.Location',
          's3://cris-spotinst-test/spotinst_eco/spotinst-cur-report/status/',
        ),
      ],
    ],
    [
      `Resource: !Sub 'arn:${PARTITION}:s3:::cris-spotinst-test/${FOLDER}*'`,
      "Resource: '*'",
      [unreadable('AWSCURCrawlerComponentFunction.Policies', null)],
    ],
    [
      `Resource: !Sub 'arn:${PARTITION}:s3:::cris-spotinst-test/${FOLDER}*'`,
      'Resource: !Ref Bucket',
      [unreadable('AWSCURCrawlerComponentFunction.Policies', null)],
    ],
  ])('are held against one another: %j as %j', (from, to, findings) => {
    expect(after(from, to)).toEqual(findings)
  })

  test('that agree on what S3 does not accept, or on no report, are named', () => {
    const text = spotless()
    expect(told(text.replaceAll('cris-spotinst-test', 'Our Bucket'))).toEqual([
      ['error', 'bucket-illegal', { bucket: 'Our Bucket' }],
    ])
    const odd = text.replaceAll(`${FOLDER}`, 'spotinst_eco/spotinst-cur-report/daily')
    expect(told(odd)).toContainEqual(['error', 'path-form', { path: 'spotinst_eco/spotinst-cur-report/daily' }])
    expect(told(text.replaceAll(FOLDER, 'a/b/'))).toContainEqual(['error', 'path-form', { path: 'a/b/' }])
  })

  test.each(['aws', 'aws-cn', 'aws-us-gov'])('may be written for one partition: %s', (partition) => {
    expect(told(spotless().replaceAll(`arn:${PARTITION}:s3`, `arn:${partition}:s3`))).toEqual([])
    expect(told(spotless().replaceAll(`arn:${PARTITION}:s3`, `arn:${partition}-x:s3`))).not.toEqual([])
  })
})

describe('a template against its case', () => {
  test.each([
    ['/spotinst_eco/', []],
    ['//spotinst_eco//', []],
    ['spotinst_eco', []],
    ['spotinst/eco', [['error', 'other-prefix', { found: 'spotinst_eco', expected: 'spotinst/eco' }]]],
    ['', [['error', 'other-prefix', { found: 'spotinst_eco', expected: '' }]]],
  ])('has its prefix compared without the slashes around it: %j', (prefix, findings) => {
    expect(told(spotless(), { prefix })).toEqual(findings)
  })

  test('says both sides of whatever differs', () => {
    expect(told(spotless(), { report: 'daily', bucket: 'our-cur' })).toEqual([
      ['error', 'other-report', { found: 'spotinst-cur-report', expected: 'daily' }],
      ['error', 'other-bucket', { found: 'cris-spotinst-test', expected: 'our-cur' }],
    ])
  })

  test('that cannot be read says nothing of itself', () => {
    const { findings, ...report } = validateCrawlerTemplate('')
    expect(findings).toHaveLength(1)
    expect(report).toEqual({
      ok: false,
      report: null,
      bucket: null,
      prefix: null,
      crawlerName: null,
      database: null,
      runtimes: [],
      resources: [],
    })
    const two = spotless().replace("Name: 'athenacurcfn_spotinst_cur_report'", 'Name: daily')
    expect(validateCrawlerTemplate(two).database).toBeNull()
  })
})
