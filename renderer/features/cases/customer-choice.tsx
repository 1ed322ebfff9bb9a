import { useState } from 'react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { spokenAccount } from '../../format/account-id.ts'
import { useCustomers } from '../../state/queries.ts'
import { SelectField, TextField } from '../../ui/field.tsx'

const text = casesText.newCase

/** So many stand in a menu without a search of its own. */
const MANY = 30

/** A customer that is here already, or a new one. A long list is searched first. */
export function CustomerChoice({
  value,
  onValue,
}: {
  readonly value: string
  readonly onValue: (customer: string) => void
}) {
  const { data, input } = useCustomers()
  const [everMany, setEverMany] = useState(false)
  const customers = data?.customers ?? []
  const many = everMany || (data?.total ?? 0) > MANY
  if (customers.length === 0 && !many) return null
  return (
    <>
      {many && (
        <TextField
          type="search"
          label={text.findCustomer}
          help={text.findHint}
          value={input?.text ?? ''}
          onValue={(typed) => {
            setEverMany(true)
            void useCustomers.getState().load(typed === '' ? {} : { text: typed })
          }}
        />
      )}
      <SelectField
        label={text.customerLegend}
        help={value === '' ? undefined : text.known}
        value={value}
        onValue={onValue}
        options={[
          { value: '', label: text.newCustomer },
          ...customers.map((c) => ({ value: c.id, label: `${c.name}, ${spokenAccount(c.managementAccountId)}` })),
        ]}
      />
    </>
  )
}
