import type { PayerView } from '../../../shared/contract/views.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { spokenAccount } from '../../format/account-id.ts'
import { type FieldProblem, SelectField, TextField } from '../../ui/field.tsx'
import type { NewCase, PayerChoice } from './open-case.ts'
import styles from './payer-choices.module.css'

const text = casesText.newCase

interface PayerChoicesProps {
  readonly form: NewCase
  readonly payers: readonly PayerView[]
  readonly problem: FieldProblem | null
  readonly set: (change: Partial<NewCase>) => void
}

/** The intake question that decides in which account everything happens. */
export function PayerChoices({ form, payers, problem, set }: PayerChoicesProps) {
  const choices: readonly PayerChoice[] =
    payers.length > 0 ? ['dedicated', 'existing', 'shared', 'transfer'] : ['dedicated', 'shared', 'transfer']
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{text.payerLegend}</legend>
      {choices.map((choice) => (
        <div key={choice}>
          <label className={styles.choice}>
            <input
              type="radio"
              name="payer"
              value={choice}
              checked={form.payer === choice}
              onChange={() => set({ payer: choice })}
            />
            <span>
              {text.payers[choice].label}
              <span className={styles.hint}>{text.payers[choice].hint}</span>
            </span>
          </label>
          {form.payer === choice && choice === 'existing' && (
            <div className={styles.more}>
              <SelectField
                label="Payer"
                value={form.payerId || (payers[0]?.id ?? '')}
                onValue={(payerId) => set({ payerId })}
                options={payers.map((p) => ({ value: p.id, label: `${spokenAccount(p.accountId)}, ${p.kind}` }))}
              />
            </div>
          )}
          {form.payer === choice && (choice === 'shared' || choice === 'transfer') && (
            <div className={styles.more}>
              <TextField
                label="Payer account ID"
                help={text.payerAccount}
                value={form.payerAccountId}
                onValue={(payerAccountId) => set({ payerAccountId })}
                problem={problem}
                inputMode="numeric"
                mono
              />
            </div>
          )}
        </div>
      ))}
    </fieldset>
  )
}
