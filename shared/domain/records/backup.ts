import { z } from 'zod'
import { Id, InstantText, ShortText } from './base.ts'

/** Why a backup was made. */
export const BackupReason = z.enum(['daily', 'demand', 'before-migration', 'before-restore', 'before-bulk'])
export type BackupReason = z.infer<typeof BackupReason>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup says of itself, in its `manifest.json`. */
export const BackupManifest = z.strictObject({
  format: z.literal('msp-casebook-backup'),
  formatVersion: z.literal(1),
  createdAt: InstantText,
  reason: BackupReason,
  /** Version of the schema that the database inside has. */
  dataVersion: z.int().min(10),
  /** Null: no profile had been set up. */
  workspace: z.strictObject({ id: Id, kind: z.enum(['real', 'practice']), company: ShortText }).nullable(),
  customers: z.int().min(0),
  cases: z.int().min(0),
  /** Place and time of the last activity entry; null where there was none. */
  lastChange: z.strictObject({ sequence: z.int().min(1), at: InstantText }).nullable(),
  /** Every other file in the backup. */
  files: z.array(z.strictObject({ name: z.string().max(200), size: z.int().min(0), sha256: Sha256 })),
  /** Attachments that a case refers to and that could not be had when the backup was made. */
  missing: z.array(Sha256),
})
export type BackupManifest = z.infer<typeof BackupManifest>
