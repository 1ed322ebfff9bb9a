import { z } from 'zod'
import { Id, InstantText, LongText, ShortText } from './base.ts'

/** A wait as it happened: pure events. Its state is derived from them and from now, never stored. */
export const Wait = z.strictObject({
  id: Id,
  caseId: Id,
  /** Which wait of the procedure: `report-delivery`, `spot-link`… */
  definition: ShortText,
  /** The instant from which the hours run: what happened, not when it was typed in. */
  anchorAt: InstantText,
  expectedHours: z.number().min(0).max(10_000),
  graceHours: z.number().min(0).max(10_000),
  /** When the app's clock recorded it; a later “now” before this instant makes the clock suspect. */
  recordedAt: InstantText,
  /** IANA zone in which the operator read the anchor, for the sentence that explains the due time. */
  zone: ShortText,
  startedBy: ShortText,
  paused: z.strictObject({ at: InstantText, reason: LongText }).nullable(),
  /** Milliseconds spent paused and ended; they move the due time. */
  pausedMillis: z.int().min(0),
  metAt: InstantText.nullable(),
  cancelled: z.strictObject({ at: InstantText, reason: LongText }).nullable(),
  submissionId: Id.nullable(),
})
export type Wait = z.infer<typeof Wait>
