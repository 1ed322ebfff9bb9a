import { z } from 'zod'
import { Attachment } from '../domain/records/attachment.ts'
import { Contact, Id, InstantText, Revision, ShortText, Tags } from '../domain/records/base.ts'
import { CaseState, CaseSummary } from '../domain/records/case.ts'
import { CheckLine, CheckOutcome, Identity } from '../domain/records/check.ts'
import { Partition, PayerKind } from '../domain/records/payer.ts'
import { ExportedFile, Recipient, SubmissionItems, SubmissionState } from '../domain/records/submission.ts'
import { FindingView } from './finding-view.ts'

export * from './finding-view.ts'
export * from './judgement-views.ts'

/** What a screen or a terminal prints. Sentences are ready to read; screens compute nothing of the domain. */

const Text = z.string().max(20_000)

export const WaitView = z.strictObject({
  id: Id,
  definition: ShortText,
  title: ShortText,
  state: z.enum(['waiting', 'ready', 'overdue', 'paused', 'met', 'cancelled', 'clock-suspect']),
  anchorAt: InstantText,
  dueAt: InstantText,
  overdueAt: InstantText,
  /** The same instants in the operator's zone, ready to read: “14 Nov 2026, 16:20 (Berlin)”. */
  anchorText: ShortText,
  dueText: ShortText,
  /** Milliseconds until due; negative once it has passed, null where the wait does not run. */
  remainingMs: z.number().nullable(),
  /** Share of the expected time that has passed, 0 to 1. */
  progress: z.number().min(0).max(1),
  /** “Sent 14 Nov 16:20 (Berlin) by Ana; Spot may take up to 72 h; due 17 Nov 16:20.” */
  why: Text,
  /** Weekend, daylight saving, suspect clock; null where there is nothing to say. */
  advice: Text.nullable(),
  metAt: InstantText.nullable(),
  waitsOn: z.enum(['aws', 'spot', 'customer']),
  /** What to do once it is due: “Look whether Spot has answered”. */
  look: ShortText,
})
export type WaitView = z.infer<typeof WaitView>

export const CheckView = z.strictObject({
  id: ShortText,
  title: ShortText,
  /** Null: never run. */
  at: InstantText.nullable(),
  outcome: CheckOutcome.nullable(),
  lines: z.array(CheckLine),
  findings: z.array(FindingView),
  identity: Identity.nullable(),
})
export type CheckView = z.infer<typeof CheckView>

export const FactView = z.strictObject({
  name: ShortText,
  label: ShortText,
  /** Null: not known yet; '' : known to be blank. */
  value: Text.nullable(),
  /** As people read it: account IDs grouped, blank said in words. */
  display: Text,
  owner: z.enum(['msp', 'customer', 'payer', 'case', 'submission']),
  help: Text,
  /** What the app would enter; null where there is nothing to suggest. */
  suggestion: Text.nullable(),
  mono: z.boolean(),
  /** The answers of a choice; null: free text. */
  options: z.array(z.strictObject({ value: ShortText, label: ShortText })).nullable(),
  /** Leaving it blank is an answer, and has to be given on purpose. */
  mayBeBlank: z.boolean(),
})
export type FactView = z.infer<typeof FactView>

export const TrapView = z.strictObject({
  id: ShortText,
  title: ShortText,
  /** What the document says. */
  document: Text,
  /** What AWS or Spot accepts, and what to do. */
  practice: Text,
  /** What that rests on: AWS’s documentation, a later page of Spot’s, something seen. */
  basis: ShortText,
})
export type TrapView = z.infer<typeof TrapView>

export const StepStatus = z.enum(['done', 'not-applicable', 'blocked', 'todo', 'locked'])
export type StepStatus = z.infer<typeof StepStatus>

