import { z } from 'zod'
import { Id, InstantText, LongText, ShortText } from './base.ts'
import { FindingRecord } from './check.ts'

export const Recipient = z.strictObject({
  kind: z.enum(['sales', 'support']),
  name: ShortText,
  email: ShortText,
})
export type Recipient = z.infer<typeof Recipient>

/** The seven items Spot asks for (004, step 2.3). */
export const SubmissionItems = z.strictObject({
  crawlerFile: z.strictObject({ attachmentId: Id, sha256: z.string().length(64), size: z.int().min(1) }),
  mspAccountId: z.string().regex(/^\d{12}$/),
  managementAccountId: z.string().regex(/^\d{12}$/),
  bucket: z.string().min(3).max(63),
  stackName: z.string().min(1).max(128),
  prefix: z.string().max(256),
  orgIds: z.array(z.string()).min(1).max(50),
})
export type SubmissionItems = z.infer<typeof SubmissionItems>

export const ExportedFile = z.strictObject({
  name: z.string().max(300),
  sha256: z.string().length(64),
  size: z.int().min(0),
})
export type ExportedFile = z.infer<typeof ExportedFile>

export const SubmissionState = z.enum(['draft', 'exported', 'sent', 'answered', 'returned', 'withdrawn'])
export type SubmissionState = z.infer<typeof SubmissionState>

/** What an export wrote, word for word: the same attempt gives the same bytes, whatever is changed or renamed later. */
export const Written = z.strictObject({
  /** Sender of the draft; null where no address is known. */
  from: z.strictObject({ name: ShortText, email: ShortText }).nullable(),
  subject: z.string().max(1_000),
  text: LongText,
  /** submission.json */
  json: LongText,
})
export type Written = z.infer<typeof Written>

/** Something Spot said about an attempt, pasted or dropped. */
export const Reply = z.strictObject({
  at: InstantText,
  by: ShortText,
  text: LongText,
  /** The dropped file, kept with the case; null for pasted text. */
  attachmentId: Id.nullable(),
})
export type Reply = z.infer<typeof Reply>

/** One attempt to hand the seven items to Spot. Attempts are never overwritten; a returned one is followed by a new one. */
export const Submission = z.strictObject({
  id: Id,
  caseId: Id,
  attempt: z.int().min(1),
  state: SubmissionState,
  /** The day of this instant, in UTC, names the bundle: the same attempt gives the same bytes whenever it is exported. */
  createdAt: InstantText,
  recipient: Recipient,
  /** What went out, frozen at export; null while nothing has been exported. */
  items: SubmissionItems.nullable(),
  /** Warnings that stood at export, kept as part of the record. */
  warnings: z.array(FindingRecord).max(100),
  exported: z
    .strictObject({
      at: InstantText,
      by: ShortText,
      format: z.enum(['folder', 'zip', 'eml']),
      name: z.string().max(300),
      files: z.array(ExportedFile).max(20),
    })
    .nullable(),
  sent: z.strictObject({ at: InstantText, by: ShortText, via: ShortText }).nullable(),
  answered: z.strictObject({ at: InstantText, by: ShortText, link: z.string().max(8_000) }).nullable(),
  /** Returned by Spot or withdrawn by us: when and why. */
  closed: z.strictObject({ at: InstantText, by: ShortText, reason: LongText }).nullable(),
  /** Spot's number for it. */
  ticket: ShortText,
  /** Null for an attempt that was never exported. */
  written: Written.nullable().default(null),
  /** Oldest first. */
  replies: z.array(Reply).max(200).default([]),
})
export type Submission = z.infer<typeof Submission>
