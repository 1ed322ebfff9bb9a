import { z } from 'zod'
import { InstantText, Revision, ShortText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'
import { CaseView } from '../views.ts'

const CaseRef = z.string().min(1).max(64)
const Typed = z.string().max(20_000)
const onCase = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject({ case: CaseRef, revision: Revision.optional(), ...shape })

const NamedStep = z.strictObject({ id: ShortText, title: ShortText })

export const ReopenPreviewView = z.strictObject({
  /** The step itself and those built on it, in order. */
  steps: z.array(NamedStep),
  /** Titles of waits that would be cancelled, and of those that would run again. */
  ended: z.array(ShortText),
  resumed: z.array(ShortText),
  /** All of it in one sentence. */
  sentence: z.string().max(20_000),
})
export type ReopenPreviewView = z.infer<typeof ReopenPreviewView>

export const MigrationView = z.strictObject({
  from: z.int(),
  to: z.int(),
  /** False: the case follows the newest version already. */
  available: z.boolean(),
  added: z.array(NamedStep),
  /** `state`: what was recorded of it, which is kept; null: nothing was. */
  removed: z.array(NamedStep.extend({ state: ShortText.nullable() })),
  renamed: z.array(z.strictObject({ from: NamedStep, to: NamedStep })),
  /** `what`: the parts that are different, in words. */
  changed: z.array(NamedStep.extend({ what: z.array(ShortText) })),
  /** Titles of open waits that would end. */
  ended: z.array(ShortText),
  /** How many records of steps go on as they are. */
  kept: z.int(),
})
export type MigrationView = z.infer<typeof MigrationView>

/** What becomes of a case beside its steps: taken over from another, reopened, moved to a newer procedure. */
export const caseLifeOperations = {
  /**
   * Takes over what other cases have done for the same payer. Verified anew by the checks; or by hand, with what was
   * seen as `evidence`.
   */
  'case.reuse': command(onCase({ evidence: Typed.optional(), at: InstantText.optional() }), CaseView),
  /** What moving the case on to a phase takes: the open steps before it. `phase` null: done. Changes nothing. */
  'case.advance-preview': query(
    z.strictObject({ case: CaseRef, phase: ShortText.nullable() }),
    z.strictObject({
      revision: Revision,
      /** Every step can be ticked, once what it wants to see is written down. */
      possible: z.boolean(),
      steps: z.array(
        NamedStep.extend({
          evidence: z.enum(['none', 'optional', 'required']),
          /** Why it cannot be ticked; null where it can. */
          refusal: z.strictObject({ message: z.string(), remedy: z.string() }).nullable(),
        }),
      ),
    }),
  ),
  /** Marks those steps done, all or none. `evidence`: what was seen, by step. */
  'case.advance': command(
    onCase({ phase: ShortText.nullable(), evidence: z.record(ShortText, Typed) }),
    z.strictObject({ case: CaseView, sequence: z.int() }),
  ),
  /** What reopening a step would take along. Changes nothing. */
  'case.reopen-preview': query(z.strictObject({ case: CaseRef, step: ShortText }), ReopenPreviewView),
  /** What moving the case to the newest version of its procedure would change. Changes nothing. */
  'case.migration': query(z.strictObject({ case: CaseRef }), MigrationView),
  /** Moves the case to that version; everything recorded is kept. */
  'case.migrate': command(onCase({ to: z.int().min(1).max(10_000) }), CaseView),
}
