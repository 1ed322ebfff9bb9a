import type { Prefix } from '../values/prefix.ts'
import type { ReportName } from '../values/report-name.ts'

/** What AWS calls the file (the document's “crawler.yml”, trap 8). */
export const CRAWLER_FILE = 'crawler-cfn.yml'

/** Where AWS puts the crawler file in the bucket (004, step 2.1). */
export function crawlerFileKey(prefix: Prefix, report: ReportName): string {
  return `${reportFolder(prefix, report)}/${CRAWLER_FILE}`
}

/** The folder of a report, without a slash at its end; an empty prefix leaves the report alone. */
export function reportFolder(prefix: Prefix, report: ReportName): string {
  return prefix === '' ? report : `${prefix}/${report}`
}

/** The Glue crawler that the stack makes (004, step 2.11). */
export function crawlerNameOf(report: ReportName): string {
  return `AWSCURCrawler-${report}`
}

/**
 * The Athena database that the stack makes: `athenacurcfn_` and the report's name with an underscore before a capital that
 * follows a letter or digit, in lower case, everything else an underscore. `WorkshopCUR` gives `athenacurcfn_workshop_c_u_r`.
 */
export function databaseNameOf(report: ReportName): string {
  const words = report.replace(/(?<=[A-Za-z0-9])(?=[A-Z])/g, '_')
  return `athenacurcfn_${words.toLowerCase().replace(/[^a-z0-9]/g, '_')}`
}
