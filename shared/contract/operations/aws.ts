import { z } from 'zod'
import { Id, InstantText, ShortText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'

/** What a round of checks found out about one case; the worst of it first. */
const RoundRow = z.strictObject({
  caseId: Id,
  ref: ShortText,
  customer: ShortText,
  /** `refused`: it could not be looked at, and the message says why. */
  outcome: z.enum(['pass', 'warn', 'fail', 'unknown', 'no-access', 'refused']),
  message: z.string(),
  remedy: z.string(),
})
export type RoundRow = z.infer<typeof RoundRow>

export const RoundView = z.strictObject({
  state: z.enum(['none', 'running', 'cancelling', 'done', 'cancelled']),
  startedAt: InstantText.nullable(),
  endedAt: InstantText.nullable(),
  /** Cases that are gone through; those without anything to look at now leave no row. */
  total: z.int(),
  checked: z.int(),
  /** In the order in which they came in. */
  rows: z.array(RoundRow),
})
export type RoundView = z.infer<typeof RoundView>

export const WatchView = z.strictObject({
  /** `off`: this host does not watch. */
  state: z.enum(['off', 'watching', 'paused']),
  lookedAt: InstantText.nullable(),
  /** What came to pass while the app was watching, newest first. */
  news: z.array(z.strictObject({ at: InstantText, caseId: Id, ref: ShortText, customer: ShortText, text: z.string() })),
})
export type WatchView = z.infer<typeof WatchView>

export const awsOperations = {
  /** The least that the checks of a payer need, as IAM policy to paste. */
  'aws.read-policy': query(
    /** Record ID or 12-digit account. */
    z.strictObject({ payer: ShortText }),
    z.strictObject({ accountId: ShortText, policy: z.string() }),
  ),
  /** Begins a round of checks over all cases that have something to look at, or over those named; answers at once. */
  'checks.run': command(z.strictObject({ cases: z.array(ShortText).max(10_000).optional() }), RoundView),
  /** How the round stands. With `after`, answers once more cases than that have been gone through, or when it is over. */
  'checks.progress': query(z.strictObject({ after: z.int().min(0).max(1_000_000).optional() }), RoundView),
  /** Takes no further case; those being looked at are filed. */
  'checks.cancel': command(z.strictObject({}), RoundView),
  'watch.state': query(z.strictObject({}), WatchView),
  /** Pauses the looking in the background, or lets it go on. */
  'watch.pause': command(z.strictObject({ paused: z.boolean() }), WatchView),
}
