import { type Finding, finding } from '../finding.ts'
import { shown } from '../values/typed-text.ts'
import { crawlerNames, databaseMentions, lambdaFunctions, statementsOf } from './mentions.ts'
import { crawlerNameOf, databaseNameOf } from './names.ts'
import { lacksSdk2 } from './retired-runtimes.ts'
import { asList, at, isList, isMap, type Tree, type TreeMap, textOf } from './tree.ts'

/** What AWS keeps the crawler from reading: everything beside the Parquet files. */
const EXCLUSIONS = ['**.json', '**.yml', '**.sql', '**.csv', '**.gz', '**.zip'] as const

/** What the generated roles may do. More than this is somebody's addition, or a newer copy than this list. */
const GENERATED_ACTIONS: readonly string[] = [
  'sts:AssumeRole',
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'glue:UpdateDatabase',
  'glue:UpdatePartition',
  'glue:CreateTable',
  'glue:UpdateTable',
  'glue:ImportCatalogToGlue',
  'glue:StartCrawler',
  's3:GetObject',
  's3:PutObject',
  's3:PutBucketNotification',
  'kms:Decrypt',
]

/** The names that follow from the report's: crawler and database, wherever they stand. */
export function checkNames(resources: TreeMap, report: string): readonly Finding[] {
  const findings: Finding[] = []
  const { crawler, started } = crawlerNames(resources)
  const expected = crawlerNameOf(report)
  if (crawler !== expected) findings.push(nameDiffers('AWSCURCrawler.Name', crawler, expected))
  if (started !== null && started !== expected) findings.push(nameDiffers('AWSCURInitializer.Code', started, expected))
  for (const { where, name } of databaseMentions(resources)) {
    if (name !== databaseNameOf(report)) findings.push(nameDiffers(where, name, databaseNameOf(report)))
  }
  return findings
}

function nameDiffers(where: string, found: string | null, expected: string): Finding {
  const quoted = found === null ? null : shown(found)
  return finding('error', 'crawler-template.name-differs', { where, found: quoted, expected: shown(expected) })
}

/** What the crawler reads and when: one S3 target, AWS's exclusions, no schedule (the schedule is step 2.15 of 004). */
export function checkCrawler(resources: TreeMap): readonly Finding[] {
  const properties = at(resources, 'AWSCURCrawler', 'Properties')
  const targets = at(properties, 'Targets')
  const s3Targets = at(targets, 'S3Targets')
  const findings: Finding[] = []
  if (!isMap(targets) || targets.size !== 1 || !isList(s3Targets) || s3Targets.length !== 1) {
    findings.push(finding('error', 'crawler-template.other-targets', {}))
  }
  const exclusions = asList(at(s3Targets, 0, 'Exclusions')).map(textOf)
  const missing = EXCLUSIONS.filter((pattern) => !exclusions.includes(pattern))
  if (missing.length > 0) {
    findings.push(finding('error', 'crawler-template.exclusions-missing', { patterns: missing.join(' ') }))
  }
  const added = exclusions.filter(
    (pattern) => pattern === null || !EXCLUSIONS.some((generated) => generated === pattern),
  )
  if (added.length > 0) {
    const patterns = shown(added.map((pattern) => pattern ?? '?').join(' '))
    findings.push(finding('warning', 'crawler-template.exclusions-added', { patterns }))
  }
  if (isMap(properties) && properties.has('Schedule'))
    findings.push(finding('warning', 'crawler-template.has-schedule', {}))
  return findings
}

/** Runtimes that AWS has retired, as warnings: creating the stack is held up by them, this check is not (trap 11). */
export function checkRuntimes(resources: TreeMap, retired: readonly string[]): readonly Finding[] {
  const findings: Finding[] = []
  const told = new Set<string>()
  for (const { id, runtime, code } of lambdaFunctions(resources)) {
    if (runtime === null || runtime === '') {
      findings.push(finding('error', 'crawler-template.runtime-missing', { resource: shown(id) }))
      continue
    }
    if (told.has(runtime)) continue
    told.add(runtime)
    if (!/^[a-z]+\d*(?:\.[0-9x]+)?(?:-edge)?$/.test(runtime)) {
      findings.push(finding('error', 'crawler-template.runtime-odd', { runtime: shown(runtime) }))
    }
    if (retired.includes(runtime)) findings.push(finding('warning', 'crawler-template.runtime-retired', { runtime }))
    if (lacksSdk2(runtime) && /require\((['"])aws-sdk\1\)/.test(code)) {
      findings.push(finding('warning', 'crawler-template.runtime-without-sdk', { runtime }))
    }
  }
  return findings
}

/** Permissions beyond those of AWS's own file: shown before anybody creates a stack with them. */
export function checkPermissions(resources: TreeMap): readonly Finding[] {
  const added = new Set<string>()
  for (const resource of resources.values()) {
    for (const statement of statementsOf(resource)) {
      const actions = [...asList(at(statement, 'Action')), ...asList(at(statement, 'NotAction'))]
      for (const action of actions) if (!isGenerated(action)) added.add(textOf(action) ?? '?')
      const principal = at(statement, 'Principal')
      if (principal !== undefined && !isServicePrincipal(principal)) added.add('Principal')
    }
    for (const policy of asList(at(resource, 'Properties', 'ManagedPolicyArns'))) {
      const arn = textOf(policy) ?? '?'
      if (!arn.endsWith(':iam::aws:policy/service-role/AWSGlueServiceRole')) added.add(arn)
    }
  }
  return [...added].map((permission) =>
    finding('warning', 'crawler-template.permission-added', { permission: shown(permission) }),
  )
}

function isGenerated(action: Tree): boolean {
  return GENERATED_ACTIONS.includes(textOf(action) ?? '')
}

function isServicePrincipal(principal: Tree): boolean {
  const services = asList(at(principal, 'Service')).map(textOf)
  return (
    isMap(principal) &&
    principal.size === 1 &&
    services.length > 0 &&
    services.every((service) => service === 'glue.amazonaws.com' || service === 'lambda.amazonaws.com')
  )
}
