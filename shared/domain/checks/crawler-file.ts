import type { ObjectFacts } from '../aws-facts.ts'
import type { ExpectedReport, TemplateReport } from '../crawler-template/validate.ts'
import { type Finding, finding } from '../finding.ts'
import { toMillis } from '../instant.ts'
import { line, type Verdict } from './verdict.ts'

/** The copy that the case stands on. `same`: byte for byte what the bucket has; null where that was not compared. */
export interface AttachedCopy {
  readonly size: number
  readonly modifiedAt: string | null
  readonly same?: boolean | null
}

/** The crawler file as the bucket has it, against its expected key and the copy that is attached. */
export function checkCrawlerObject(object: ObjectFacts, key: string, attached: AttachedCopy | null): Verdict {
  const lines = [line('Key', key, object.key, object.key === key ? 'pass' : 'warn')]
  const findings: Finding[] = []
  const compared = attached?.same ?? null
  if (compared !== null) {
    lines.push(
      line('Attached copy', 'the same file', compared ? 'the same file' : 'another', compared ? 'pass' : 'warn'),
    )
  }
  if (attached && compared === false && !attached.modifiedAt) {
    findings.push(finding('warning', 'crawler-file.differs', {}))
  }
  if (
    compared !== true &&
    attached?.modifiedAt &&
    object.modifiedAt &&
    toMillis(object.modifiedAt) > toMillis(attached.modifiedAt)
  ) {
    findings.push(finding('warning', 'crawler-file.newer', { file: object.modifiedAt, attached: attached.modifiedAt }))
  }
  if (object.modifiedAt) lines.push(line('Written by AWS', 'a date', object.modifiedAt, 'pass'))
  return { lines, findings }
}

/** What the file in the bucket says of itself, against the case: the right kind of file, of this very report. */
export function checkCrawlerFileContent(report: TemplateReport, expected: ExpectedReport): Verdict {
  const said = (value: string | null) => value ?? 'not said'
  return {
    lines: [
      line('Names the bucket', expected.bucket ?? '', said(report.bucket)),
      line('Names the prefix', expected.prefix ?? '', said(report.prefix)),
      line('Names the report', expected.report ?? '', said(report.report)),
      line('Runtimes', 'none retired', report.runtimes.join(', ') || 'none', isRetired(report) ? 'warn' : 'pass'),
    ],
    findings: report.findings,
  }
}

function isRetired({ findings }: TemplateReport): boolean {
  return findings.some(({ code }) => code === 'crawler-template.runtime-retired')
}