export const StepView = z.strictObject({
  id: ShortText,
  phase: ShortText,
  kind: z.enum(['do', 'enter', 'collect', 'attach', 'check', 'send', 'wait', 'decide']),
  title: ShortText,
  why: Text,
  source: ShortText,
  status: StepStatus,
  /** Why the step falls away in this case’s branch; null where it does not. */
  because: Text.nullable(),
  /** Sentences for what must come first; empty when the gate is open. */
  gate: z.array(Text),
  instructions: z.array(z.strictObject({ source: ShortText, text: Text })),
  values: z.array(FactView),
  enters: z.array(FactView),
  link: z.strictObject({ label: ShortText, url: z.string().max(8_000) }).nullable(),
  /** A message to Spot that the step asks for, ready to copy; null where it asks for none. */
  message: z.strictObject({ to: ShortText, subject: Text, text: Text }).nullable(),
  traps: z.array(TrapView),
  checks: z.array(CheckView),
  action: z.strictObject({ id: ShortText, label: ShortText }).nullable(),
  evidencePolicy: z.enum(['none', 'optional', 'required']),
  /** The wait that this step ends, as it stands; null where it ends none, or none has begun. */
  wait: WaitView.nullable(),
  /** A step that something else settles (a sent submission, an attached file) cannot be ticked by hand. */
  byHand: z.boolean(),
  record: z
    .strictObject({
      state: ShortText,
      at: InstantText,
      by: ShortText,
      reason: Text,
      evidence: z.strictObject({ text: Text, attachmentId: Id.nullable() }).nullable(),
    })
    .nullable(),
})
export type StepView = z.infer<typeof StepView>

export const PhaseView = z.strictObject({
  id: ShortText,
  title: ShortText,
  state: z.enum(['done', 'current', 'ahead']),
  stepsDone: z.int(),
  stepsTotal: z.int(),
})
export type PhaseView = z.infer<typeof PhaseView>

/** What Spot said about an attempt. */
export const ReplyView = z.strictObject({
  at: InstantText,
  atText: ShortText,
  by: ShortText,
  text: Text,
  file: ShortText.nullable(),
})
export type ReplyView = z.infer<typeof ReplyView>

export const SubmissionView = z.strictObject({
  id: Id,
  attempt: z.int(),
  state: SubmissionState,
  /** An item changed after the export: it must be exported again before it can be marked sent. */
  stale: z.boolean(),
  createdAt: InstantText,
  recipient: Recipient,
  items: SubmissionItems.nullable(),
  exported: z
    .strictObject({ at: InstantText, by: ShortText, format: ShortText, name: Text, files: z.array(ExportedFile) })
    .nullable(),
  sent: z.strictObject({ at: InstantText, by: ShortText, via: ShortText }).nullable(),
  answered: z.strictObject({ at: InstantText, by: ShortText, link: z.string().max(8_000) }).nullable(),
  closed: z.strictObject({ at: InstantText, by: ShortText, reason: Text }).nullable(),
  warnings: z.array(FindingView),
  ticket: ShortText,
  /** The message as it was written at the export. */
  message: z.strictObject({ subject: Text, text: Text }).nullable(),
  /** What Spot said of it, oldest first. */
  replies: z.array(ReplyView),
  /** Spot's time from the sending to the answer or the return, in milliseconds and in words; null before that. */
  turnaround: z.strictObject({ ms: z.number(), text: ShortText, late: z.boolean() }).nullable(),
})
export type SubmissionView = z.infer<typeof SubmissionView>

export const CustomerView = z.strictObject({
  id: Id,
  name: ShortText,
  managementAccountId: ShortText,
  orgIds: z.array(ShortText),
  payerId: Id,
  payerAccountId: ShortText,
  contacts: z.array(Contact),
  tags: Tags,
  notes: Text,
  revision: Revision,
})
export type CustomerView = z.infer<typeof CustomerView>

export const PayerView = z.strictObject({
  id: Id,
  accountId: ShortText,
  kind: PayerKind,
  partition: Partition,
  reportName: ShortText,
  bucket: ShortText,
  prefix: z.string(),
  region: ShortText,
  crawlerStackName: ShortText,
  awsProfile: ShortText.nullable(),
  customers: z.int(),
  revision: Revision,
})
export type PayerView = z.infer<typeof PayerView>

