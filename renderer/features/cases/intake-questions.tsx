import { caseText } from '../../../shared/text/ui/case.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { type FormProblem, fieldProblem } from '../../state/field-problem.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import styles from './new-case.module.css'
import type { IntakeView } from './open-case.ts'

const text = casesText.newCase

type Question = IntakeView['questions'][number]

interface IntakeQuestionsProps {
  readonly questions: readonly Question[]
  readonly advice: IntakeView['advice']
  readonly answers: Readonly<Record<string, string>>
  readonly problem: FormProblem | null
  readonly onAnswer: (fact: string, answer: string) => void
}

/** What a procedure asks before it begins: each with its reason, its place in the document, and what its answer brings. */
export function IntakeQuestions({ questions, advice, answers, problem, onAnswer }: IntakeQuestionsProps) {
  return questions.map((asked) => {
    const { fact, question, why, source } = asked
    const props = {
      label: question,
      note: noteOf(asked, answers),
      help: `${why} (${source})`,
      value: answers[fact.name] ?? fact.value ?? '',
      onValue: (answer: string) => onAnswer(fact.name, answer),
      problem: fieldProblem(problem, fact.name),
    }
    return (
      <div key={fact.name} className={styles.question}>
        {fact.options === null ? (
          <TextField {...props} mono={fact.mono} />
        ) : (
          <SelectField
            {...props}
            options={[{ value: '', label: asked.required ? caseText.choose : text.notYet }, ...fact.options]}
          />
        )}
        <Advice findings={fact.value === null ? [] : advice.filter((f) => f.field === fact.name)} />
      </div>
    )
  })
}

function noteOf({ fact, required }: Question, answers: Readonly<Record<string, string>>): string | undefined {
  if (required && fact.value === null) return text.needed
  if (answers[fact.name]) return undefined
  return fact.value === null ? text.optional : text.filledIn
}

/** What the answers give reason to say, spoken as it comes. */
export function Advice({ findings }: { readonly findings: IntakeView['advice'] }) {
  return (
    <div className={styles.advice} aria-live="polite">
      <FindingList findings={findings} />
    </div>
  )
}
