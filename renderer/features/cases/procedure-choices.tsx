import type { OutputOf } from '../../../shared/contract/index.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import styles from './payer-choices.module.css'

type ProcedureView = OutputOf<'procedure.list'>['procedures'][number]

const text = casesText.newCase

interface ProcedureChoicesProps {
  readonly procedures: readonly ProcedureView[]
  readonly value: string
  readonly onValue: (procedure: string) => void
}

/** The procedures a case can follow, each with what it is for and who does it. */
export function ProcedureChoices({ procedures, value, onValue }: ProcedureChoicesProps) {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{text.procedureLegend}</legend>
      {procedures.map((p) => (
        <label key={p.id} className={styles.choice}>
          <input type="radio" name="procedure" value={p.id} checked={value === p.id} onChange={() => onValue(p.id)} />
          <span>
            {p.title}
            <span className={styles.hint}>{p.who}</span>
            {value === p.id && <span className={styles.hint}>{p.summary}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
