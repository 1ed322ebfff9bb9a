import type { OutputOf } from '../../../shared/contract/index.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { SelectField } from '../../ui/field.tsx'

const text = casesText.newCase

interface ProcedureChoiceProps {
  readonly procedures: OutputOf<'procedure.list'>['procedures']
  readonly value: string
  readonly onValue: (procedure: string) => void
}

/** The procedures a case can follow; of the chosen one, who does it and what it does. */
export function ProcedureChoice({ procedures, value, onValue }: ProcedureChoiceProps) {
  const chosen = procedures.find((p) => p.id === value)
  return (
    <SelectField
      label={text.procedure}
      help={chosen && `${chosen.who} ${chosen.summary}`}
      value={value}
      onValue={onValue}
      options={procedures.map((p) => ({ value: p.id, label: text.procedureOption(p.title, p.document) }))}
    />
  )
}
