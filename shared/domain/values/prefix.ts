import { type Finding, finding } from '../finding.ts'
import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import type { ReportName } from './report-name.ts'
import { shown, tidy } from './typed-text.ts'

/** The report path prefix: the folder of the bucket under which AWS makes the report's own folder. */
export type Prefix = string

/** The prefix of the documents (004, step 1.4.2), and what Spot's link names as CURPrefixName. */
export const DEFAULT_PREFIX: Prefix = 'spotinst_eco'

/** The prefix Billing Engine asks for (002, delivery options, step 1). */
export const BILLING_PREFIX: Prefix = 'CUR'

/** The last folder of the path that the console shows: the placeholder, or a month as it appears in the bucket. */
const DATE_RANGE = /^(?:date-range|\d{8}-\d{8})$/

/** The longest text that is taken apart: a bucket, a prefix and a report of full length, a date range and the file. */
const LONGEST_PASTED = 1024

/**
 * Reads a report path prefix as people paste it (trap 7): the console shows `spotinst_eco/spotinst-cur-report/date-range/`,
 * S3 shows a path down to the file. What does not belong to the prefix is dropped, and a finding says what.
 * @param report the report's name, undefined or empty where it is not known; a trailing `/<report>` is dropped as long as
 *   something remains
 */
export function parsePrefix(text: string, report?: ReportName): Parsed<Prefix> {
  const typed = tidy(text)
  if (typed.length > LONGEST_PASTED) {
    return notParsed(refuse('prefix.too-long', { text: shown(typed), length: typed.length }))
  }
  const bucket = /^s3:\/\/([^/]*)/.exec(typed)
  const path = bucket ? typed.slice(bucket[0].length) : typed
  const findings: Finding[] = bucket
    ? [finding('info', 'prefix.bucket-dropped', { bucket: shown(bucket[1] ?? '') })]
    : []

  let segments: readonly string[] = path.split('/').filter((segment) => segment !== '')
  for (let dropped = dropLast(segments, report); dropped !== null; dropped = dropLast(segments, report)) {
    segments = dropped.segments
    findings.push(...dropped.findings)
  }
  const prefix = segments.join('/')
  if (findings.length === 0 && prefix !== path && prefix !== '')
    findings.push(finding('info', 'prefix.slashes-dropped', { prefix }))
  return checked(prefix, findings)
}

interface Dropped {
  readonly segments: readonly string[]
  readonly findings: readonly Finding[]
}

/** One folder or file that does not belong to the prefix, taken off the end; null when there is none. */
function dropLast(segments: readonly string[], report: ReportName | undefined): Dropped | null {
  const last = segments.at(-1)
  if (last === undefined) return null
  const rest = segments.slice(0, -1)
  if (DATE_RANGE.test(last)) return dropDateRange(last, rest, report)
  if (rest.length === 0) return null
  if (/^crawler-cfn.*\.yml$/.test(last)) {
    return { segments: rest, findings: [finding('info', 'prefix.file-dropped', { file: shown(last) })] }
  }
  if (last !== report) return null
  return { segments: rest, findings: [finding('info', 'prefix.report-dropped', { report })] }
}

/** The console writes `<prefix>/<report>/date-range/`: with the date range, the folder before it is the report. */
function dropDateRange(range: string, rest: readonly string[], report: ReportName | undefined): Dropped {
  const dropped = finding('info', 'prefix.date-range-dropped', { range })
  const folder = rest.at(-1)
  if (folder === undefined) return { segments: rest, findings: [dropped] }
  if (report === undefined || report === '' || folder === report) {
    const named = finding('info', 'prefix.report-dropped', { report: shown(folder) })
    return { segments: rest.slice(0, -1), findings: [dropped, named] }
  }
  return {
    segments: rest,
    findings: [dropped, finding('warning', 'prefix.other-report', { report, folder: shown(folder) })],
  }
}

function checked(prefix: Prefix, findings: readonly Finding[]): Parsed<Prefix> {
  // AWS takes a report without a prefix (DOMAIN, section 4). It is rarely meant, so it is said.
  if (prefix === '') return parsed(prefix, [...findings, finding('warning', 'prefix.blank', { usual: DEFAULT_PREFIX })])
  const illegal = /[^0-9A-Za-z!\-_.*'()/]/u.exec(prefix)?.[0]
  if (illegal !== undefined) {
    return notParsed(refuse('prefix.illegal', { text: shown(prefix), character: shown(illegal) }))
  }
  if (prefix.length > 256) return notParsed(refuse('prefix.too-long', { text: shown(prefix), length: prefix.length }))
  if (prefix.split('/').some((segment) => /^\.+$/.test(segment))) {
    return notParsed(refuse('prefix.dot-folder', { text: shown(prefix) }))
  }
  return parsed(prefix, findings)
}
