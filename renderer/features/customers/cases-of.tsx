import type { InputOf } from '../../../shared/contract/index.ts'
import { useCasesOf } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { useAsked } from '../../state/use-asked.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Section } from '../../ui/page.tsx'
import styles from './facts-page.module.css'

const MOST = 100
const STATES = { open: 'Open', 'on-hold': 'On hold', done: 'Done', abandoned: 'Abandoned' } as const

/** The cases that use a customer's or a payer's facts. */
export function CasesOf({ filter }: { readonly filter: Pick<InputOf<'case.list'>, 'customer' | 'payer'> }) {
  const { customer = null, payer = null } = filter
  const cases = useAsked(useCasesOf, { customer, payer, order: 'number', limit: MOST })

  return (
    <Section title="Cases">
      <Loaded from={cases}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className={styles.weak}>No case uses these facts.</p>
          ) : (
            <>
              <DataTable
                label="Cases"
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'ref',
                    title: 'Case',
                    heads: true,
                    cell: (row) => (
                      <a href={caseHref(row.ref)}>
                        {row.ref} {row.customer}
                      </a>
                    ),
                  },
                  { key: 'state', title: 'State', cell: (row) => STATES[row.state] },
                  { key: 'next', title: 'Next step', cell: (row) => row.nextStep ?? '—' },
                  { key: 'owner', title: 'Owner', extra: true, cell: (row) => row.owner },
                ]}
              />
              {total > rows.length && <p className={styles.weak}>{total - rows.length} more in Cases.</p>}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}
