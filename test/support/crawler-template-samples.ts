/**
 * Crawler templates as AWS generates them, written from the facts of DOMAIN.md, section 4, and from nothing in the product:
 * the validator and the practice AWS are both held against these.
 */
export interface SampleOptions {
  readonly bucket?: string
  readonly prefix?: string
  readonly report?: string
  /** Older copies write `arn:aws:…`, newer ones `!Sub 'arn:${AWS::Partition}:…'`. */
  readonly generation?: 'literal' | 'sub'
  /** Newer copies let the crawler's role decrypt. */
  readonly kms?: boolean
  readonly runtime?: string
  readonly lineEnd?: '\n' | '\r\n'
}

/** A single-quoted YAML text. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

const database = (report: string) => {
  let name = ''
  for (const [i, c] of [...report].entries()) {
    const before = report[i - 1] ?? ''
    if (/[A-Z]/.test(c) && /[A-Za-z0-9]/.test(before)) name += '_'
    name += /[A-Za-z0-9]/.test(c) ? c.toLowerCase() : '_'
  }
  return `athenacurcfn_${name}`
}

export function crawlerTemplate(options: SampleOptions = {}): string {
  const { bucket = 'cris-spotinst-test', prefix = 'spotinst_eco', report = 'spotinst-cur-report' } = options
  const { generation = 'sub', kms = generation === 'sub', runtime = 'nodejs16.x', lineEnd = '\n' } = options
  const folder = prefix === '' ? report : `${prefix}/${report}`
  const crawler = `AWSCURCrawler-${report}`
  const arn = (rest: string) =>
    generation === 'sub' ? `!Sub ${quoted(`arn:\${AWS::Partition}:${rest}`)}` : quoted(`arn:aws:${rest}`)

  const allow = (actions: readonly string[], resource: string) => [
    '              - Effect: Allow',
    '                Action:',
    ...actions.map((action) => `                  - '${action}'`),
    `                Resource: ${resource}`,
  ]
  const policy = (name: string, ...statements: readonly (readonly string[])[]) => [
    `        - PolicyName: ${name}`,
    '          PolicyDocument:',
    '            Version: 2012-10-17',
    '            Statement:',
    ...statements.flat(),
  ]
  const role = (id: string, service: string, ...rest: readonly (readonly string[])[]) => [
    `  ${id}:`,
    "    Type: 'AWS::IAM::Role'",
    '    Properties:',
    '      AssumeRolePolicyDocument:',
    '        Version: 2012-10-17',
    '        Statement:',
    '          - Effect: Allow',
    '            Principal:',
    '              Service:',
    `                - ${service}`,
    '            Action:',
    "              - 'sts:AssumeRole'",
    '      Path: /',
    ...rest.flat(),
    '       ',
    '',
  ]
  const lambda = (id: string, dependsOn: readonly string[], code: readonly string[], roleId: string) => [
    `  ${id}:`,
    "    Type: 'AWS::Lambda::Function'",
    ...dependsOn,
    '    Properties:',
    '      Code:',
    '        ZipFile: >',
    ...code.map((line) => `          ${line}`),
    "      Handler: 'index.handler'",
    '      Timeout: 30',
    `      Runtime: ${runtime}`,
    '      ReservedConcurrentExecutions: 1',
    `      Role: !GetAtt ${roleId}.Arn`,
    '     ',
    '',
  ]
  const logs = allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], arn('logs:*:*:*'))

  const lines = [
    'AWSTemplateFormatVersion: 2010-09-09',
    'Resources:',
    '',
    '  AWSCURDatabase:',
    "    Type: 'AWS::Glue::Database'",
    '    Properties:',
    '      DatabaseInput:',
    `        Name: '${database(report)}'`,
    '      CatalogId: !Ref AWS::AccountId',
    '',
    '         ',
    '',
    ...role(
      'AWSCURCrawlerComponentFunction',
      'glue.amazonaws.com',
      [
        '      ManagedPolicyArns:',
        `        - ${arn('iam::aws:policy/service-role/AWSGlueServiceRole')}`,
        '      Policies:',
      ],
      policy(
        'AWSCURCrawlerComponentFunction',
        logs,
        allow(
          [
            'glue:UpdateDatabase',
            'glue:UpdatePartition',
            'glue:CreateTable',
            'glue:UpdateTable',
            'glue:ImportCatalogToGlue',
          ],
          "'*'",
        ),
        allow(['s3:GetObject', 's3:PutObject'], arn(`s3:::${bucket}/${folder}/${report}*`)),
      ),
      kms ? policy('AWSCURKMSDecryption', allow(['kms:Decrypt'], "'*'")) : [],
    ),
    ...role(
      'AWSCURCrawlerLambdaExecutor',
      'lambda.amazonaws.com',
      ['      Policies:'],
      policy('AWSCURCrawlerLambdaExecutor', logs, allow(['glue:StartCrawler'], "'*'")),
    ),
    '  AWSCURCrawler:',
    "    Type: 'AWS::Glue::Crawler'",
    '    DependsOn:',
    '      - AWSCURDatabase',
    '      - AWSCURCrawlerComponentFunction',
    '    Properties:',
    `      Name: ${crawler}`,
    '      Description: A recurring crawler that keeps your CUR table in Athena up-to-date.',
    '      Role: !GetAtt AWSCURCrawlerComponentFunction.Arn',
    '      DatabaseName: !Ref AWSCURDatabase',
    '      Targets:',
    '        S3Targets:',
    `          - Path: ${quoted(`s3://${bucket}/${folder}/${report}`)}`,
    '            Exclusions:',
    ...['json', 'yml', 'sql', 'csv', 'gz', 'zip'].map((ending) => `              - '**.${ending}'`),
    '      SchemaChangePolicy:',
    '        UpdateBehavior: UPDATE_IN_DATABASE',
    '        DeleteBehavior: DELETE_FROM_DATABASE',
    '       ',
    '',
    ...lambda('AWSCURInitializer', ['    DependsOn: AWSCURCrawler'], startCode(crawler), 'AWSCURCrawlerLambdaExecutor'),
    '  AWSStartCURCrawler:',
    "    Type: 'Custom::AWSStartCURCrawler'",
    '    Properties:',
    '      ServiceToken: !GetAtt AWSCURInitializer.Arn',
    '     ',
    '',
    '  AWSS3CUREventLambdaPermission:',
    '    Type: AWS::Lambda::Permission',
    '    Properties:',
    "      Action: 'lambda:InvokeFunction'",
    '      FunctionName: !GetAtt AWSCURInitializer.Arn',
    "      Principal: 's3.amazonaws.com'",
    '      SourceAccount: !Ref AWS::AccountId',
    `      SourceArn: ${arn(`s3:::${bucket}`)}`,
    '     ',
    '',
    ...role(
      'AWSS3CURLambdaExecutor',
      'lambda.amazonaws.com',
      ['      Policies:'],
      policy('AWSS3CURLambdaExecutor', logs, allow(['s3:PutBucketNotification'], arn(`s3:::${bucket}`))),
    ),
    ...lambda(
      'AWSS3CURNotification',
      [
        '    DependsOn:',
        '    - AWSCURInitializer',
        '    - AWSS3CUREventLambdaPermission',
        '    - AWSS3CURLambdaExecutor',
      ],
      NOTIFY_CODE,
      'AWSS3CURLambdaExecutor',
    ),
    '  AWSPutS3CURNotification:',
    "    Type: 'Custom::AWSPutS3CURNotification'",
    '    Properties:',
    '      ServiceToken: !GetAtt AWSS3CURNotification.Arn',
    '      TargetLambdaArn: !GetAtt AWSCURInitializer.Arn',
    `      BucketName: ${quoted(bucket)}`,
    `      ReportKey: ${quoted(`${folder}/${report}`)}`,
    '     ',
    '',
    '  AWSCURReportStatusTable:',
    "    Type: 'AWS::Glue::Table'",
    '    DependsOn: AWSCURDatabase',
    '    Properties:',
    `      DatabaseName: ${database(report)}`,
    '      CatalogId: !Ref AWS::AccountId',
    '      TableInput:',
    "        Name: 'cost_and_usage_data_status'",
    "        TableType: 'EXTERNAL_TABLE'",
    '        StorageDescriptor:',
    '          Columns:',
    '            - Name: status',
    "              Type: 'string'",
    "          InputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat'",
    "          OutputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat'",
    '          SerdeInfo:',
    "            SerializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'",
    `          Location: ${quoted(`s3://${bucket}/${folder}/cost_and_usage_data_status/`)}`,
    '',
    '     ',
    '      ',
  ]
  return lines.join(lineEnd)
}

/** A runtime that AWS still creates functions with. */
export const CURRENT_RUNTIME = 'nodejs22.x'

