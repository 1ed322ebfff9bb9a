import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { shown, tidy } from './typed-text.ts'

/** The name of a legacy Cost and Usage Report. */
export type ReportName = string

/** The name the documents give the report (004, step 1.3.1); the bucket need not be called the same (trap 2). */
export const DEFAULT_REPORT_NAME: ReportName = 'spotinst-cur-report'

/** A name for Billing Engine's own report: the document leaves it open, but it cannot be the other's (trap 15). */
export const BILLING_REPORT_NAME: ReportName = 'spot-billing-engine'

/** Reads a report name by the rule of the CUR API: `[0-9A-Za-z!\-_.*'()]+`, at most 256 characters. */
export function parseReportName(text: string): Parsed<ReportName> {
  const name = tidy(text)
  if (name === '') return notParsed(refuse('report-name.missing', { usual: DEFAULT_REPORT_NAME }))
  const illegal = /[^0-9A-Za-z!\-_.*'()]/u.exec(name)?.[0]
  if (illegal !== undefined) {
    const suggestion = suggestReportName(name)
    return notParsed(refuse('report-name.illegal', { text: shown(name), character: shown(illegal), suggestion }))
  }
  if (name.length > 256) return notParsed(refuse('report-name.too-long', { text: shown(name), length: name.length }))
  // “.” and “..” pass the pattern, but no browser and few tools can address what lies under such a folder.
  if (/^\.+$/.test(name)) return notParsed(refuse('report-name.only-dots', { text: shown(name) }))
  return parsed(name)
}

/** A report name made from what was typed, illegal characters to hyphens. */
function suggestReportName(name: string): ReportName {
  const cleaned = name
    .replace(/[^0-9A-Za-z!\-_.*'()]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 256)
  return /[0-9A-Za-z]/.test(cleaned) ? cleaned : DEFAULT_REPORT_NAME
}
