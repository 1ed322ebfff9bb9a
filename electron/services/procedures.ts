import type { IntakeView, ProcedureView, WaitHoursView } from '../../shared/contract/operations/procedures.ts'
import { adviceFor } from '../../shared/domain/case/advice.ts'
import { draftCase } from '../../shared/domain/case/open-case.ts'
import { isAsked } from '../../shared/domain/procedure/intake-questions.ts'
import type { Procedure, WaitDefinition } from '../../shared/domain/procedure/types.ts'
import { requestDefinitions } from '../../shared/domain/requests/definitions.ts'
import { throwIfRefused } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { openingOf, procedureNamed } from './opening.ts'
import { factView } from './views/fact-view.ts'
import { findingView } from './views/finding-view.ts'

/** Which procedures there are, and what opening a case in one of them asks. */
export function procedureHandlers(context: Context): Pick<AppHandlers, 'procedure.list' | 'procedure.intake'> {
  return {
    async 'procedure.list'() {
      return {
        procedures: context.procedures.newestOfEach.map(procedureView),
        requests: requestDefinitions.map(({ wait }) => waitHours(wait)),
      }
    },

    async 'procedure.intake'({ procedure: named, customer, facts }): Promise<IntakeView> {
      const act = context.act(await context.settings())
      const procedure = procedureNamed(context, named)
      const opening = await openingOf(context, customer, procedure, facts ?? {})
      const draft = throwIfRefused(draftCase(opening, act))
      const known = draft.facts
      return {
        procedure: procedureView(procedure),
        questions: procedure.intake.questions
          .filter((q) => isAsked(q, procedure, draft.case, known))
          .map(({ fact, question, why, source, required }) => ({
            fact: factView(fact, known),
            question,
            why,
            source,
            required,
          })),
        explanations: procedure.intake.explanations.map((e) => ({ ...e })),
        advice: adviceFor(draft.case, procedure, known).map(findingView),
      }
    },
  }
}

function waitHours({ id, title, expectedHours, source }: WaitDefinition): WaitHoursView {
  return { id, title, hours: expectedHours, source }
}

function procedureView({
  id,
  version,
  title,
  document,
  summary,
  who,
  phases,
  waits,
  intake,
}: Procedure): ProcedureView {
  return {
    id,
    version,
    title,
    document,
    summary,
    who,
    phases: phases.map((p) => p.title),
    phaseIds: phases.map((p) => p.id),
    waits: waits.map(waitHours),
    notOn: [...intake.notOn],
  }
}
