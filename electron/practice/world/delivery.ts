import { generateCrawlerTemplate } from '../crawler-template.ts'
import { type Bucket, putObject } from './buckets.ts'
import { mayDeliver, type Report } from './reports.ts'
import { rulesOf } from './rules.ts'
import { happensOnce, type PracticeWorld } from './world.ts'

const hour = 3_600_000
/** The documents' wait: "it will take 24 hours for AWS to start dropping reports" (004, step 2). */
const usualDeliveryHours = 24

/** Delivers every report that is due by now; later deliveries follow daily. True when one was attempted. */
export function settleDeliveries(world: PracticeWorld, now: number): boolean {
  let attempted = false
  for (const report of world.reports) {
    const at = lastDueBy(world, report, now)
    if (at === undefined) continue
    attempt(world, report, at)
    attempted = true
  }
  return attempted
}

/** Nothing can have changed between two requests, so only the last of several missed deliveries is carried out. */
function lastDueBy(world: PracticeWorld, report: Report, now: number): number | undefined {
  const firstHours = rulesOf(world).deliveryHours ?? usualDeliveryHours
  const next =
    report.lastAttemptAt === undefined ? report.createdAt + firstHours * hour : report.lastAttemptAt + 24 * hour
  return now < next ? undefined : next + Math.floor((now - next) / (24 * hour)) * 24 * hour
}

function attempt(world: PracticeWorld, report: Report, at: number): void {
  report.lastAttemptAt = at
  const name = report.definition.S3Bucket
  haveAccident(world, name)
  const bucket = world.buckets.get(name)
  if (!bucket) {
    report.lastStatus = 'ERROR_NO_BUCKET'
  } else if (!mayDeliver(bucket, report.accountId) || bucket.region !== report.definition.S3Region) {
    report.lastStatus = 'ERROR_PERMISSIONS'
  } else {
    deliver(world, report, bucket, at)
    report.lastStatus = 'SUCCESS'
    report.lastDelivery = at
  }
}

function haveAccident(world: PracticeWorld, name: string): void {
  const { atDelivery } = rulesOf(world)
  const bucket = world.buckets.get(name)
  if (!bucket || atDelivery === undefined || !happensOnce(world, `${atDelivery} ${name}`)) return
  if (atDelivery === 'bucket-deleted') world.buckets.delete(name)
  else bucket.policy = unrelatedPolicy(bucket)
}

/** What a security team might put in place of the billing policy. */
function unrelatedPolicy(bucket: Bucket): string {
  const resources = [`arn:aws:s3:::${bucket.name}`, `arn:aws:s3:::${bucket.name}/*`]
  const statement = {
    Sid: 'TlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: resources,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
}

/** Writes what AWS writes: the data of the month, its manifest, the table definition, and the crawler file. */
function deliver(world: PracticeWorld, report: Report, bucket: Bucket, at: number): void {
  const { ReportName: name, S3Prefix: prefix, AdditionalArtifacts: artifacts = [] } = report.definition
  const folder = [prefix, name].filter((part) => part !== '').join('/')
  const day = new Date(at)
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()]
  const compact = (instant: number) => new Date(instant).toISOString().slice(0, 10).replaceAll('-', '')
  const period = `${compact(Date.UTC(year, month, 1))}-${compact(Date.UTC(year, month + 1, 1))}`
  const parquet = report.definition.Format === 'Parquet'
  const dataKey = parquet
    ? `${folder}/${name}/year=${year}/month=${month + 1}/${name}-00001.snappy.parquet`
    : `${folder}/${period}/${name}-00001.csv.gz`
  const manifest = {
    practice: true,
    account: report.accountId,
    reportName: name,
    bucket: bucket.name,
    reportKeys: [dataKey],
  }
  putObject(bucket, dataKey, 'PAR1 practice data, no real costs PAR1', at)
  putObject(bucket, `${folder}/${period}/${name}-Manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`, at)
  if (!artifacts.includes('ATHENA')) return
  const { runtime } = rulesOf(world)
  const template = generateCrawlerTemplate({ bucket: bucket.name, prefix, report: name, ...(runtime && { runtime }) })
  putObject(bucket, `${folder}/crawler-cfn.yml`, template, at)
  putObject(bucket, `${folder}/${name}-create-table.sql`, `-- practice data\nCREATE EXTERNAL TABLE practice ();\n`, at)
  const status = `${folder}/cost_and_usage_data_status/cost_and_usage_data_status.parquet`
  putObject(bucket, status, 'PAR1 practice status PAR1', at)
}
