import type { Facts } from '../facts.ts'
import type { Case } from '../records/case-aggregate.ts'
import { holds } from './conditions.ts'
import { situationOf } from './engine.ts'
import type { IntakeQuestion } from './intake.ts'
import type { Procedure } from './types.ts'

/** Whether a question is asked of this case: some only make sense once another has been answered. */
export function isAsked(question: IntakeQuestion, procedure: Procedure, c: Case, facts: Facts): boolean {
  return question.when === null || holds(question.when, situationOf(procedure, c, facts))
}
