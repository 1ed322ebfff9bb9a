import { z } from 'zod'
import { InstantText, Revision } from '../../domain/records/base.ts'
import { command } from '../operation.ts'
import { CaseView } from '../views.ts'

const CaseRef = z.string().min(1).max(64)
const Typed = z.string().max(20_000)
const onCase = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject({ case: CaseRef, revision: Revision.optional(), ...shape })

/** What becomes of a case beside its steps: taken over from another, reopened, moved to a newer procedure. */
export const caseLifeOperations = {
  /**
   * Takes over what other cases have done for the same payer. Verified anew by the checks; or by hand, with what was
   * seen as `evidence`.
   */
  'case.reuse': command(onCase({ evidence: Typed.optional(), at: InstantText.optional() }), CaseView),
}
