import { useEffect } from 'react'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { useCustomers } from '../../state/queries.ts'
import { hrefOf } from '../../state/route.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { CustomerPage } from './customer-page.tsx'
import styles from './customers-screen.module.css'

const text = directoryText.customers

/** All customers, or one. */
export function CustomersScreen({ id }: { readonly id: string | null }) {
  useEffect(() => {
    // A page needs its customer, whatever the list was last searched for.
    void useCustomers.getState().load(id === null ? (useCustomers.getState().input ?? {}) : {})
  }, [id])
  return id === null ? <CustomerList /> : <CustomerPage key={id} id={id} />
}

function CustomerList() {
  const customers = useCustomers()
  const searched = customers.input?.text ?? ''
  return (
    <Page title="Customers" subtitle={text.lead}>
      <div className={styles.search}>
        <TextField
          type="search"
          label="Search customers"
          placeholder={text.searchHint}
          value={searched}
          onValue={(typed) => void useCustomers.getState().load(typed === '' ? {} : { text: typed })}
        />
      </div>
      <Loaded from={customers}>
        {({ customers: rows, total }) =>
          rows.length === 0 ? (
            <EmptyState
              art={searched === '' ? 'first-case' : 'no-match'}
              title={searched === '' ? text.none.title : text.noMatch.title}
            >
              {searched === '' ? text.none.text : text.noMatch.text}
            </EmptyState>
          ) : (
            <>
              <DataTable
                label="Customers"
                rows={rows}
                rowKey={(c) => c.id}
                columns={[
                  {
                    key: 'name',
                    title: 'Name',
                    heads: true,
                    cell: (c) => <a href={hrefOf({ screen: 'customers', id: c.id })}>{c.name}</a>,
                  },
                  {
                    key: 'account',
                    title: 'Management account',
                    cell: (c) => <AccountId id={c.managementAccountId} />,
                  },
                  { key: 'payer', title: 'Payer', extra: true, cell: (c) => <AccountId id={c.payerAccountId} /> },
                  { key: 'orgs', title: 'Spot Org IDs', extra: true, cell: (c) => <OrgIds ids={c.orgIds} /> },
                ]}
              />
              {rows.length < total && <p>{directoryText.shown(rows.length, total)}</p>}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function OrgIds({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id) => (
    <div key={id}>
      <AccountId id={id} />
    </div>
  ))
}
