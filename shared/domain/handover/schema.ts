import { z } from 'zod'
import { NewActivity } from '../records/activity.ts'
import { Attachment } from '../records/attachment.ts'
import { ShortText } from '../records/base.ts'
import { CaseRecord, StepRecord } from '../records/case.ts'
import { CheckRecord } from '../records/check.ts'
import { Customer } from '../records/customer.ts'
import { Payer } from '../records/payer.ts'
import { Submission } from '../records/submission.ts'
import { Wait } from '../records/wait.ts'

/** Version of the handover's shape. A change of what it holds is a new version, which older apps refuse. */
export const HANDOVER_SCHEMA = 1
export const HANDOVER_KIND = 'msp-casebook.handover'

/** More cases than one file of the size that can be imported holds. */
const MOST = 20_000

/** What the file holds, with the hash of each part. Read before anything else is. */
export const Manifest = z.strictObject({
  schema: z.literal(HANDOVER_SCHEMA),
  kind: z.literal(HANDOVER_KIND),
  /** A practice workspace's cases are nobody's: they go into practice workspaces only. */
  workspace: z.enum(['real', 'practice']),
  company: ShortText,
  mspAccountId: z.string().regex(/^\d{12}$/),
  files: z
    .array(
      z.strictObject({ name: z.string().max(100), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(0) }),
    )
    .max(MOST * 5),
})
export type Manifest = z.infer<typeof Manifest>

/** Records as they are, without what each workspace counts and derives for itself. */
export const HandedCustomer = Customer.omit({ revision: true })
export type HandedCustomer = z.infer<typeof HandedCustomer>
export const HandedPayer = Payer.omit({ revision: true })
export type HandedPayer = z.infer<typeof HandedPayer>

export const HandedCase = z.strictObject({
  record: CaseRecord.omit({ revision: true, summary: true }),
  steps: z.array(StepRecord.omit({ caseId: true })).max(500),
  waits: z.array(Wait.omit({ caseId: true })).max(2_000),
  submissions: z.array(Submission.omit({ caseId: true })).max(500),
  attachments: z.array(Attachment.omit({ caseId: true })).max(2_000),
  checks: z.array(CheckRecord.omit({ caseId: true })).max(100),
})
export type HandedCase = z.infer<typeof HandedCase>

export const HandoverData = z.strictObject({
  payers: z.array(HandedPayer).max(MOST),
  customers: z.array(HandedCustomer).max(MOST),
  cases: z.array(HandedCase).max(MOST),
})
export type HandoverData = z.infer<typeof HandoverData>

/** Oldest first. */
export const HandoverActivity = z.array(NewActivity).max(1_000_000)

/** A handover as it was read, every part in its form. */
export interface Handover {
  readonly manifest: Manifest
  readonly data: HandoverData
  readonly activity: readonly NewActivity[]
}
