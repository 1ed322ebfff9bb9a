import { CRAWLER_FILE } from '../crawler-template/names.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Submission, SubmissionItems } from '../records/submission.ts'

/** Version of the shape of submission.json. A change of its keys is a new version. */
export const SUBMISSION_SCHEMA = 1

/**
 * Name of a bundle: `<date>_<customer-slug>_<management-account>_<case>`, where the date is the UTC day on which
 * the attempt was created. Safe on Windows, macOS and Linux.
 */
export function bundleName(c: Case, submission: Pick<Submission, 'createdAt'>): string {
  const day = submission.createdAt.slice(0, 10)
  return `${day}_${slug(c.customer.name)}_${c.customer.managementAccountId}_C-${c.record.number}`
}

/** Latin letters without marks, digits and hyphens; other scripts fall back to `customer`. At most 40 characters. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return plain || 'customer'
}

/**
 * submission.json: the seven items for a program to read. No machine identifiers and no time of export,
 * so that the same attempt gives the same bytes anywhere.
 */
export function submissionJson(
  c: Case,
  submission: Pick<Submission, 'attempt' | 'createdAt'>,
  items: SubmissionItems,
): string {
  const json = {
    schema: SUBMISSION_SCHEMA,
    case: `C-${c.record.number}`,
    attempt: submission.attempt,
    date: submission.createdAt.slice(0, 10),
    customer: c.customer.name,
    items: {
      crawlerFile: { name: CRAWLER_FILE, sha256: items.crawlerFile.sha256, size: items.crawlerFile.size },
      mspAccountId: items.mspAccountId,
      managementAccountId: items.managementAccountId,
      bucket: items.bucket,
      stackName: items.stackName,
      prefix: items.prefix,
      orgIds: items.orgIds,
    },
    report: { name: c.payer.reportName, region: c.payer.region, billingAccountId: c.payer.accountId },
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

/** SHA256SUMS as `sha256sum -c` reads it: two spaces, names sorted. */
export function sha256Sums(files: readonly { readonly name: string; readonly sha256: string }[]): string {
  return [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((f) => `${f.sha256}  ${f.name}\n`)
    .join('')
}

/** Which of the seven items differ between what was exported and what the case says now. */
export function changedItems(exported: SubmissionItems, now: SubmissionItems): readonly (keyof SubmissionItems)[] {
  const fields = ['mspAccountId', 'managementAccountId', 'bucket', 'stackName', 'prefix'] as const
  const changed: (keyof SubmissionItems)[] = fields.filter((f) => exported[f] !== now[f])
  if (exported.crawlerFile.sha256 !== now.crawlerFile.sha256) changed.unshift('crawlerFile')
  if (exported.orgIds.join() !== now.orgIds.join()) changed.push('orgIds')
  return changed
}
