import { z } from 'zod'
import { ACTIVITY_KINDS } from '../../domain/records/activity-kind.ts'
import { InstantText, Revision, ShortText, Tags } from '../../domain/records/base.ts'
import { CaseFilter, CaseOrder } from '../../domain/records/case-filter.ts'
import { CaseChanged } from '../case-changed.ts'
import { MadeFile, Target } from '../made-file.ts'
import { command, query } from '../operation.ts'
import { ActivityView, CaseRowView, CaseView, FindingView, PlanView, TemplateReportView, WaitView } from '../views.ts'

/** Record ID or short reference: `C-42`, `42`. */
const CaseRef = z.string().min(1).max(64)
const Typed = z.string().max(20_000)
/** Bytes as base64; the bound is above any evidence a mail would carry. */
const Base64 = z.string().max(20_000_000)

export const ListQuery = CaseFilter.extend({
  order: CaseOrder.optional(),
  /** The other way round than the order has it. */
  reverse: z.boolean().optional(),
  limit: z.int().min(1).max(500).optional(),
  after: z.string().max(2_000).nullable().optional(),
  /** Rows passed over first: a jump in a long list. */
  skip: z.int().min(0).max(10_000_000).optional(),
})

export const DueRow = z.strictObject({
  case: CaseRowView,
  wait: WaitView.nullable(),
  /** The step where it is done; null where the case has none for it. */
  step: z.string().nullable(),
  /** The request to the customer whose answer is awaited; null where the row is about something else. */
  request: ShortText.nullable(),
  /** What to do and why now, ready to read. */
  todo: z.string(),
  why: z.string(),
  /** Since when it stands in its group: when the wait fell due or was overdue, or when the case was last touched. */
  since: InstantText,
  /** The same in the operator's zone. */
  sinceText: ShortText,
  /** Until when it was put off, in the operator's zone; null where it was not. */
  snoozedText: ShortText.nullable(),
  /** What can be done here and now, beside opening the case: look at AWS, tick the step, ask Spot, put it off. */
  offers: z.array(z.enum(['check', 'mark', 'chase', 'snooze'])),
})

/** The groups of Today in the order in which to go through them. */
export const TODAY_GROUPS = ['overdue', 'ready', 'todo', 'customer', 'soon', 'waiting', 'untouched'] as const
export const TodayGroup = z.enum(TODAY_GROUPS)
export type TodayGroup = z.infer<typeof TodayGroup>

export const Today = z.strictObject({
  now: InstantText,
  overdue: z.array(DueRow),
  /** Past due, not overdue: time to look. */
  ready: z.array(DueRow),
  /** Cases whose next step can be done now, and in which nothing is due. */
  todo: z.array(DueRow),
  /** Not due yet, and the customer is awaited. */
  customer: z.array(DueRow),
  soon: z.array(DueRow),
  waiting: z.array(DueRow),
  /** Cases in which nothing runs and nobody did anything for too long. */
  untouched: z.array(DueRow),
  /** How many each group has in all; its rows are the first of them. */
  totals: z.record(TodayGroup, z.int().min(0)),
})
export type Today = z.infer<typeof Today>

/** A command on a case gives the case back as it now is. `revision` guards against a second window; absent: the newest. */
const onCase = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject({ case: CaseRef, revision: Revision.optional(), ...shape })

/** The case, and what was noticed while the typed values were read: a prefix shortened, an Org ID of unusual length. */
const CaseSet = CaseView.extend({ noticed: z.array(FindingView) })

