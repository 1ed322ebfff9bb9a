import { z } from 'zod'
import { Id, InstantText, ShortText } from './base.ts'

export const AttachmentKind = z.enum(['crawler-file', 'evidence'])
export type AttachmentKind = z.infer<typeof AttachmentKind>

/** A file kept with the case. Its bytes lie in the attachments folder under their SHA-256. */
export const Attachment = z.strictObject({
  id: Id,
  caseId: Id,
  /** Set for what belongs to the payer and serves its further customers: the crawler file. */
  payerId: Id.nullable(),
  kind: AttachmentKind,
  name: z.string().min(1).max(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0),
  /** Where it came from: `s3://bucket/key` or the name of the file that was taken. */
  origin: z.string().max(2_000),
  /** When AWS last wrote the object, where it came from S3. */
  modifiedAt: InstantText.nullable(),
  addedAt: InstantText,
  addedBy: ShortText,
})
export type Attachment = z.infer<typeof Attachment>
