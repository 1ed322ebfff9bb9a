import { z } from 'zod'
import { ShortText } from '../../domain/records/base.ts'
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

/** What opening a case asks: each question with the fact that answers it, as it is known now. */
export const IntakeView = z.strictObject({
  procedure: ProcedureView,
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
})
export type IntakeView = z.infer<typeof IntakeView>

export const procedureOperations = {
  'procedure.list': query(
    z.strictObject({}),
    // The waits of requests to the customer belong to no procedure.
    z.strictObject({ procedures: z.array(ProcedureView), requests: z.array(WaitHoursView) }),
  ),
  /** The questions that apply, given the customer and the answers so far. Opens nothing. */
  'procedure.intake': query(
    z.strictObject({
      procedure: ShortText,
      /** Customer's record ID, management account ID or exact name; its payer and other cases answer what they know. */
      customer: ShortText,
      facts: z.record(ShortText, Typed).optional(),
    }),
    IntakeView,
  ),
}
