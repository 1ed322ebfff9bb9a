import { useEffect } from 'react'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { usePayers } from '../../state/queries.ts'
import { hrefOf } from '../../state/route.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { PayerPage } from './payer-page.tsx'

const text = directoryText.payers

/** All payers, or one. */
export function PayersScreen({ id }: { readonly id: string | null }) {
  useEffect(() => {
    void usePayers.getState().load({})
  }, [])
  return id === null ? <PayerList /> : <PayerPage key={id} id={id} />
}

function PayerList() {
  const payers = usePayers()
  return (
    <Page title="Payers" subtitle={text.lead}>
      <Loaded from={payers}>
        {({ payers: rows, total }) =>
          rows.length === 0 ? (
            <EmptyState art="first-case" title={text.none.title}>
              {text.none.text}
            </EmptyState>
          ) : (
            <>
              <DataTable
                label="Payers"
                rows={rows}
                rowKey={(p) => p.id}
                columns={[
                  {
                    key: 'account',
                    title: 'Account',
                    heads: true,
                    cell: (p) => (
                      <a href={hrefOf({ screen: 'payers', id: p.id })}>
                        <AccountId id={p.accountId} />
                      </a>
                    ),
                  },
                  { key: 'kind', title: 'Kind', cell: (p) => text.kinds[p.kind] },
                  { key: 'customers', title: 'Customers', end: true, cell: (p) => p.customers },
                  { key: 'bucket', title: 'Bucket', extra: true, cell: (p) => <code>{p.bucket}</code> },
                  { key: 'report', title: 'Report', extra: true, cell: (p) => <code>{p.reportName}</code> },
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
