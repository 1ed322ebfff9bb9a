import type { Intake, IntakeQuestion } from '../domain/procedure/intake.ts'

type QuestionSketch = Pick<IntakeQuestion, 'fact' | 'source' | 'question' | 'why'> & Partial<IntakeQuestion>

/** An intake as procedures write it: what is usual may be left out. */
export type IntakeSketch = Partial<Omit<Intake, 'questions'>> & { readonly questions: readonly QuestionSketch[] }

export function intakeOf({ questions, ...rest }: IntakeSketch): Intake {
  return {
    explanations: [],
    notOn: [],
    region: 'us-east-1',
    ...rest,
    questions: questions.map((question) => ({ required: false, when: null, ...question })),
  }
}
