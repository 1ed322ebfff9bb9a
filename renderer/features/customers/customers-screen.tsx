import type { CustomerView } from '../../../shared/contract/views.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { useCustomerList } from '../../state/directory-lists.ts'
import { hrefOf } from '../../state/route.ts'
import { AccountId } from '../../ui/account-id.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { CustomerPage } from './customer-page.tsx'
import { DirectoryList } from './directory-list.tsx'

const text = directoryText.customers

const COLUMNS: readonly Column<CustomerView>[] = [
  {
    key: 'name',
    title: 'Name',
    heads: true,
    cell: (c) => <a href={hrefOf({ screen: 'customers', id: c.id })}>{c.name}</a>,
  },
  { key: 'account', title: 'Management account', cell: (c) => <AccountId id={c.managementAccountId} /> },
  { key: 'payer', title: 'Payer', extra: true, cell: (c) => <AccountId id={c.payerAccountId} /> },
  { key: 'orgs', title: 'Spot Org IDs', extra: true, cell: (c) => c.orgIds.join(', ') || text.noOrgIds },
]

/** All customers, or one. */
export function CustomersScreen({ id }: { readonly id: string | null }) {
  return id === null ? <CustomerList /> : <CustomerPage key={id} id={id} />
}

function CustomerList() {
  const list = useCustomerList()
  return (
    <DirectoryList
      title="Customers"
      lead={text.lead}
      list={list}
      columns={COLUMNS}
      rowKey={(c) => c.id}
      words={{ ...text, searchLabel: 'Search customers' }}
    />
  )
}
