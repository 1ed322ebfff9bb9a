import type { CustomerPage as CustomerPageView } from '../../../shared/contract/operations/directory.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { useCustomer } from '../../state/queries.ts'
import { hrefOf } from '../../state/route.ts'
import { useSurface } from '../../state/surfaces.ts'
import { useAsked } from '../../state/use-asked.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { CustomerActivity } from './customer-activity.tsx'
import { CustomerCases } from './customer-cases.tsx'
import { CustomerForm } from './customer-form.tsx'
import { CustomerRequests } from './customer-requests.tsx'
import { Duplicates } from './duplicates.tsx'
import styles from './facts-page.module.css'

const text = directoryText.customers

/** One customer: its facts, its cases side by side, and what it has been asked for. */
export function CustomerPage({ id }: { readonly id: string }) {
  const page = useAsked(useCustomer, { customer: id })
  if (page.error?.code === 'customer.unknown') {
    return (
      <Page title="Customers">
        <EmptyState art="no-match" title={text.missing} action={<a href="#/customers">All customers</a>} />
      </Page>
    )
  }
  return <Loaded from={page}>{(view) => <Shown view={view} />}</Loaded>
}

function Shown({ view }: { readonly view: CustomerPageView }) {
  const { customer } = view
  return (
    <Page
      title={customer.name}
      subtitle={
        <a href={hrefOf({ screen: 'payers', id: customer.payerId })}>
          Payer <AccountId id={customer.payerAccountId} />
        </a>
      }
      actions={
        <Button variant="primary" onClick={() => useSurface.getState().newCaseFor(customer.id)}>
          {text.another}
        </Button>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <Section title="Facts">
            <CustomerForm key={customer.id} customer={customer} />
          </Section>
        </div>
        <div className={styles.column}>
          <Duplicates findings={view.duplicates} />
          <CustomerCases cases={view.cases} />
          <CustomerRequests cases={view.cases.map((c) => c.case)} />
          <CustomerActivity customerId={customer.id} cases={view.cases.map((c) => c.case)} />
        </div>
      </div>
    </Page>
  )
}
