import { z } from 'zod'
import { Id, InstantText, ShortText } from './base.ts'

/** What happened, as it is handed to the store. The store gives it its place in the sequence and chains it. */
export const NewActivity = z.strictObject({
  at: InstantText,
  who: ShortText,
  /** `case.opened`, `step.done`, `submission.sent`… its sentence is in `shared/text/activity.ts`. */
  what: ShortText,
  caseId: Id.nullable(),
  customerId: Id.nullable(),
  payerId: Id.nullable(),
  /** Values of the sentence, and before and after of what changed. No secrets, no template bodies. */
  params: z.record(z.string(), z.unknown()),
})
export type NewActivity = z.infer<typeof NewActivity>

export const Activity = NewActivity.extend({
  /** Place in the workspace's one sequence: order is by this, not by the clock. */
  sequence: z.int().min(1),
})
export type Activity = z.infer<typeof Activity>
