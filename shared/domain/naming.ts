import type { Naming } from './records/settings.ts'
import { type Decided, onField, refuse } from './refusal.ts'
import { parseBucket, suggestBucket } from './values/bucket.ts'
import { DEFAULT_PREFIX, parsePrefix } from './values/prefix.ts'
import { DEFAULT_REPORT_NAME, parseReportName } from './values/report-name.ts'
import { DEFAULT_STACK_NAME, EXTRACTOR_STACK_NAME, parseStackName } from './values/stack-name.ts'

/** Stands in a bucket's name for the payer's account: S3 names are unique across the partition (trap 2). */
export const ACCOUNT_MARK = '{account}'
/** An account to try a pattern on. */
const SOME_ACCOUNT = '111122223333'

/** The MSP's own naming defaults, each as it was typed; what is not there is the documents' (004, steps 1.3 to 3.3). */
export type Names = Readonly<Record<keyof Naming, string>>

/** What a payer of this account, and a case on it, are called unless somebody says otherwise. @param account may be empty */
export function namesFor(naming: Naming, account: string): Names {
  const bucket = naming.bucket?.replaceAll(ACCOUNT_MARK, account) ?? suggestBucket(account)
  return {
    reportName: naming.reportName ?? DEFAULT_REPORT_NAME,
    bucket: account === '' ? '' : bucket,
    prefix: naming.prefix ?? DEFAULT_PREFIX,
    crawlerStackName: naming.crawlerStackName ?? DEFAULT_STACK_NAME,
    extractorStackName: naming.extractorStackName ?? EXTRACTOR_STACK_NAME,
  }
}

const READERS = {
  reportName: parseReportName,
  bucket: parseBucket,
  prefix: (text: string) => parsePrefix(text),
  crawlerStackName: parseStackName,
  extractorStackName: parseStackName,
} as const satisfies Record<keyof Naming, unknown>

/** Naming defaults as typed: each read as a case would read it, and what is blank left to the documents. */
export function readNaming(typed: Naming): Decided<Naming> {
  let naming: Naming = {}
  for (const name of Object.keys(READERS) as (keyof Naming)[]) {
    const text = typed[name]?.trim() ?? ''
    if (text === '') continue
    if (name === 'bucket' && !text.includes(ACCOUNT_MARK)) {
      return refuse('naming.bucket-for-all', { bucket: text }, `naming.${name}`)
    }
    const read = READERS[name](text.replaceAll(ACCOUNT_MARK, SOME_ACCOUNT))
    if (!read.ok) return onField(read.refusal, `naming.${name}`)
    naming = { ...naming, [name]: name === 'bucket' ? read.value.replaceAll(SOME_ACCOUNT, ACCOUNT_MARK) : read.value }
  }
  return naming
}
