import { type Finding, finding, hasErrors } from '../finding.ts'
import type { Refusal } from '../refusal.ts'
import { shown } from '../values/typed-text.ts'
import { checkCrawler, checkNames, checkPermissions, checkRuntimes } from './check-details.ts'
import { checkMentions, type ReportPlace } from './check-mentions.ts'
import { crawlerNames, databaseMentions, lambdaFunctions } from './mentions.ts'
import { type CrawlerTemplate, readCrawlerTemplate } from './read.ts'
import { checkResources, resourcesOf } from './resources.ts'
import { RETIRED_RUNTIMES } from './retired-runtimes.ts'

/** What a file is, and what is wrong with it. A value is null where the file does not say it, or contradicts itself. */
export interface TemplateReport {
  /** No finding is an error: the file may go to Spot. Warnings stay, and are shown. */
  readonly ok: boolean
  readonly report: string | null
  readonly bucket: string | null
  /** May be empty: a report at the root of its bucket. */
  readonly prefix: string | null
  readonly crawlerName: string | null
  readonly database: string | null
  /** The distinct Lambda runtimes, in the order of the file. */
  readonly runtimes: readonly string[]
  /** The logical names of the resources, in the order of the file. */
  readonly resources: readonly string[]
  readonly findings: readonly Finding[]
}

/** What the case says, where it says it. */
export interface ExpectedReport {
  readonly bucket?: string | null | undefined
  readonly prefix?: string | null | undefined
  readonly report?: string | null | undefined
}

/**
 * Judges a crawler-cfn.yml by itself and against the case (004, step 2.3). Accepts every copy that AWS generates, of either
 * generation, and names what people save instead. Account and region are not in the file and are never judged from it.
 * @param retiredRuntimes the runtimes to warn of; the product's list unless a setting extends it
 */
export function validateCrawlerTemplate(
  file: Uint8Array | string,
  expected: ExpectedReport = {},
  retiredRuntimes: readonly string[] = RETIRED_RUNTIMES,
): TemplateReport {
  const read = readCrawlerTemplate(file)
  if (!read.ok) return unreadable(read.refusal)
  return judge(read.value, read.findings, expected, retiredRuntimes)
}

function judge(
  template: CrawlerTemplate,
  noticed: readonly Finding[],
  expected: ExpectedReport,
  retiredRuntimes: readonly string[],
): TemplateReport {
  const resources = resourcesOf(template)
  const { place, findings } = checkMentions(resources)
  const all = [
    ...noticed,
    ...checkResources(template),
    ...findings,
    ...(place ? [...checkNames(resources, place.report), ...compare(place, expected)] : []),
    ...checkCrawler(resources),
    ...checkRuntimes(resources, retiredRuntimes),
    ...checkPermissions(resources),
  ]
  const runtimes = new Set(lambdaFunctions(resources).flatMap(({ runtime }) => (runtime ? [runtime] : [])))
  const databases = new Set(databaseMentions(resources).map(({ name }) => name))
  return {
    ok: !hasErrors(all),
    report: place?.report ?? null,
    bucket: place?.bucket ?? null,
    prefix: place?.prefix ?? null,
    crawlerName: crawlerNames(resources).crawler,
    database: databases.size === 1 ? ([...databases][0] ?? null) : null,
    runtimes: [...runtimes],
    resources: [...resources.keys()],
    findings: all,
  }
}

/** The file against the case: the right kind of file, of another report, is the slip that costs 72 hours. */
function compare(place: ReportPlace, expected: ExpectedReport): readonly Finding[] {
  const findings: Finding[] = []
  if (typeof expected.report === 'string' && expected.report !== place.report) {
    const params = { found: shown(place.report), expected: shown(expected.report) }
    findings.push(finding('error', 'crawler-template.other-report', params))
  }
  if (typeof expected.bucket === 'string' && expected.bucket !== place.bucket) {
    const params = { found: shown(place.bucket), expected: shown(expected.bucket) }
    findings.push(finding('error', 'crawler-template.other-bucket', params))
  }
  if (typeof expected.prefix === 'string' && expected.prefix.replace(/^\/+|\/+$/g, '') !== place.prefix) {
    const params = { found: shown(place.prefix), expected: shown(expected.prefix) }
    findings.push(finding('error', 'crawler-template.other-prefix', params))
  }
  return findings
}

function unreadable({ code, params }: Refusal): TemplateReport {
  return {
    ok: false,
    report: null,
    bucket: null,
    prefix: null,
    crawlerName: null,
    database: null,
    runtimes: [],
    resources: [],
    findings: [{ level: 'error', code, params }],
  }
}
