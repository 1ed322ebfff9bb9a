import { crawlerFileOf, factsOf } from '../case/facts-of.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Settings } from '../records/settings.ts'
import type { SubmissionItems } from '../records/submission.ts'

/** The seven items as the case has them now (004, step 2.3); null while one of them is missing. Judges none of them. */
export function itemsOf(c: Case, settings: Pick<Settings, 'mspAccountId'>): SubmissionItems | null {
  const facts = factsOf(c, settings)
  const file = crawlerFileOf(c)
  const { bucket, crawlerStackName: stackName, prefix } = facts
  if (!file || !bucket || !stackName || prefix === null || c.customer.orgIds.length === 0) return null
  return {
    crawlerFile: { attachmentId: file.id, sha256: file.sha256, size: file.size },
    mspAccountId: settings.mspAccountId,
    managementAccountId: c.customer.managementAccountId,
    bucket,
    stackName,
    prefix,
    orgIds: [...c.customer.orgIds],
  }
}
