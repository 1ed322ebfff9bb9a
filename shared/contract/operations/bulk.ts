import { z } from 'zod'
import { ShortText, Tags } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'
import { Selection } from './exports.ts'

const BulkEdit = z.strictObject({
  ...Selection,
  /** What is not named stays as it is in each case. */
  set: z.strictObject({ owner: ShortText.optional(), addTags: Tags.optional(), removeTags: Tags.optional() }),
})

export const bulkOperations = {
  /** What an edit of many cases would change. Changes nothing. */
  'case.bulk-preview': query(
    BulkEdit,
    z.strictObject({
      total: z.int(),
      /** Cases that would be other than they are. */
      changes: z.int(),
      /** The first of them. */
      rows: z.array(z.strictObject({ ref: ShortText, customer: ShortText, before: z.string(), after: z.string() })),
    }),
  ),
  /** Edits them as one change: all or none, and one undo takes it back. */
  'case.bulk': command(
    BulkEdit,
    z.strictObject({
      total: z.int(),
      changed: z.int(),
      /** Names the change to `undo.change`; null where nothing was other than it should be. */
      sequence: z.int().nullable(),
    }),
  ),
}
