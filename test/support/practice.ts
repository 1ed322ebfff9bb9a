import { BCMDataExportsClient } from '@aws-sdk/client-bcm-data-exports'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import {
  CostAndUsageReportServiceClient,
  PutReportDefinitionCommand,
  type ReportDefinition,
} from '@aws-sdk/client-cost-and-usage-report-service'
import { GlueClient } from '@aws-sdk/client-glue'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { OrganizationsClient } from '@aws-sdk/client-organizations'
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { STSClient } from '@aws-sdk/client-sts'
import { onTestFinished } from 'vitest'
import { createPracticeClock } from '../../electron/practice/clock.ts'
import { practiceCredentials } from '../../electron/practice/credentials.ts'
import { type PracticeAws, type PracticeAwsOptions, startPracticeAws } from '../../electron/practice/server.ts'

export const account = '111122223333'
export const otherAccount = '444455556666'
export const bucketName = `spotinst-cur-report-${account}`
export const HOUR = 3_600_000
export const MINUTE = 60_000

/** A fixed real clock: virtual time moves only when a test advances it. */
export function frozenClock(start = '2026-11-21T10:00:00.000Z') {
  return createPracticeClock({ start: Date.parse(start), speed: 0 })
}

/** A practice AWS that stands still at 21 November 2026, 10:00 UTC, and is closed when the test is over. */
export async function practiceAws(options: PracticeAwsOptions = {}): Promise<PracticeAws> {
  const aws = await startPracticeAws({ clock: frozenClock(), ...options })
  onTestFinished(() => aws.close())
  return aws
}

/** The real SDK's clients, pointed at a practice AWS. */
export function clients(
  aws: Pick<PracticeAws, 'url'>,
  options: { accountId?: string; region?: string; attempts?: number; s3?: S3ClientConfig } = {},
) {
  const common = {
    endpoint: aws.url,
    region: options.region ?? 'us-east-1',
    credentials: practiceCredentials(options.accountId ?? account),
    maxAttempts: options.attempts ?? 1,
  }
  return {
    sts: new STSClient(common),
    s3: new S3Client({ ...common, forcePathStyle: true, ...options.s3 }),
    cur: new CostAndUsageReportServiceClient(common),
    cloudFormation: new CloudFormationClient(common),
    glue: new GlueClient(common),
    lambda: new LambdaClient(common),
    organizations: new OrganizationsClient(common),
    dataExports: new BCMDataExportsClient(common),
  }
}

export type Clients = ReturnType<typeof clients>

/** The first of the three policies that AWS has proposed (DOMAIN, section 5). */
export function billingPolicy(bucket: string): string {
  const Principal = { Service: 'billingreports.amazonaws.com' }
  return JSON.stringify({
    Version: '2008-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal,
        Action: ['s3:GetBucketAcl', 's3:GetBucketPolicy'],
        Resource: `arn:aws:s3:::${bucket}`,
      },
      { Effect: 'Allow', Principal, Action: 's3:PutObject', Resource: `arn:aws:s3:::${bucket}/*` },
    ],
  })
}

/** The definition that the procedure asks for. */
export function definition(changes: Partial<ReportDefinition> = {}): ReportDefinition {
  return {
    ReportName: 'spotinst-cur-report',
    TimeUnit: 'HOURLY',
    Format: 'Parquet',
    Compression: 'Parquet',
    AdditionalSchemaElements: ['RESOURCES'],
    S3Bucket: bucketName,
    S3Prefix: 'spotinst_eco',
    S3Region: 'us-east-1',
    AdditionalArtifacts: ['ATHENA'],
    RefreshClosedReports: true,
    ReportVersioning: 'OVERWRITE_REPORT',
    ...changes,
  }
}

/** Bucket and policy as phase 1 leaves them. */
export async function makeBucket({ s3 }: Clients, bucket = bucketName): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket: bucket }))
  await s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: billingPolicy(bucket) }))
}

/** Phase 1 as a whole: bucket, policy, report. */
export async function makeReport(aws: Clients, changes: Partial<ReportDefinition> = {}): Promise<void> {
  await makeBucket(aws, changes.S3Bucket ?? bucketName)
  await aws.cur.send(new PutReportDefinitionCommand({ ReportDefinition: definition(changes) }))
}

export const crawlerFileKey = 'spotinst_eco/spotinst-cur-report/crawler-cfn.yml'
export const crawlerFileUrl = `https://${bucketName}.s3.amazonaws.com/${crawlerFileKey}`

/** What the SDK throws for a refused call. */
export async function faultOf(call: Promise<unknown>): Promise<{ name: string; message: string; status: number }> {
  try {
    await call
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }
    return { name, message, status: $metadata?.httpStatusCode ?? 0 }
  }
  throw new Error('The call was answered, though it should have been refused.')
}
