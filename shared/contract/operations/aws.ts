import { z } from 'zod'
import { Id, InstantText, ShortText } from '../../domain/records/base.ts'
import { CheckOutcome, Identity } from '../../domain/records/check.ts'
import { FindingView } from '../finding-view.ts'
import { command, query } from '../operation.ts'
import { CheckView } from '../views.ts'

/** How a case of a round came out. `refused`: it could not be looked at. */
const RoundOutcome = z.enum(['pass', 'warn', 'fail', 'unknown', 'no-access', 'refused'])

/** What a round of checks found out about one case; the worst of it first. */
const RoundRow = z.strictObject({
  caseId: Id,
  ref: ShortText,
  customer: ShortText,
  outcome: RoundOutcome,
  /** Of a refused one why that is. */
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

const NewsView = z.strictObject({
  at: InstantText,
  caseId: Id,
  ref: ShortText,
  customer: ShortText,
  /** Something ended as it should; else something turned bad. */
  good: z.boolean(),
  text: z.string(),
  /** Where it is seen; null where the procedure has no such step. */
  step: ShortText.nullable(),
})
export type NewsView = z.infer<typeof NewsView>

export const WatchView = z.strictObject({
  /** `off`: this host does not watch. */
  state: z.enum(['off', 'watching', 'paused']),
  lookedAt: InstantText.nullable(),
  /** What came to pass while the app was watching, newest first; kept when it is closed. */
  news: z.array(NewsView),
  /** Payers that are looked at, the next first. */
  accounts: z.array(
    z.strictObject({
      accountId: ShortText,
      nextAt: InstantText,
      /** `making`: a stack is being made; `backing-off`: the last look failed, and the next comes later for it. */
      pace: z.enum(['steady', 'making', 'backing-off']),
      /** Milliseconds between two looks. */
      everyMs: z.number(),
    }),
  ),
})
export type WatchView = z.infer<typeof WatchView>

/** What one check last showed of one case. */
const CheckedView = CheckView.extend({
  caseId: Id,
  ref: ShortText,
  customer: ShortText,
  accountId: ShortText,
  /** The step that it belongs to; null where the procedure has none. */
  step: ShortText.nullable(),
  stepTitle: ShortText.nullable(),
})
export type CheckedView = z.infer<typeof CheckedView>

export const CheckListView = z.strictObject({
  /** By verdict, the worst first; those without a result are left out. */
  groups: z.array(
    z.strictObject({
      outcome: CheckOutcome,
      /** Newest first. */
      rows: z.array(CheckedView),
      /** There are more than these. */
      more: z.boolean(),
    }),
  ),
  /** False: no payer names a profile, so there is nothing to look with. */
  lookable: z.boolean(),
})
export type CheckListView = z.infer<typeof CheckListView>

/** Who a profile is, asked of AWS now. */
export const IdentityReport = z.strictObject({
  profile: ShortText,
  expected: ShortText,
  /** `right`: the account of the payer; `wrong`: another one; `unknown`: AWS did not say. */
  verdict: z.enum(['right', 'wrong', 'unknown']),
  identity: Identity.nullable(),
  /** What the account is to its organization; null where that could not be seen. */
  role: z.enum(['management', 'member', 'standalone']).nullable(),
  /** Addresses that somebody has set in the place of AWS's own. */
  overrides: z.array(z.strictObject({ service: ShortText, address: z.string() })),
  findings: z.array(FindingView),
})
export type IdentityReport = z.infer<typeof IdentityReport>

/** What an action has done so far. */
export const ActionProgress = z.strictObject({
  running: z.boolean(),
  lines: z.array(z.strictObject({ at: InstantText, text: z.string(), requestId: z.string().nullable() })),
})
export type ActionProgress = z.infer<typeof ActionProgress>

/** A stack's last operation as CloudFormation tells it. */
export const StackProgress = z.strictObject({
  name: ShortText,
  status: ShortText,
  done: z.int(),
  total: z.int(),
  /** Nothing more will come by itself. */
  settled: z.boolean(),
  /** Newest first. */
  events: z.array(
    z.strictObject({
      at: z.string(),
      resource: z.string(),
      type: z.string(),
      status: ShortText,
      reason: z.string(),
    }),
  ),
})
export type StackProgress = z.infer<typeof StackProgress>

export const awsOperations = {
  /** The least that the checks of a payer need, as IAM policy to paste. */
  'aws.read-policy': query(
    /** Record ID or 12-digit account. */
    z.strictObject({ payer: ShortText }),
    z.strictObject({ accountId: ShortText, policy: z.string() }),
  ),
  /** Who a payer's profile is, or who another profile would be; writes nothing. */
  'aws.identity': query(
    /** Record ID or 12-digit account; without a profile, the payer's own. */
    z.strictObject({ payer: ShortText, profile: ShortText.nullable().optional() }),
    IdentityReport,
  ),
  /** How the action under way on a case stands. With `after`, answers once there are more lines than that, or it is over. */
  'action.progress': query(
    z.strictObject({ case: z.string().max(64), after: z.int().min(0).max(10_000).optional() }),
    ActionProgress,
  ),
  /** The stack that a case's step makes, as it stands now, with its events. */
  'stack.progress': query(
    z.strictObject({ case: z.string().max(64), stack: z.enum(['crawler', 'extractor']) }),
    StackProgress,
  ),
  /** What the checks last showed, over all cases. */
  'checks.list': query(z.strictObject({}), CheckListView),
  /** Begins a round of checks over all cases that have something to look at, or over those named; answers at once. */
  'checks.run': command(z.strictObject({ cases: z.array(ShortText).max(10_000).optional() }), RoundView),
  /**
   * How the round stands. With `after`, answers once more cases than that have been gone through, or when it is over.
   * With `outcome`, only the rows that came out like this: of many thousand cases all of them are much to ask for again and again.
   */
  'checks.progress': query(
    z.strictObject({ after: z.int().min(0).max(1_000_000).optional(), outcome: RoundOutcome.optional() }),
    RoundView,
  ),
  /** Takes no further case; those being looked at are filed. */
  'checks.cancel': command(z.strictObject({}), RoundView),
  'watch.state': query(z.strictObject({}), WatchView),
  /** Pauses the looking in the background, or lets it go on. */
  'watch.pause': command(z.strictObject({ paused: z.boolean() }), WatchView),
}
