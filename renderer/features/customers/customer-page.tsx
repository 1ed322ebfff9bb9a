import { useState } from 'react'
import type { CustomerView } from '../../../shared/contract/views.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { client } from '../../client/index.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useCustomers } from '../../state/queries.ts'
import { hrefOf } from '../../state/route.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { CasesOf } from './cases-of.tsx'
import styles from './facts-page.module.css'

const text = directoryText.customers

/** One customer: its facts, and the cases that use them. */
export function CustomerPage({ id }: { readonly id: string }) {
  const customers = useCustomers()
  return (
    <Loaded from={customers}>
      {({ customers: all }) => {
        const customer = all.find((c) => c.id === id)
        return customer ? (
          <Page
            title={customer.name}
            subtitle={
              <a href={hrefOf({ screen: 'payers', id: customer.payerId })}>
                Payer <AccountId id={customer.payerAccountId} />
              </a>
            }
          >
            <CustomerForm key={customer.revision} customer={customer} />
            <CasesOf filter={{ customer: id }} />
          </Page>
        ) : (
          <Page title="Customers">
            <EmptyState art="no-match" title={text.missing} action={<a href="#/customers">All customers</a>} />
          </Page>
        )
      }}
    </Loaded>
  )
}

function CustomerForm({ customer }: { readonly customer: CustomerView }) {
  const [form, setForm] = useState({
    name: customer.name,
    managementAccountId: customer.managementAccountId,
    orgIds: customer.orgIds.join(', '),
    notes: customer.notes,
  })
  const { run, busy, error } = useSubmit()
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onValue: (value: string) => setForm({ ...form, [name]: value }),
    problem: fieldProblem(error, name),
  })
  return (
    <Section title="Facts">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run(async () => {
            const saved = await client.send('customer.set', {
              customer: customer.id,
              revision: customer.revision,
              set: form,
            })
            await useCustomers.getState().refresh()
            toast.done(directoryText.saved(saved.name))
          })
        }}
      >
        <TextField label="Customer name" {...field('name')} />
        <TextField label="Management account ID" mono {...field('managementAccountId')} />
        <TextField label="Spot Org IDs" help={text.orgIds} mono {...field('orgIds')} />
        <TextArea label="Notes" help={text.notes} {...field('notes')} />
        <Problem error={otherProblem(error, Object.keys(form))} />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            Save customer
          </Button>
        </div>
      </form>
    </Section>
  )
}
