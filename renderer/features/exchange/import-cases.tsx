import { useEffect } from 'react'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { useProcedures } from '../../state/queries.ts'
import { IntakeQuestions } from '../cases/intake-questions.tsx'
import { ProcedureChoice } from '../cases/procedure-choice.tsx'
import { useIntake } from '../cases/use-intake.ts'
import shared from './exchange.module.css'
import styles from './import-columns.module.css'
import { useImport } from './import-state.ts'

const text = exchangeText.import
const USUAL = 'msp-cur-extraction'

/** Whether cases are opened with the list, in which procedure, and what is answered for all of them. */
export function ImportCases() {
  const { options, set } = useImport()
  return (
    <>
      <label className={shared.check}>
        <input
          type="checkbox"
          checked={options.open !== null}
          onChange={(event) => void set({ open: event.target.checked ? USUAL : null, answers: {} })}
        />
        <span>
          {text.open}
          <span className={shared.quiet}>{text.openHint}</span>
        </span>
      </label>
      {options.open !== null && <CaseOptions procedure={options.open} />}
    </>
  )
}

function CaseOptions({ procedure }: { readonly procedure: string }) {
  const { options, set } = useImport()
  const { answers } = options
  const procedures = useProcedures((s) => s.data)?.procedures ?? []
  const { intake } = useIntake({ procedure, facts: answers })
  useEffect(() => {
    void useProcedures.getState().load({})
  }, [])

  const answer = (fact: string, given: string) => {
    const { [fact]: _before, ...others } = answers
    void set({ answers: given === '' ? others : { ...others, [fact]: given } })
  }

  return (
    <div className={styles.cases}>
      <ProcedureChoice procedures={procedures} value={procedure} onValue={(open) => void set({ open, answers: {} })} />
      {/* What is the customer’s or the payer’s stands in the rows. */}
      <IntakeQuestions
        questions={intake?.questions.filter(({ fact }) => fact.owner === 'case') ?? []}
        advice={[]}
        answers={answers}
        problem={null}
        onAnswer={answer}
      />
    </div>
  )
}
