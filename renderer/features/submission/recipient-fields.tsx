import type { ReactNode } from 'react'
import type { SubmissionView } from '../../../shared/contract/views.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import type { OperationError } from '../../client/index.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import styles from './recipient-fields.module.css'

type Recipient = SubmissionView['recipient']

interface RecipientFieldsProps {
  readonly value: Recipient
  readonly onValue: (recipient: Recipient) => void
  readonly error: OperationError | null
  readonly children?: ReactNode
}

/** Kind, name and address of whoever takes submissions at Spot. */
export function RecipientFields({ value, onValue, error, children }: RecipientFieldsProps) {
  const atEmail = error?.field === 'recipient' || error?.field === 'recipient.email' || error?.field === 'email'
  return (
    <div className={styles.fields}>
      <SelectField
        label="Recipient kind"
        help={text.recipient.lead}
        value={value.kind}
        onValue={(kind) => onValue({ ...value, kind })}
        options={[
          { value: 'sales', label: text.recipient.kinds.sales },
          { value: 'support', label: text.recipient.kinds.support },
        ]}
      />
      <TextField label="Recipient name" value={value.name} onValue={(name) => onValue({ ...value, name })} />
      <TextField
        label="Recipient e-mail"
        type="email"
        value={value.email}
        onValue={(email) => onValue({ ...value, email })}
        problem={atEmail ? error : null}
      />
      {children}
    </div>
  )
}
