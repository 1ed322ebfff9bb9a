import { z } from 'zod'
import { Id, InstantText, Revision, ShortText } from './base.ts'
import { SavedView } from './case-filter.ts'
import { Recipient } from './submission.ts'

/** A message as staff have written it: `{{variables}}` are filled in from the case (shared/domain/submission/templates.ts). */
export const MessageTemplate = z.strictObject({
  subject: z.string().max(500),
  body: z.string().max(10_000),
})
export type MessageTemplate = z.infer<typeof MessageTemplate>

/** Those that staff have written themselves. */
export const MessageTemplates = z
  .strictObject({ submission: MessageTemplate, followUp: MessageTemplate, correction: MessageTemplate })
  .partial()

/** Local times of day between which nobody is reminded; from 22:00 to 07:00 goes over midnight. */
export const QuietHours = z.strictObject({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
})
export type QuietHours = z.infer<typeof QuietHours>

/** Names that cases and payers begin with, where they differ from the documents' own; `{account}` in a bucket is the payer's. */
export const Naming = z
  .strictObject({
    reportName: ShortText,
    bucket: ShortText,
    prefix: ShortText,
    crawlerStackName: ShortText,
    extractorStackName: ShortText,
  })
  .partial()
export type Naming = z.infer<typeof Naming>

/** The MSP itself: who the operators are, what Spot knows it by, and the defaults over the documents' own. */
export const Settings = z.strictObject({
  workspaceId: Id,
  /** A practice workspace talks to the practice AWS only, and says so on every screen. */
  kind: z.enum(['real', 'practice']),
  company: ShortText,
  mspAccountId: z.string().regex(/^\d{12}$/),
  operators: z
    .array(z.strictObject({ name: ShortText, email: ShortText }))
    .min(1)
    .max(500),
  /** Name of the operator at this desk; the activity is signed with it. */
  operator: ShortText,
  recipient: Recipient,
  naming: Naming.default({}),
  /** Hours by wait definition, where they differ from the document's. */
  waitHours: z.record(ShortText, z.number().min(0).max(10_000)),
  /** Lambda runtimes AWS no longer lets be created; no list is complete (DOMAIN, trap 11). */
  retiredRuntimes: z.array(ShortText).max(100),
  /** Buckets Spot's links are known to use (DOMAIN, section 6). */
  knownBuckets: z.strictObject({
    templateBuckets: z.array(ShortText).max(50),
    codeBuckets: z.array(ShortText).max(50),
    outputBuckets: z.array(ShortText).max(50),
  }),
  /** Messages to Spot in the staff's own words; one that is not there is the app's own. */
  messageTemplates: MessageTemplates.default({}),
  /** Heads of CSV columns and the fields they were taken for, remembered from the last import; '' is a column left out. */
  importColumns: z.record(ShortText, ShortText).default({}),
  /** Null: reminders come at any time of day. */
  quietHours: QuietHours.nullable().default(null),
  /** Lists of cases that are kept under a name, in the order in which they are shown. */
  savedViews: z.array(SavedView).max(100).default([]),
  appearance: z.strictObject({
    theme: z.enum(['system', 'light', 'dark', 'contrast']),
    density: z.enum(['comfortable', 'compact']),
    singleKeys: z.boolean(),
  }),
  createdAt: InstantText,
  updatedAt: InstantText,
  revision: Revision,
})
export type Settings = z.infer<typeof Settings>
