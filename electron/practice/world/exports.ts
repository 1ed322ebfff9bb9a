import { randomUUID } from 'node:crypto'
import { addBucket, putObject } from './buckets.ts'
import { rulesOf } from './rules.ts'
import { happensOnce, type PracticeWorld } from './world.ts'

/** A CUR 2.0 standard data export. */
export type DataExport = {
  readonly accountId: string
  readonly arn: string
  readonly name: string
  readonly bucket: string
  readonly prefix: string
  readonly region: string
  readonly createdAt: number
}

/** The data exports of an account. In the scenario `cur-2` somebody has made one before we look. */
export function dataExportsOf(world: PracticeWorld, accountId: string): DataExport[] {
  return world.exports.filter((one) => one.accountId === accountId)
}

/**
 * Makes what the scenario says that somebody made in an account before the operator came: a CUR 2.0 export of the
 * report's name, delivered two days ago. True when it changed the world.
 */
export function seedDataExport(world: PracticeWorld, accountId: string, now: number): boolean {
  if (!rulesOf(world).cur2 || !happensOnce(world, `cur2 ${accountId}`)) return false
  const name = 'spotinst-cur-report'
  const created: DataExport = {
    accountId,
    arn: `arn:aws:bcm-data-exports:us-east-1:${accountId}:export/${name}-${randomUUID()}`,
    name,
    bucket: `${name}-${accountId}`,
    prefix: 'spotinst_eco',
    region: 'us-east-1',
    createdAt: now - 48 * 3_600_000,
  }
  world.exports.push(created)
  const bucket =
    world.buckets.get(created.bucket) ??
    addBucket(world, { name: created.bucket, accountId, region: created.region }, created.createdAt)
  const month = new Date(now).toISOString().slice(0, 7)
  const folder = `${created.prefix}/${name}`
  const parquet = `${folder}/data/BILLING_PERIOD=${month}/${name}-00001.snappy.parquet`
  putObject(bucket, parquet, 'PAR1 practice data, no real costs PAR1', now)
  putObject(bucket, `${folder}/metadata/BILLING_PERIOD=${month}/${name}-Manifest.json`, '{"practice":true}', now)
  return true
}