/** A copy whose runtime is current and whose inline code loads no SDK 2: there is nothing to remark on it. */
export function spotless(options: SampleOptions = {}): string {
  return crawlerTemplate({ runtime: CURRENT_RUNTIME, ...options }).replaceAll(
    "require('aws-sdk')",
    "require('@aws-sdk/client-glue')",
  )
}

/** Inline code of the two functions: the real one's calls and shape, in fewer words. */
function startCode(crawler: string): readonly string[] {
  return [
    "const AWS = require('aws-sdk');",
    "const response = require('./cfn-response');",
    'exports.handler = function(event, context, callback) {',
    "  if (event.RequestType === 'Delete') {",
    '    response.send(event, context, response.SUCCESS);',
    '  } else {',
    '    const glue = new AWS.Glue();',
    `    glue.startCrawler({ Name: '${crawler}' }, function(err, data) {`,
    "      if (err && JSON.parse(this.httpResponse.body)['__type'] != 'CrawlerRunningException') {",
    '        response.send(event, context, response.FAILED, { msg: err.message });',
    '      } else {',
    '        callback(null, response.SUCCESS);',
    '      }',
    '    });',
    '  }',
    '};',
  ]
}

const NOTIFY_CODE = [
  "const AWS = require('aws-sdk');",
  "const response = require('./cfn-response');",
  'exports.handler = function(event, context, callback) {',
  '  const s3 = new AWS.S3();',
  '  const config = {};',
  "  if (event.RequestType !== 'Delete') {",
  '    config.LambdaFunctionConfigurations = [{',
  "      Events: [ 's3:ObjectCreated:*' ],",
  "      LambdaFunctionArn: event.ResourceProperties.TargetLambdaArn || 'missing arn',",
  "      Filter: { Key: { FilterRules: [ { Name: 'prefix', Value: event.ResourceProperties.ReportKey } ] } }",
  '    }];',
  '  }',
  '  s3.putBucketNotificationConfiguration({',
  '    Bucket: event.ResourceProperties.BucketName,',
  '    NotificationConfiguration: config',
  '  }, function(err, data) {',
  '    response.send(event, context, err ? response.FAILED : response.SUCCESS, err || data);',
  '  });',
  '};',
]

