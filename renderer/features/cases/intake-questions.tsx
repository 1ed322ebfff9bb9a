import { casesText } from '../../../shared/text/ui/cases.ts'
import type { OperationError } from '../../client/index.ts'
import { fieldProblem } from '../../state/field-problem.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import type { IntakeView } from './open-case.ts'

interface IntakeQuestionsProps {
  readonly intake: IntakeView
  readonly answers: Readonly<Record<string, string>>
  readonly error: OperationError | null
  readonly onAnswer: (fact: string, answer: string) => void
}

/** What a procedure has to know before it begins, each question with its reason and its place in the document. */
export function IntakeQuestions({ intake, answers, error, onAnswer }: IntakeQuestionsProps) {
  return (
    <>
      {intake.questions.map(({ fact, question, why, source, required }) => {
        const props = {
          label: question,
          note: required ? undefined : 'optional',
          help: `${why} (${source})`,
          value: answers[fact.name] ?? fact.value ?? '',
          onValue: (answer: string) => onAnswer(fact.name, answer),
          problem: fieldProblem(error, fact.name),
        }
        return fact.options === null ? (
          <TextField key={fact.name} {...props} mono={fact.mono} />
        ) : (
          <SelectField
            key={fact.name}
            {...props}
            options={[{ value: '', label: casesText.newCase.choose }, ...fact.options]}
          />
        )
      })}
      <FindingList findings={intake.advice} />
    </>
  )
}
