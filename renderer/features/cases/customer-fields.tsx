import type { RefObject } from 'react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { type FormProblem, fieldProblem } from '../../state/field-problem.ts'
import { TextField } from '../../ui/field.tsx'
import styles from './new-case.module.css'
import type { NewCase } from './open-case.ts'

const text = casesText.newCase

interface CustomerFieldsProps {
  readonly form: NewCase
  readonly problem: FormProblem | null
  readonly first: RefObject<HTMLInputElement | null>
  readonly set: (change: Partial<NewCase>) => void
}

/** The three facts about a customer that nobody has recorded yet. */
export function CustomerFields({ form, problem, first, set }: CustomerFieldsProps) {
  return (
    <>
      <TextField
        ref={first}
        label="Customer name"
        help={text.name}
        value={form.name}
        onValue={(name) => set({ name })}
        problem={fieldProblem(problem, 'name')}
      />
      <div className={styles.pair}>
        <TextField
          label="Management account ID"
          help={text.managementAccountId}
          value={form.managementAccountId}
          onValue={(managementAccountId) => set({ managementAccountId })}
          problem={fieldProblem(problem, 'managementAccountId')}
          inputMode="numeric"
          mono
        />
        <TextField
          label="Spot Org IDs"
          help={text.orgIds}
          value={form.orgIds}
          onValue={(orgIds) => set({ orgIds })}
          problem={fieldProblem(problem, 'orgIds')}
          mono
        />
      </div>
    </>
  )
}
