import { z } from 'zod'
import { Id, ShortText } from '../../domain/records/base.ts'
import { PayerKind } from '../../domain/records/payer.ts'
import { query } from '../operation.ts'
import { FactView, FindingView } from '../views.ts'

const Typed = z.string().max(20_000)
const Text = z.string().max(20_000)

/** A wait by its document, with the elapsed hours it gives. */
const WaitHoursView = z.strictObject({ id: ShortText, title: ShortText, hours: z.number(), source: ShortText })
export type WaitHoursView = z.infer<typeof WaitHoursView>

export const ProcedureView = z.strictObject({
  id: ShortText,
  version: z.int(),
  title: ShortText,
  /** Number of the source document. */
  document: ShortText,
  summary: Text,
  /** Who does the steps. */
  who: Text,
  phases: z.array(ShortText),
  /** What the list is filtered by, in the same order. */
  phaseIds: z.array(ShortText),
  waits: z.array(WaitHoursView),
  /** Kinds of payer on which it cannot run. */
  notOn: z.array(PayerKind),
})
export type ProcedureView = z.infer<typeof ProcedureView>

/** What a payer that we have brings along: nothing of it is set up or typed a second time. */
export const BroughtAlong = z.strictObject({
  payer: z.strictObject({ id: Id, accountId: ShortText, kind: PayerKind }),
  /** Report, bucket, prefix, region and stack, as far as the procedure uses them. */
  values: z.array(FactView),
  /** The file that Spot is sent, and the case that took it; null: none was taken yet. */
  crawlerFile: z.strictObject({ name: ShortText, from: ShortText.nullable() }).nullable(),
  /** Steps that other cases have done, and the one the case starts at once they are verified anew; null: none. */
  reuse: z.strictObject({ cases: ShortText, steps: z.array(ShortText), startsAt: ShortText.nullable() }).nullable(),
})
export type BroughtAlong = z.infer<typeof BroughtAlong>

/** What opening a case asks: each question with the fact that answers it, as it is known now. */
export const IntakeView = z.strictObject({
  procedure: ProcedureView,
  /** Whose case it would be; empty: nobody’s in particular. */
  customer: z.string().max(500),
  questions: z.array(
    z.strictObject({
      fact: FactView,
      question: Text,
      why: Text,
      source: ShortText,
      /** Without an answer the case is not opened. */
      required: z.boolean(),
    }),
  ),
  explanations: z.array(z.strictObject({ source: ShortText, title: ShortText, text: Text })),
  /** What the answers so far give reason to say. */
  advice: z.array(FindingView),
  /** Why the case would not be opened as things are: a payer it cannot run on, a needed answer; null: it would. */
  refusal: FindingView.nullable(),
  brings: BroughtAlong.nullable(),
})
export type IntakeView = z.infer<typeof IntakeView>

export const procedureOperations = {
  'procedure.list': query(
    z.strictObject({}),
    // The waits of requests to the customer belong to no procedure.
    z.strictObject({ procedures: z.array(ProcedureView), requests: z.array(WaitHoursView) }),
  ),
  /** The questions that apply, given the customer, as far as there is one, and the answers so far. Keeps nothing. */
  'procedure.intake': query(
    z.strictObject({
      procedure: ShortText,
      /** Customer's record ID, management account ID or exact name; its payer and other cases answer what they know. */
      customer: ShortText.optional(),
      /** A customer that is not recorded yet, as it was typed so far; passed over where there is one. */
      fresh: z
        .strictObject({
          name: Typed.optional(),
          managementAccountId: Typed.optional(),
          orgIds: Typed.optional(),
          /** Record ID of a payer we have. */
          payer: ShortText.optional(),
          payerKind: PayerKind.optional(),
          payerAccountId: Typed.optional(),
        })
        .optional(),
      facts: z.record(ShortText, Typed).optional(),
    }),
    IntakeView,
  ),
}
