import { useState } from 'react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { spokenAccount } from '../../format/account-id.ts'
import { type FormProblem, fieldProblem } from '../../state/field-problem.ts'
import { usePayers } from '../../state/queries.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import type { NewCase, PayerChoice } from './open-case.ts'
import styles from './payer-choices.module.css'

const text = casesText.newCase

/** So many stand in a menu without a search of its own. */
const MANY = 30

interface PayerChoicesProps {
  readonly form: NewCase
  readonly problem: FormProblem | null
  readonly set: (change: Partial<NewCase>) => void
}

/** The intake question that decides in which account everything happens. */
export function PayerChoices({ form, problem, set }: PayerChoicesProps) {
  const { data, input } = usePayers()
  const payers = data?.payers ?? []
  const isAny = payers.length > 0 || (input?.text ?? '') !== ''
  const choices: readonly PayerChoice[] = isAny
    ? ['dedicated', 'existing', 'shared', 'transfer']
    : ['dedicated', 'shared', 'transfer']
  const choose = (payer: PayerChoice) =>
    set(payer === 'existing' ? { payer, payerId: form.payerId || (payers[0]?.id ?? '') } : { payer })
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
              onChange={() => choose(choice)}
            />
            <span>
              {text.payers[choice].label}
              <span className={styles.hint}>{text.payers[choice].hint}</span>
            </span>
          </label>
          {form.payer === choice && choice === 'existing' && (
            <PayerMenu value={form.payerId} onValue={(payerId) => set({ payerId })} />
          )}
          {form.payer === choice && (choice === 'shared' || choice === 'transfer') && (
            <div className={styles.more}>
              <TextField
                label="Payer account ID"
                help={text.payerAccount}
                value={form.payerAccountId}
                onValue={(payerAccountId) => set({ payerAccountId })}
                problem={fieldProblem(problem, 'accountId')}
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

/** The payers we have; many are searched first. */
function PayerMenu({ value, onValue }: { readonly value: string; readonly onValue: (payer: string) => void }) {
  const { data, input } = usePayers()
  const [everMany, setEverMany] = useState(false)
  const payers = data?.payers ?? []
  // What was chosen stays to be chosen, whatever is searched for meanwhile.
  const isListed = payers.some((p) => p.id === value)
  return (
    <div className={styles.more}>
      {(everMany || (data?.total ?? 0) > MANY) && (
        <TextField
          type="search"
          label={text.findPayer}
          help={text.findPayerHint}
          value={input?.text ?? ''}
          onValue={(typed) => {
            setEverMany(true)
            void usePayers.getState().load(typed === '' ? {} : { text: typed })
          }}
        />
      )}
      <SelectField
        label="Payer"
        value={isListed ? value : ''}
        onValue={onValue}
        options={[
          ...(isListed ? [] : [{ value: '', label: text.choosePayer }]),
          ...payers.map((p) => ({ value: p.id, label: `${spokenAccount(p.accountId)}, ${text.brings.kinds[p.kind]}` })),
        ]}
      />
    </div>
  )
}
