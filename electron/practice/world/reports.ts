import { policyVerdict } from './bucket-policy.ts'
import type { Bucket } from './buckets.ts'
import { rulesOf } from './rules.ts'
import { happensOnce, type PracticeWorld } from './world.ts'

/** A report definition with the member names of the Cost and Usage Report API. */
export type ReportDefinition = {
  readonly ReportName: string
  readonly TimeUnit: string
  readonly Format: string
  readonly Compression: string
  readonly AdditionalSchemaElements: readonly string[]
  readonly S3Bucket: string
  readonly S3Prefix: string
  readonly S3Region: string
  readonly AdditionalArtifacts?: readonly string[]
  readonly RefreshClosedReports?: boolean
  readonly ReportVersioning?: string
  readonly BillingViewArn?: string
}

export type Report = {
  readonly accountId: string
  definition: ReportDefinition
  readonly createdAt: number
  lastAttemptAt?: number
  lastDelivery?: number
  lastStatus?: 'SUCCESS' | 'ERROR_PERMISSIONS' | 'ERROR_NO_BUCKET'
}

/** Reports that one account may have. */
export const reportQuota = 10

export function reportsOf(world: PracticeWorld, accountId: string): Report[] {
  return world.reports.filter((report) => report.accountId === accountId)
}

/** Adds a report; the caller has validated it. The scenario's wrong choice, if any, is made now. */
export function addReport(world: PracticeWorld, accountId: string, definition: ReportDefinition, now: number): Report {
  const report: Report = { accountId, definition, createdAt: now }
  world.reports.push(report)
  makeWrongChoice(world, report)
  return report
}

/** What somebody chose wrongly in the console, once for each report: a report that is put right stays right. */
export function makeWrongChoice(world: PracticeWorld, report: Report): void {
  const { wrongChoice, wrongRegion } = rulesOf(world)
  if (wrongChoice === undefined && wrongRegion === undefined) return
  const { ReportName, S3Bucket } = report.definition
  if (!happensOnce(world, `wrong choice ${report.accountId} ${ReportName}`)) return
  report.definition = { ...report.definition, ...wrongChoice, ...(wrongRegion && { S3Region: wrongRegion }) }
  const bucket = world.buckets.get(S3Bucket)
  if (wrongRegion !== undefined && bucket?.accountId === report.accountId) bucket.region = wrongRegion
}

/**
 * Whether AWS may write an account's report to a bucket. The policy is evaluated, not compared with a text: all three
 * shapes that AWS has proposed over the years pass, and so does any other that grants the same.
 */
export function mayDeliver(bucket: Bucket, accountId: string): boolean {
  const bucketArn = `arn:${bucket.region.startsWith('cn-') ? 'aws-cn' : 'aws'}:s3:::${bucket.name}`
  const context = {
    'aws:sourceaccount': accountId,
    'aws:sourcearn': `arn:aws:cur:us-east-1:${accountId}:definition/*`,
  }
  const allowed = (action: string, resource: string) =>
    policyVerdict(bucket, {
      principal: { kind: 'service', id: 'billingreports.amazonaws.com' },
      action,
      resource,
      context,
    }) === 'allow'
  return (
    bucket.accountId === accountId &&
    allowed('s3:GetBucketPolicy', bucketArn) &&
    allowed('s3:PutObject', `${bucketArn}/practice`)
  )
}