export const caseOperations = {
  'case.open': command(
    z.strictObject({
      /** Customer's record ID, management account ID or exact name. */
      customer: ShortText,
      procedure: ShortText.optional(),
      bucket: Typed.optional(),
      reportName: Typed.optional(),
      prefix: Typed.optional(),
      region: Typed.optional(),
      crawlerStackName: Typed.optional(),
      /** Answers of the intake and other facts, by fact name. */
      facts: z.record(ShortText, Typed).optional(),
      /** The change of payer facts is meant for the payer's other cases too. */
      confirmed: z.boolean().optional(),
    }),
    CaseView,
  ),
  'case.list': query(
    ListQuery,
    z.strictObject({ rows: z.array(CaseRowView), total: z.int(), after: z.string().nullable() }),
  ),
  /**
   * The board of a procedure: how many cases each of its phases has, and the first of each as they fall due. The last
   * column (phase null) are the done ones, last done first; of the others it shows the states that are asked for.
   */
  'case.board': query(
    CaseFilter.extend({ procedure: ShortText, limit: z.int().min(1).max(100) }),
    z.strictObject({
      columns: z.array(z.strictObject({ phase: z.string().nullable(), total: z.int(), rows: z.array(CaseRowView) })),
    }),
  ),
  'case.get': query(z.strictObject({ case: CaseRef }), CaseView),
  /** Facts as typed, by fact name. All or nothing. A payer's fact that touches other cases has to be confirmed. */
  'case.set': command(onCase({ facts: z.record(ShortText, Typed), confirmed: z.boolean().optional() }), CaseSet),
  'case.describe': command(
    onCase({ owner: ShortText.optional(), notes: Typed.optional(), tags: Tags.optional() }),
    CaseChanged,
  ),
  'case.state': command(
    onCase({ to: z.enum(['hold', 'resume', 'abandon', 'reopen', 'close']), reason: Typed.optional() }),
    CaseChanged,
  ),
  'case.step': command(
    onCase({
      step: ShortText,
      to: z.enum(['done', 'skip', 'block', 'reopen']),
      reason: Typed.optional(),
      evidence: Typed.optional(),
      evidenceFile: z.strictObject({ name: ShortText, base64: Base64 }).optional(),
      /** When it really happened, where that is not now: the anchor of the wait it starts. */
      at: InstantText.optional(),
    }),
    CaseChanged,
  ),
  /** Runs the checks of one step, or with no step all checks that apply. Reads from AWS, writes nothing there. */
  'case.check': command(onCase({ step: ShortText.optional() }), CaseView),
  'case.plan': query(z.strictObject({ case: CaseRef, action: ShortText }), PlanView),
  /** Runs a planned action on AWS. Refused unless the caller is the account the case expects. */
  'case.do': command(onCase({ action: ShortText, confirmed: z.literal(true) }), CaseView),
  /** Takes a crawler-cfn.yml that the operator downloaded; refused, and nothing attached, where it is not this report's. */
  'case.crawler-file': command(onCase({ name: ShortText, base64: Base64 }), CaseView),
  'template.check': query(
    z.strictObject({ base64: Base64, bucket: Typed.optional(), prefix: Typed.optional(), report: Typed.optional() }),
    TemplateReportView,
  ),
  'activity.list': query(
    z.strictObject({
      case: CaseRef.optional(),
      /** Record IDs: what happened to a customer, or to a payer, in whatever case. */
      customer: ShortText.optional(),
      payer: ShortText.optional(),
      before: z.int().nullable().optional(),
      limit: z.int().min(1).max(500).optional(),
      kind: z.enum(ACTIVITY_KINDS).optional(),
      who: ShortText.optional(),
      since: InstantText.optional(),
      /** Every word of it has to be in the sentence, or in the name of who did it. */
      text: ShortText.optional(),
    }),
    z.strictObject({
      rows: z.array(ActivityView),
      /** Where to go on; also where a text was looked for in so many entries that the rest waits for the next question. */
      before: z.int().nullable(),
      /** Everybody who is on the record of the case; empty where no case was asked for. */
      people: z.array(ShortText),
    }),
  ),
  /**
   * The record itself, oldest first, as a table to read or as JSON with every value: of one case, or of the workspace, its
   * newest 100,000 entries.
   */
  'activity.export': command(
    z.strictObject({ case: CaseRef.optional(), format: z.enum(['csv', 'json']), out: Target.optional() }),
    MadeFile,
  ),
  /** `limit`: rows of each group at most. */
  'due.list': query(
    z.strictObject({
      withinHours: z.number().min(0).max(10_000).optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    Today,
  ),
}
