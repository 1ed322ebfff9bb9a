import { initializerFunction, notificationFunction } from './crawler-template-functions.ts'

/** What AWS knows when it generates the crawler file of a report. */
export type CrawlerTemplateFacts = {
  readonly bucket: string
  /** Path prefix of the report; may be empty or contain slashes. */
  readonly prefix: string
  readonly report: string
  /** Lambda runtime of both functions. */
  readonly runtime?: string
  /** Older copies name the partition literally, newer ones take it from the stack. */
  readonly generation?: 'literal-arn' | 'partition'
  /** Whether the crawler's role may decrypt with KMS; copies of both kinds are about. */
  readonly kms?: boolean
}

/** A runtime that Lambda still creates functions in; every real copy that could be examined names a retired one. */
export const currentRuntime = 'nodejs22.x'

/**
 * The Glue database that Athena integration uses for a report: an underscore before an upper-case letter that follows
 * an alphanumeric, lower case, every other character an underscore.
 */
export function glueDatabaseName(report: string): string {
  const words = report.replace(/(?<=[A-Za-z0-9])(?=[A-Z])/g, '_').toLowerCase()
  return `athenacurcfn_${words.replace(/[^a-z0-9]/g, '_')}`
}

/**
 * A crawler-cfn.yml like the one that AWS writes beside a legacy report with Athena integration (004, step 2.2):
 * CloudFormation YAML of 9 to 10 KB with eleven resources, no parameters and no outputs.
 */
export function generateCrawlerTemplate(facts: CrawlerTemplateFacts): string {
  const runtime = facts.runtime ?? currentRuntime
  const place = { bucket: facts.bucket, report: quotable(facts.report), root: quotable(rootOf(facts)) }
  const newer = facts.generation !== 'literal-arn'
  const arn = (rest: string) => (newer ? `!Sub 'arn:\${AWS::Partition}:${rest}'` : `'arn:aws:${rest}'`)
  // Lambda carries version 2 of the SDK up to Node 16 and version 3 from Node 18 on; both export clients of one name.
  const sdk = (client: string) =>
    Number(/\d+/.exec(runtime)?.[0] ?? 0) >= 18 ? `@aws-sdk/client-${client.toLowerCase()}` : 'aws-sdk'
  const database = glueDatabaseName(facts.report)
  return `${[
    header,
    databaseAndRoles({ ...place, arn, database, kms: facts.kms ?? true }),
    crawler({ ...place, name: `AWSCURCrawler-${facts.report}` }),
    initializerFunction({ crawler: `AWSCURCrawler-${facts.report}`, runtime, sdk: sdk('Glue') }),
    permissionAndRole({ ...place, arn }),
    notificationFunction({ runtime, sdk: sdk('S3') }),
    notificationAndStatus({ ...place, database }),
  ].join('\n\n')}\n`
}

type Arn = (rest: string) => string
/** Where the report lies, ready to stand between single quotes: names of reports and prefixes may contain them. */
type Place = { readonly bucket: string; readonly report: string; readonly root: string }

function quotable(text: string): string {
  return text.replaceAll("'", "''")
}

function rootOf({ prefix, report }: CrawlerTemplateFacts): string {
  return [prefix, report].filter((part) => part !== '').join('/')
}

const header = `AWSTemplateFormatVersion: 2010-09-09
Resources:`

