import type { ObjectFacts } from '../aws-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { toMillis } from '../instant.ts'
import { line, type Verdict } from './verdict.ts'

/** The crawler file as the bucket has it, against its expected key and the copy that is attached. */
export function checkCrawlerObject(
  object: ObjectFacts,
  key: string,
  attached: { readonly size: number; readonly modifiedAt: string | null } | null,
): Verdict {
  const lines = [line('Key', key, object.key, object.key === key ? 'pass' : 'warn')]
  const findings: Finding[] = []
  if (attached?.modifiedAt && object.modifiedAt && toMillis(object.modifiedAt) > toMillis(attached.modifiedAt)) {
    findings.push(finding('warning', 'crawler-file.newer', { file: object.modifiedAt, attached: attached.modifiedAt }))
  }
  if (object.modifiedAt) lines.push(line('Written by AWS', 'a date', object.modifiedAt, 'pass'))
  return { lines, findings }
}
