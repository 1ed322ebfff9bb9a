import { z } from 'zod'
import { Id, ShortText } from '../../domain/records/base.ts'
import { Partition, PayerKind } from '../../domain/records/payer.ts'
import { query } from '../operation.ts'
import { CaseRowView, CustomerView, FindingView, PayerView, WaitView } from '../views.ts'

const Typed = z.string().max(20_000)
const Text = z.string().max(20_000)

/** What a change of a payer's facts would do to one open case. */
export const TouchedCase = z.strictObject({
  case: CaseRowView,
  /** “Its exported submission has to be exported again.” */
  effect: Text,
  /** Spot has its submission: the change is refused until that is withdrawn or returned. */
  held: z.boolean(),
})
export type TouchedCase = z.infer<typeof TouchedCase>

/** A customer with its cases side by side. */
export const CustomerPage = z.strictObject({
  customer: CustomerView,
  payer: PayerView,
  /** What it has, or its payer, that belongs to others too. */
  duplicates: z.array(FindingView),
  cases: z.array(
    z.strictObject({
      case: CaseRowView,
      procedure: z.strictObject({ id: ShortText, title: ShortText, document: ShortText }),
      waits: z.array(WaitView),
      /** What it waits for in the customer's other cases. */
      after: z.array(z.strictObject({ case: ShortText, sentence: Text })),
    }),
  ),
})
export type CustomerPage = z.infer<typeof CustomerPage>

export const directoryOperations = {
  /** Every open case that a change of these facts would touch, and how. Changes nothing. */
  'payer.impact': query(
    z.strictObject({
      /** Payer's record ID or account. */
      payer: ShortText,
      set: z.strictObject({
        kind: PayerKind.optional(),
        partition: Partition.optional(),
        reportName: Typed.optional(),
        bucket: Typed.optional(),
        prefix: Typed.optional(),
        region: Typed.optional(),
        crawlerStackName: Typed.optional(),
      }),
      /** The case from which it is changed; it is left out. */
      except: Id.optional(),
    }),
    z.strictObject({
      payer: PayerView,
      /** Facts that would change, as they are called. */
      fields: z.array(ShortText),
      cases: z.array(TouchedCase),
    }),
  ),
  'customer.get': query(
    z.strictObject({
      /** Customer's record ID, management account ID or exact name. */
      customer: ShortText,
    }),
    CustomerPage,
  ),
}
