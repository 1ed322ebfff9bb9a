import { type Finding, finding } from '../finding.ts'
import { shown } from '../values/typed-text.ts'
import { at, isMap, type TreeMap, textOf } from './tree.ts'

/** The eleven resources of every copy that AWS generates, in its order, with their types (DOMAIN, section 4). */
export const GENERATED_RESOURCES: Readonly<Record<string, string>> = {
  AWSCURDatabase: 'AWS::Glue::Database',
  AWSCURCrawlerComponentFunction: 'AWS::IAM::Role',
  AWSCURCrawlerLambdaExecutor: 'AWS::IAM::Role',
  AWSCURCrawler: 'AWS::Glue::Crawler',
  AWSCURInitializer: 'AWS::Lambda::Function',
  AWSStartCURCrawler: 'Custom::AWSStartCURCrawler',
  AWSS3CUREventLambdaPermission: 'AWS::Lambda::Permission',
  AWSS3CURLambdaExecutor: 'AWS::IAM::Role',
  AWSS3CURNotification: 'AWS::Lambda::Function',
  AWSPutS3CURNotification: 'Custom::AWSPutS3CURNotification',
  AWSCURReportStatusTable: 'AWS::Glue::Table',
}

const GENERATED_IDS = Object.keys(GENERATED_RESOURCES)

/** Sections that a copy may have without doing anything; every other one is somebody's work. */
const HARMLESS_SECTIONS: readonly string[] = ['Description', 'Metadata']
const GENERATED_SECTIONS: readonly string[] = ['AWSTemplateFormatVersion', 'Resources']

/** The resources of a template by their logical names, in the order of the file. */
export function resourcesOf(template: TreeMap): TreeMap {
  const resources = template.get('Resources')
  return isMap(resources) ? resources : new Map()
}

/** Whether the file ends before AWS's would: its resources are the first ones of AWS's order, or the last lacks its end. */
export function isCutOff(template: TreeMap): boolean {
  const resources = resourcesOf(template)
  const ids = [...resources.keys()]
  if (ids.some((id, i) => id !== GENERATED_IDS[i])) return false
  if (ids.length < GENERATED_IDS.length) return true
  return (
    at(resources, 'AWSCURReportStatusTable', 'Properties', 'TableInput', 'StorageDescriptor', 'Location') === undefined
  )
}

/** What is missing, added or of another type: the signs of a copy edited by hand. */
export function checkResources(template: TreeMap): readonly Finding[] {
  const resources = resourcesOf(template)
  const findings: Finding[] = []
  const missing = GENERATED_IDS.filter((id) => !resources.has(id))
  if (missing.length > 0) {
    findings.push(finding('error', 'crawler-template.resources-missing', { resources: missing.join(', ') }))
  }
  for (const [id, resource] of resources) {
    const expected = Object.hasOwn(GENERATED_RESOURCES, id) ? GENERATED_RESOURCES[id] : undefined
    const type = textOf(at(resource, 'Type'))
    if (expected === undefined) {
      findings.push(finding('error', 'crawler-template.resource-added', { resource: shown(id) }))
    } else if (type !== expected) {
      const found = type === null ? null : shown(type)
      findings.push(finding('error', 'crawler-template.resource-type', { resource: id, type: found, expected }))
    }
  }
  for (const section of template.keys()) {
    if (GENERATED_SECTIONS.includes(section)) continue
    const level = HARMLESS_SECTIONS.includes(section) ? 'warning' : 'error'
    findings.push(finding(level, 'crawler-template.section-added', { section: shown(section) }))
  }
  return findings
}