/** What people save in place of the file, by the name a person would give it. */
export const savedInstead = {
  accessDenied:
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4442587FB7D0A2F9</RequestId><HostId>x</HostId></Error>',
  expired: '<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>',
  unknownError: '<Error></Error>',
  bucketListing:
    '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name></ListBucketResult>',
  signIn:
    '<!DOCTYPE html>\n<html lang="en"><head><title>Amazon Web Services Sign-In</title></head><body><form action="https://signin.aws.amazon.com/"></form></body></html>',
  webPage: '<!doctype html><html><head><title>404</title></head><body>Not found</body></html>',
  createTable: 'CREATE EXTERNAL TABLE spotinst_cur_report.spotinst_cur_report(\n  identity_line_item_id STRING\n)',
  legacyManifest:
    '{"assemblyId":"b2f1","account":"111122223333","reportName":"spotinst-cur-report","reportKeys":["a.parquet"]}',
  exportManifest:
    '{"executionId":"0f1c","dataFiles":["s3://b/eco/cur2/data/BILLING_PERIOD=2026-11/x.parquet"],"columns":[]}',
  exportTemplate:
    'AWSTemplateFormatVersion: 2010-09-09\nResources:\n  Cur2:\n    Type: AWS::BCMDataExports::Export\n    Properties:\n      Export: {}\n',
  legacyCsv: 'identity/LineItemId,identity/TimeInterval,bill/InvoiceId\nabc,2026-11-01,\n',
  exportCsv: 'bill_bill_type,bill_payer_account_id,identity_line_item_id\nAnniversary,111122223333,abc\n',
  otherStack:
    'AWSTemplateFormatVersion: 2010-09-09\nResources:\n  SpotRole:\n    Type: AWS::IAM::Role\n    Properties: {}\nOutputs:\n  Arn:\n    Value: !GetAtt SpotRole.Arn\n',
  mail: 'Hi Spot team,\n\nplease find the crawler file attached.\n\nBest, Ana\n',
} as const
