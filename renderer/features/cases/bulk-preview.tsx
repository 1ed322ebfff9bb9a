import { casesText } from '../../../shared/text/ui/cases.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Loaded } from '../../ui/loading.tsx'

export const useBulkPreview = createQueryStore(client, 'case.bulk-preview')

const text = casesText.bulk
const said = (number: number) => number.toLocaleString('en-GB')

/** Who would change and to what, and who would be refused and why. */
export function BulkPreview() {
  const preview = useBulkPreview()
  // What is wrong with a field stands at the field.
  const error = preview.error?.field === 'at' ? null : preview.error
  return (
    <Loaded from={{ ...preview, error }}>
      {({ rows, changes, refused, refusals, looked, total }) => (
        <>
          {rows.length === 0 && refused === 0 && <p>{text.none}</p>}
          {rows.length > 0 && (
            <DataTable
              label="Preview"
              rows={rows}
              rowKey={(row) => row.ref}
              columns={[
                { key: 'ref', title: 'Case', heads: true, tight: true, cell: (row) => row.ref },
                { key: 'customer', title: 'Customer', cell: (row) => row.customer },
                { key: 'before', title: text.before, cell: (row) => row.before },
                { key: 'after', title: text.after, cell: (row) => row.after },
              ]}
            />
          )}
          {changes > rows.length && <p>{text.more(changes - rows.length)}</p>}
          {refusals.length > 0 && (
            <>
              <p>{text.refused(count(refused, 'case'))}</p>
              <DataTable
                label={text.refusedTitle}
                rows={refusals}
                rowKey={(row) => row.ref}
                columns={[
                  { key: 'ref', title: 'Case', heads: true, tight: true, cell: (row) => row.ref },
                  { key: 'customer', title: 'Customer', cell: (row) => row.customer },
                  { key: 'why', title: text.why, cell: (row) => `${row.message} ${row.remedy}` },
                ]}
              />
              {refused > refusals.length && <p>{text.more(refused - refusals.length)}</p>}
            </>
          )}
          {looked < total && <p>{text.looked(said(looked), said(total))}</p>}
        </>
      )}
    </Loaded>
  )
}
