import { type Finding, finding } from '../finding.ts'
import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { AccountId } from './account-id.ts'
import { isRegion } from './region.ts'
import { shown, tidy } from './typed-text.ts'

/** The name of a general purpose S3 bucket, unique across its partition. */
export type Bucket = string

const RESERVED_PREFIXES = ['xn--', 'sthree-', 'amzn-s3-demo-'] as const
const RESERVED_SUFFIXES = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'] as const

/**
 * The bucket name to offer for a payer (trap 2): the document's own `spotinst-cur-report` is taken, S3 names being
 * unique across the partition; the account ID makes it unique and tells whose it is.
 */
export function suggestBucket(account: AccountId): Bucket {
  return `spotinst-cur-report-${account}`
}

/** The bucket name to offer for Billing Engine's own report, which wants a bucket for itself (002, configure S3 bucket). */
export function suggestBillingBucket(account: AccountId): Bucket {
  return `spot-billing-engine-${account}`
}

/**
 * Reads a bucket name by the rules of S3 (004, step 1.4.1). Takes the name out of `s3://…` and `arn:…:s3:::…` and says
 * so. Refuses with one code for each rule; warns of dots, mentions account-regional names.
 */
export function parseBucket(text: string): Parsed<Bucket> {
  const typed = tidy(text)
  const address = /^(?:s3:\/\/|arn:[a-z-]+:s3:::)([^/]*)/.exec(typed)
  const name = address?.[1] ?? typed
  const refusal = refuseBucket(name)
  if (refusal) return notParsed(refusal)
  const taken = address ? [finding('info', 'bucket.from-address', { text: shown(typed), bucket: name })] : []
  return parsed(name, [...taken, ...noticedAbout(name)])
}

/** Why S3 does not accept a bucket name, by the first rule it breaks; null where it does. */
export function refuseBucket(name: string): Refusal | null {
  if (name === '') return refuse('bucket.missing', {})
  const bucket = shown(name)
  if (name.length < 3) return refuse('bucket.too-short', { bucket })
  if (name.length > 63) return refuse('bucket.too-long', { bucket, length: name.length })
  if (/^[A-Za-z0-9.-]+$/.test(name) && /[A-Z]/.test(name)) {
    return refuse('bucket.upper-case', { bucket, lower: name.toLowerCase() })
  }
  const illegal = /[^a-z0-9.-]/u.exec(name)?.[0]
  if (illegal !== undefined) return refuse('bucket.illegal-character', { bucket, character: shown(illegal) })
  if (!/^[a-z0-9]/.test(name) || !/[a-z0-9]$/.test(name)) return refuse('bucket.bad-end', { bucket })
  if (name.includes('..')) return refuse('bucket.double-dot', { bucket })
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)) return refuse('bucket.ip-address', { bucket })
  const prefix = RESERVED_PREFIXES.find((reserved) => name.startsWith(reserved))
  if (prefix !== undefined) return refuse('bucket.reserved-prefix', { bucket, prefix })
  const suffix = RESERVED_SUFFIXES.find((reserved) => name.endsWith(reserved))
  if (suffix !== undefined) return refuse('bucket.reserved-suffix', { bucket, suffix })
  return null
}

function noticedAbout(name: Bucket): readonly Finding[] {
  const findings: Finding[] = []
  if (name.includes('.')) findings.push(finding('warning', 'bucket.dots', { bucket: name }))
  if (name.endsWith('-an')) {
    const owner = accountRegionalOwner(name)
    findings.push(
      owner === null
        ? finding('warning', 'bucket.account-regional-form', { bucket: name })
        : finding('info', 'bucket.account-regional', { bucket: name, ...owner }),
    )
  }
  return findings
}

/** Who alone may create an account-regional bucket, `<prefix>-<account>-<region>-an`; null for every other name. */
export function accountRegionalOwner(name: Bucket): { readonly account: AccountId; readonly region: string } | null {
  const [, account, region] = /^[a-z0-9.-]+-(\d{12})-([a-z]{2}-[a-z-]+-\d{1,2})-an$/.exec(name) ?? []
  return account !== undefined && region !== undefined && isRegion(region) ? { account, region } : null
}