/** A text in which a search found a case, or the piece around it, with the places to mark. */
export const SearchHitView = z.strictObject({
  field: z.enum([
    'ref',
    'customer',
    'account',
    'org',
    'payer',
    'bucket',
    'tag',
    'customer-tag',
    'note',
    'customer-note',
    'ticket',
    'reply',
  ]),
  text: z.string().max(300),
  /** Beginning and end of each, in UTF-16 units. */
  marks: z.array(z.tuple([z.int(), z.int()])),
})
export type SearchHitView = z.infer<typeof SearchHitView>

export const CaseRowView = z.strictObject({
  id: Id,
  number: z.int(),
  ref: ShortText,
  customerId: Id,
  customer: ShortText,
  managementAccountId: ShortText,
  payerAccountId: ShortText,
  bucket: ShortText,
  owner: ShortText,
  tags: Tags,
  state: CaseState,
  procedure: ShortText,
  /** Title of the phase and of the next step; null where there is none. */
  phase: ShortText.nullable(),
  nextStep: ShortText.nullable(),
  summary: CaseSummary,
  /** How the first open wait stands now; null where the case waits for nothing. */
  wait: z.strictObject({ state: z.enum(['waiting', 'ready', 'overdue']), title: ShortText }).nullable(),
  /** Where a search found it, a text for each word; empty where nothing was searched for. */
  hits: z.array(SearchHitView),
  updatedAt: InstantText,
})
export type CaseRowView = z.infer<typeof CaseRowView>

export const CaseView = z.strictObject({
  id: Id,
  number: z.int(),
  ref: ShortText,
  revision: Revision,
  state: CaseState,
  stateReason: Text,
  owner: ShortText,
  tags: Tags,
  notes: Text,
  openedAt: InstantText,
  closedAt: InstantText.nullable(),
  updatedAt: InstantText,
  procedure: z.strictObject({ id: ShortText, version: z.int(), title: ShortText, document: ShortText }),
  customer: CustomerView,
  payer: PayerView,
  /** The account the AWS console should be signed in to for this case, and why that one; null: none. */
  signIn: z.strictObject({ accountId: ShortText, why: Text }).nullable(),
  facts: z.array(FactView),
  /** What the facts give reason to say: a region the documents advise against, Org IDs that are not known. */
  advice: z.array(FindingView),
  /** Which way through the procedure the case takes, and because of which answers. */
  branches: z.array(Text),
  phases: z.array(PhaseView),
  steps: z.array(StepView),
  nextStepId: ShortText.nullable(),
  waits: z.array(WaitView),
  /** Newest attempt last. */
  submissions: z.array(SubmissionView),
  /** Version of the procedure that the case could be moved to; null: it follows the newest. */
  newerVersion: z.int().nullable(),
  /** What was recorded of steps that the case's version does not have any more. */
  formerSteps: z.array(
    z.strictObject({ id: ShortText, state: ShortText, at: InstantText, by: ShortText, reason: Text, evidence: Text }),
  ),
  /** Steps that other cases have done for the same payer and that this one can take over; null: none. */
  reusable: z.strictObject({ cases: z.array(ShortText), steps: z.array(ShortText) }).nullable(),
  attachments: z.array(Attachment),
})
export type CaseView = z.infer<typeof CaseView>

export const ActivityView = z.strictObject({
  sequence: z.int(),
  at: InstantText,
  atText: ShortText,
  who: ShortText,
  what: ShortText,
  sentence: Text,
  caseId: Id.nullable(),
})
export type ActivityView = z.infer<typeof ActivityView>

/** The hand-off as the composer shows it: the seven items, what stands against them, and the message. */
export const PreflightView = z.strictObject({
  ready: z.boolean(),
  items: z.array(
    z.strictObject({
      field: ShortText,
      label: ShortText,
      value: Text.nullable(),
      display: Text,
      outcome: z.enum(['ok', 'warning', 'error']),
    }),
  ),
  findings: z.array(FindingView),
  message: z.strictObject({ to: ShortText, subject: Text, text: Text }).nullable(),
  bundleName: ShortText.nullable(),
})
export type PreflightView = z.infer<typeof PreflightView>
