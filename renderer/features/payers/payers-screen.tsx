import type { PayerView } from '../../../shared/contract/views.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { usePayerList } from '../../state/directory-lists.ts'
import { hrefOf } from '../../state/route.ts'
import { AccountId } from '../../ui/account-id.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { DirectoryList } from '../customers/directory-list.tsx'
import { PayerPage } from './payer-page.tsx'

const text = directoryText.payers

const COLUMNS: readonly Column<PayerView>[] = [
  {
    key: 'account',
    title: 'Account',
    heads: true,
    share: 2,
    cell: (p) => (
      <a href={hrefOf({ screen: 'payers', id: p.id })}>
        <AccountId id={p.accountId} />
      </a>
    ),
  },
  { key: 'kind', title: 'Kind', share: 1.5, cell: (p) => text.kinds[p.kind] },
  { key: 'customers', title: 'Customers', extra: true, cell: (p) => p.customers },
  { key: 'bucket', title: 'Bucket', extra: true, share: 4, cell: (p) => <code>{p.bucket}</code> },
  { key: 'report', title: 'Report', extra: true, share: 2.5, cell: (p) => <code>{p.reportName}</code> },
]

/** All payers, or one. */
export function PayersScreen({ id }: { readonly id: string | null }) {
  return id === null ? <PayerList /> : <PayerPage key={id} id={id} />
}

function PayerList() {
  const list = usePayerList()
  return (
    <DirectoryList
      title="Payers"
      lead={text.lead}
      list={list}
      columns={COLUMNS}
      rowKey={(p) => p.id}
      words={{ ...text, searchLabel: 'Search payers' }}
    />
  )
}
