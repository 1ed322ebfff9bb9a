import { AwsFault } from '../http/fault.ts'
import type { JsonObject } from '../http/json-service.ts'
import { mayDeliver, type ReportDefinition } from '../world/reports.ts'
import type { PracticeWorld } from '../world/world.ts'

const texts = {
  ReportName: /^[0-9A-Za-z!\-_.*'()]{1,256}$/,
  TimeUnit: ['HOURLY', 'DAILY', 'MONTHLY'],
  Format: ['textORcsv', 'Parquet'],
  Compression: ['ZIP', 'GZIP', 'Parquet'],
  S3Bucket: /^[A-Za-z0-9_.-]{1,256}$/,
  S3Prefix: /^[0-9A-Za-z!\-_.*'()/]{0,256}$/,
  S3Region: /^[a-z]{2}(-gov)?-[a-z]+-\d$/,
} satisfies Record<string, RegExp | string[]>

const lists = {
  AdditionalSchemaElements: ['RESOURCES', 'SPLIT_COST_ALLOCATION_DATA', 'MANUAL_DISCOUNT_COMPATIBILITY'],
  AdditionalArtifacts: ['REDSHIFT', 'QUICKSIGHT', 'ATHENA'],
} satisfies Record<string, string[]>

/** The definition in a request. Throws ValidationException where the API's model or its rules refuse it. */
export function readDefinition(input: JsonObject): ReportDefinition {
  const value = input.ReportDefinition
  if (typeof value !== 'object' || value === null) throw constraint('reportDefinition', 'Member must not be null')
  const facts = value as JsonObject
  const definition = {
    ReportName: text(facts, 'ReportName'),
    TimeUnit: text(facts, 'TimeUnit'),
    Format: text(facts, 'Format'),
    Compression: text(facts, 'Compression'),
    AdditionalSchemaElements: list(facts, 'AdditionalSchemaElements') ?? required('AdditionalSchemaElements'),
    S3Bucket: text(facts, 'S3Bucket'),
    S3Prefix: text(facts, 'S3Prefix'),
    S3Region: text(facts, 'S3Region'),
    ...optional('AdditionalArtifacts', list(facts, 'AdditionalArtifacts')),
    ...optional('RefreshClosedReports', facts.RefreshClosedReports as boolean | undefined),
    ...optional('ReportVersioning', facts.ReportVersioning as string | undefined),
    ...optional('BillingViewArn', facts.BillingViewArn as string | undefined),
  }
  checkCombination(definition)
  return definition
}

/** The bucket has to be there, in the region that the report names, the caller's own, and open to AWS's delivery. */
export function checkBucket(world: PracticeWorld, accountId: string, definition: ReportDefinition): void {
  const { S3Bucket: name, S3Region: region } = definition
  const bucket = world.buckets.get(name)
  if (bucket && bucket.region === region && mayDeliver(bucket, accountId)) return
  const facts = `accountId: ${accountId}, bucket name: ${name}, customer bucket region: ${region}`
  throw new AwsFault('ValidationException', `Failed to verify customer bucket permission. ${facts}`)
}

function checkCombination(definition: ReportDefinition): void {
  const { AdditionalArtifacts: artifacts = [], Format, Compression, ReportVersioning, S3Prefix } = definition
  if ((Format === 'Parquet') !== (Compression === 'Parquet')) {
    throw new AwsFault('ValidationException', `Format ${Format} does not go with compression ${Compression}.`)
  }
  if (!artifacts.includes('ATHENA')) return
  if (artifacts.length > 1) throw new AwsFault('ValidationException', 'ATHENA cannot be combined with other artifacts.')
  if (Format !== 'Parquet' || ReportVersioning !== 'OVERWRITE_REPORT' || S3Prefix === '') {
    const needs = 'ATHENA needs Parquet format and compression, OVERWRITE_REPORT and an S3 prefix.'
    throw new AwsFault('ValidationException', needs)
  }
}

function text(facts: JsonObject, name: keyof typeof texts): string {
  const value = facts[name]
  const allowed = texts[name]
  if (typeof value !== 'string') return required(name)
  if (Array.isArray(allowed) ? allowed.includes(value) : allowed.test(value)) return value
  const rule = Array.isArray(allowed)
    ? `Member must satisfy enum value set: [${allowed.join(', ')}]`
    : `Member must satisfy regular expression pattern: ${allowed.source.slice(1, -1)}`
  throw constraint(`reportDefinition.${camel(name)}`, rule, value)
}

function list(facts: JsonObject, name: keyof typeof lists): string[] | undefined {
  const value = facts[name]
  if (value === undefined || value === null) return undefined
  const allowed: string[] = lists[name]
  if (Array.isArray(value) && value.every((item) => allowed.includes(item))) return value
  const rule = `Member must satisfy constraint: [Member must satisfy enum value set: [${allowed.join(', ')}]]`
  throw constraint(`reportDefinition.${camel(name)}`, rule, JSON.stringify(value))
}

function required(name: string): never {
  throw constraint(`reportDefinition.${camel(name)}`, 'Member must not be null')
}

function constraint(member: string, rule: string, value?: string): AwsFault {
  const subject = value === undefined ? 'Value' : `Value '${value}'`
  const message = `1 validation error detected: ${subject} at '${member}' failed to satisfy constraint: ${rule}`
  return new AwsFault('ValidationException', message)
}

function camel(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
}

function optional<N extends string, V>(name: N, value: V | undefined): { [K in N]?: V } {
  return value === undefined || value === null ? {} : ({ [name]: value } as { [K in N]?: V })
}
