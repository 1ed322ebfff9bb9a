import type { SubmissionItems } from '../domain/records/submission.ts'
import { factTexts } from './facts.ts'

/** What each of the seven items is called (004, step 2.3). */
export const itemLabels: Readonly<Record<keyof SubmissionItems, string>> = {
  crawlerFile: 'The crawler file',
  mspAccountId: factTexts.mspAccountId.label,
  managementAccountId: factTexts.managementAccountId.label,
  bucket: factTexts.bucket.label,
  stackName: factTexts.crawlerStackName.label,
  prefix: factTexts.prefix.label,
  orgIds: factTexts.orgIds.label,
}