function databaseAndRoles(f: Place & { arn: Arn; database: string; kms: boolean }): string {
  const { root, arn } = f
  const logs = (name: string) => `        - PolicyName: ${name}
          PolicyDocument:
            Version: 2012-10-17
            Statement:
              - Effect: Allow
                Action:
                  - 'logs:CreateLogGroup'
                  - 'logs:CreateLogStream'
                  - 'logs:PutLogEvents'
                Resource: ${arn('logs:*:*:*')}`
  const decrypt = `
        - PolicyName: AWSCURKMSDecryption
          PolicyDocument:
            Version: 2012-10-17
            Statement:
              - Effect: Allow
                Action:
                  - 'kms:Decrypt'
                Resource: '*'`
  return `  AWSCURDatabase:
    Type: 'AWS::Glue::Database'
    Properties:
      DatabaseInput:
        Name: '${f.database}'
        Description: Holds the table over the files of this Cost and Usage Report.
      CatalogId: !Ref AWS::AccountId

  AWSCURCrawlerComponentFunction:
    Type: 'AWS::IAM::Role'
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal:
              Service:
                - glue.amazonaws.com
            Action:
              - 'sts:AssumeRole'
      Path: /
      ManagedPolicyArns:
        - ${arn('iam::aws:policy/service-role/AWSGlueServiceRole')}
      Policies:
${logs('AWSCURCrawlerLogging')}
              - Effect: Allow
                Action:
                  - 'glue:UpdateDatabase'
                  - 'glue:UpdatePartition'
                  - 'glue:CreateTable'
                  - 'glue:UpdateTable'
                  - 'glue:ImportCatalogToGlue'
                Resource: '*'
              - Effect: Allow
                Action:
                  - 's3:GetObject'
                  - 's3:PutObject'
                Resource: ${arn(`s3:::${f.bucket}/${root}/${f.report}*`)}${f.kms ? decrypt : ''}

  AWSCURCrawlerLambdaExecutor:
    Type: 'AWS::IAM::Role'
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal:
              Service:
                - lambda.amazonaws.com
            Action:
              - 'sts:AssumeRole'
      Path: /
      Policies:
${logs('AWSCURCrawlerLambdaExecutor')}
              - Effect: Allow
                Action:
                  - 'glue:StartCrawler'
                Resource: '*'`
}

function crawler(f: Place & { name: string }): string {
  return `  AWSCURCrawler:
    Type: 'AWS::Glue::Crawler'
    DependsOn:
      - AWSCURDatabase
      - AWSCURCrawlerComponentFunction
    Properties:
      Name: ${f.name}
      Description: Keeps the table of this Cost and Usage Report in step with the files that AWS delivers.
      Role: !GetAtt AWSCURCrawlerComponentFunction.Arn
      DatabaseName: !Ref AWSCURDatabase
      Targets:
        S3Targets:
          - Path: 's3://${f.bucket}/${f.root}/${f.report}'
            Exclusions:
              - '**.json'
              - '**.yml'
              - '**.sql'
              - '**.csv'
              - '**.gz'
              - '**.zip'
      SchemaChangePolicy:
        UpdateBehavior: UPDATE_IN_DATABASE
        DeleteBehavior: DELETE_FROM_DATABASE`
}

function permissionAndRole(f: Place & { arn: Arn }): string {
  const { arn } = f
  return `  AWSS3CUREventLambdaPermission:
    Type: 'AWS::Lambda::Permission'
    Properties:
      Action: 'lambda:InvokeFunction'
      FunctionName: !GetAtt AWSCURInitializer.Arn
      Principal: 's3.amazonaws.com'
      SourceAccount: !Ref AWS::AccountId
      SourceArn: ${arn(`s3:::${f.bucket}`)}

  AWSS3CURLambdaExecutor:
    Type: 'AWS::IAM::Role'
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal:
              Service:
                - lambda.amazonaws.com
            Action:
              - 'sts:AssumeRole'
      Path: /
      Policies:
        - PolicyName: AWSS3CURLambdaExecutor
          PolicyDocument:
            Version: 2012-10-17
            Statement:
              - Effect: Allow
                Action:
                  - 'logs:CreateLogGroup'
                  - 'logs:CreateLogStream'
                  - 'logs:PutLogEvents'
                Resource: ${arn('logs:*:*:*')}
              - Effect: Allow
                Action:
                  - 's3:PutBucketNotification'
                Resource: ${arn(`s3:::${f.bucket}`)}`
}

function notificationAndStatus(f: Place & { database: string }): string {
  return `  AWSPutS3CURNotification:
    Type: 'Custom::AWSPutS3CURNotification'
    Properties:
      ServiceToken: !GetAtt AWSS3CURNotification.Arn
      TargetLambdaArn: !GetAtt AWSCURInitializer.Arn
      BucketName: '${f.bucket}'
      ReportKey: '${f.root}/${f.report}'

  AWSCURReportStatusTable:
    Type: 'AWS::Glue::Table'
    DependsOn: AWSCURDatabase
    Properties:
      DatabaseName: ${f.database}
      CatalogId: !Ref AWS::AccountId
      TableInput:
        Name: 'cost_and_usage_data_status'
        Description: Says whether the files of the report are complete or being replaced.
        TableType: 'EXTERNAL_TABLE'
        StorageDescriptor:
          Columns:
            - Name: status
              Type: 'string'
          InputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat'
          OutputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat'
          SerdeInfo:
            SerializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
          Location: 's3://${f.bucket}/${f.root}/cost_and_usage_data_status/'`
}
