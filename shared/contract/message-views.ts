import { z } from 'zod'
import { InstantText, ShortText } from '../domain/records/base.ts'
import { FindingView } from './views.ts'

const Text = z.string().max(20_000)

/** A message to Spot, ready to be sent by the user's own mail program. */
export const MessageView = z.strictObject({
  kind: z.enum(['submission', 'followUp', 'correction']),
  title: ShortText,
  to: ShortText,
  subject: Text,
  text: Text,
  /** Opens the mail program; null where not even the seven items fit. `short`: it holds the seven items only. */
  mailto: z.strictObject({ url: z.string().max(1_800), short: z.boolean() }).nullable(),
  findings: z.array(FindingView),
})
export type MessageView = z.infer<typeof MessageView>

/** The messages of a case's submission as it stands. */
export const SubmissionMessagesView = z.strictObject({
  /** The hand-off of the current or the next attempt, the corrected one after a return; null while an item is missing. */
  handOff: MessageView.nullable(),
  /** To be sent once the time is over; null while nothing has been sent, or where it was answered. */
  followUp: MessageView.extend({ dueAt: InstantText, dueText: ShortText, isDue: z.boolean() }).nullable(),
})
export type SubmissionMessagesView = z.infer<typeof SubmissionMessagesView>

const Template = z.strictObject({ subject: z.string(), body: z.string() })

/** A template as staff edit it. */
export const TemplateView = z.strictObject({
  kind: z.enum(['submission', 'followUp', 'correction']),
  title: ShortText,
  inForce: Template,
  standard: Template,
  isStandard: z.boolean(),
})
export type TemplateView = z.infer<typeof TemplateView>

/** A template that is being written, with what is wrong with it, and how it reads on a case or on an example. */
export const TemplatePreview = z.strictObject({
  ok: z.boolean(),
  findings: z.array(FindingView),
  subject: Text,
  text: Text,
})
export type TemplatePreview = z.infer<typeof TemplatePreview>
