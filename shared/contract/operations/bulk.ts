import { z } from 'zod'
import { InstantText, LongText, ShortText, Tags } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'
import { Selection } from './exports.ts'
import { JobId } from './jobs.ts'

const BulkEdit = z.strictObject({
  ...Selection,
  /** What is not named stays as it is in each case. */
  set: z
    .strictObject({
      owner: ShortText.optional(),
      addTags: Tags.optional(),
      removeTags: Tags.optional(),
      state: z.strictObject({ to: z.enum(['hold', 'resume']), reason: LongText.optional() }).optional(),
      /** Their exported submissions left the house; `at`: when, where that is not now. */
      sent: z.strictObject({ via: ShortText.optional(), at: InstantText.optional() }).optional(),
    })
    // A case that is held is not sent in the same breath.
    .refine(({ state, sent }) => state === undefined || sent === undefined),
})

const Refused = z.strictObject({ ref: ShortText, customer: ShortText, message: z.string(), remedy: z.string() })

export const bulkOperations = {
  /** What an edit of many cases would change. Changes nothing. */
  'case.bulk-preview': query(
    BulkEdit,
    z.strictObject({
      total: z.int(),
      /** Cases that were looked at for this, from the first: all of them unless they are very many. */
      looked: z.int(),
      /** Of those, the ones that would be other than they are. */
      changes: z.int(),
      /** The first of them. */
      rows: z.array(z.strictObject({ ref: ShortText, customer: ShortText, before: z.string(), after: z.string() })),
      /** Of those looked at, the ones that would be refused, and the first of them with the reason. */
      refused: z.int(),
      refusals: z.array(Refused),
    }),
  ),
  /**
   * Edits them. Those that are refused are left as they are and told; the others are one change to people: one undo
   * takes it back. Very many are written in parts, between which a job can be cancelled (`job.cancel`).
   */
  'case.bulk': command(
    BulkEdit.extend({ job: JobId.optional() }),
    z.strictObject({
      total: z.int(),
      changed: z.int(),
      refused: z.int(),
      refusals: z.array(Refused),
      isCancelled: z.boolean(),
      /** Names the change to `undo.change`; null where nothing was other than it should be. */
      sequence: z.int().nullable(),
    }),
  ),
}
