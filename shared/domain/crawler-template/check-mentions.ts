import { type Finding, finding } from '../finding.ts'
import { refuseBucket } from '../values/bucket.ts'
import { shown } from '../values/typed-text.ts'
import { type Mention, mentionsOf } from './mentions.ts'
import type { TreeMap } from './tree.ts'

/** Where the report lies, as every mention in the template agrees; null where they do not. */
export interface ReportPlace {
  readonly bucket: string
  readonly prefix: string
  readonly report: string
}

/**
 * Cross-checks every mention of bucket, prefix and report. The template says each of them several times, and an edit by
 * hand changes one of them only: the odd one is named, not the many.
 */
export function checkMentions(resources: TreeMap): {
  readonly place: ReportPlace | null
  readonly findings: readonly Finding[]
} {
  const mentions = mentionsOf(resources)
  const bucket = mostFrequent(mentions.map((mention) => mention.bucket))
  const key = mostFrequent(mentions.map((mention) => mention.key))
  const findings = mentions.flatMap((mention) => disagreement(mention, bucket, key))
  if (bucket === null || key === null) return { place: null, findings }

  const split = splitKey(key)
  if (split === null) findings.push(finding('error', 'crawler-template.path-form', { path: shown(key) }))
  if (refuseBucket(bucket) !== null) {
    findings.push(finding('error', 'crawler-template.bucket-illegal', { bucket: shown(bucket) }))
  }
  return { place: split === null || findings.length > 0 ? null : { bucket, ...split }, findings }
}

/** The value said most often; of several, the one said first. */
function mostFrequent(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce<readonly [string | null, number]>(
    (most, next) => (next[1] > most[1] ? next : most),
    [null, 0],
  )[0]
}

/** `<prefix>/<report>/<report>`: the last two folders are the report, the rest, which may be empty, the prefix. */
function splitKey(key: string): { readonly prefix: string; readonly report: string } | null {
  const folders = key.split('/')
  const report = folders.at(-1)
  if (report === undefined || report === '' || folders.at(-2) !== report) return null
  return { prefix: folders.slice(0, -2).join('/'), report }
}

function disagreement(mention: Mention, bucket: string | null, key: string | null): readonly Finding[] {
  if (mention.bucket === null && mention.key === null) return [unreadable(mention)]
  const { where } = mention
  const findings: Finding[] = []
  if (mention.bucket !== null && bucket !== null && mention.bucket !== bucket) {
    const params = { where, found: shown(mention.bucket), expected: shown(bucket) }
    findings.push(finding('error', 'crawler-template.bucket-differs', params))
  }
  if (mention.key !== null && key !== null && mention.key !== key) {
    const params = { where, found: shown(mention.key), expected: shown(key) }
    findings.push(finding('error', 'crawler-template.path-differs', params))
  }
  return findings
}

function unreadable(mention: Mention): Finding {
  const text = mention.text === null ? null : shown(mention.text)
  return finding('error', 'crawler-template.mention-unreadable', { where: mention.where, text })
}
