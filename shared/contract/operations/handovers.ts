import { z } from 'zod'
import { InstantText, ShortText } from '../../domain/records/base.ts'
import { FindingView } from '../finding-view.ts'
import { MadeFile, Target } from '../made-file.ts'
import { command, query } from '../operation.ts'
import { Selection } from './exports.ts'
import { JobId } from './jobs.ts'

/** A file of up to 24 MB as base64: as much as one operation carries. */
const Base64 = z.string().max(33_000_000)
const Side = z.enum(['ours', 'theirs'])
/** When somebody last changed a record on one side, and who; null where nothing is on the record of it. */
const LastTouch = z.strictObject({ at: InstantText, atText: ShortText, who: ShortText }).nullable()
const Outcome = z.enum(['new', 'changed', 'same'])

export const HandoverReport = z.strictObject({
  applied: z.boolean(),
  /** Place of the change in the sequence, by which it is taken back; null where nothing was changed. */
  sequence: z.int().nullable(),
  /** Whose workspace it comes from. */
  company: z.string(),
  /** As the handover calls them, and as they are called here. */
  cases: z.array(z.strictObject({ ref: z.string(), as: z.string(), customer: z.string(), what: Outcome })),
  customers: z.array(z.strictObject({ name: z.string(), what: Outcome })),
  payers: z.array(z.strictObject({ account: z.string(), what: Outcome })),
  /** Values that both sides have, each its own. */
  conflicts: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['payer', 'customer', 'case', 'step', 'wait', 'submission']),
      of: z.string(),
      field: z.string(),
      /** The field in words: “Spot Org IDs”. */
      title: z.string(),
      ours: z.string(),
      theirs: z.string(),
      oursLast: LastTouch,
      theirsLast: LastTouch,
      newer: Side.nullable(),
    }),
  ),
  findings: z.array(FindingView),
})
export type HandoverReport = z.infer<typeof HandoverReport>

export const handoverOperations = {
  /**
   * Cases with all that belongs to them, for a colleague's workspace: data, files, activity, hashes. Without cases and
   * query it is the whole workspace.
   */
  'handover.export': command(z.strictObject({ ...Selection, out: Target.optional(), job: JobId.optional() }), MadeFile),
  /** Reads a handover and says what taking it over would do, conflict by conflict. Changes nothing. */
  'handover.plan': query(z.strictObject({ name: ShortText.optional(), base64: Base64 }), HandoverReport),
  /** Takes a handover over, all of it or nothing. Every conflict has to be chosen in, or `others` for the rest. */
  'handover.take': command(
    z.strictObject({
      name: ShortText.optional(),
      base64: Base64,
      /** By conflict ID. */
      choices: z.record(z.string().max(500), Side).optional(),
      others: Side.optional(),
    }),
    HandoverReport,
  ),
}
