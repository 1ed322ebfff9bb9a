import { z } from 'zod'
import { InstantText, Revision, ShortText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'
import { CaseView, WaitView } from '../views.ts'

const CaseRef = z.string().min(1).max(64)
const Typed = z.string().max(20_000)
const Text = z.string().max(20_000)
const onCase = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject({ case: CaseRef, revision: Revision.optional(), ...shape })

export const RequestView = z.strictObject({
  id: ShortText,
  title: ShortText,
  why: Text,
  /** The message, filled in from the case and ready to copy. `to` is empty where no contact has an address. */
  message: z.strictObject({ to: ShortText, subject: Text, text: Text }),
  /** Opens the mail program with it; null where it is too long for that, or nobody is known to write to. */
  mailto: z.string().max(1_800).nullable(),
  /** Steps of the case that what is asked for helps along. */
  steps: z.array(ShortText),
  /** The newest wait for its answer; null: never asked. */
  wait: WaitView.nullable(),
  /** How often it has been asked. */
  asked: z.int(),
})
export type RequestView = z.infer<typeof RequestView>

/** Requests to the customer. Each is a wait that can be chased like the others. */
export const requestOperations = {
  'request.list': query(z.strictObject({ case: CaseRef }), z.strictObject({ requests: z.array(RequestView) })),
  /** The customer has been asked; asking again starts the wait anew. */
  'request.create': command(
    onCase({ request: ShortText, via: ShortText.optional(), at: InstantText.optional() }),
    CaseView,
  ),
  'request.done': command(onCase({ request: ShortText, note: Typed.optional(), at: InstantText.optional() }), CaseView),
  'request.cancel': command(onCase({ request: ShortText, reason: Typed }), CaseView),
}
