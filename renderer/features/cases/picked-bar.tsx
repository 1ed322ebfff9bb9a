import { PackageCheck, Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { count } from '../../format/plural.ts'
import { useCaseList } from '../../state/case-list.ts'
import { Button } from '../../ui/button.tsx'
import { ExportManyDialog } from '../exchange/export-many-dialog.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import styles from './picked-bar.module.css'

/** What can be done with the cases that are picked; nothing where none are. */
export function PickedBar() {
  const { picked, total, rows, query } = useCaseList()
  const [editing, setEditing] = useState(false)
  const [exporting, setExporting] = useState(false)
  const number = picked === 'all' ? (total ?? rows.length) : picked.size
  if (number === 0) return null
  const { order: _order, ...view } = query
  const selection = picked === 'all' ? { query: view } : { cases: [...picked] }
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.count}>
        {casesText.bulk.picked(count(number, 'case'))}
      </p>
      <Button icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
        Change owner and tags…
      </Button>
      <Button icon={<PackageCheck aria-hidden />} onClick={() => setExporting(true)}>
        {exchangeText.many.button}
      </Button>
      {picked !== 'all' && number < (total ?? 0) && (
        <Button variant="quiet" onClick={() => useCaseList.getState().pickAll()}>
          Pick all {total?.toLocaleString('en-GB')}
        </Button>
      )}
      <Button variant="quiet" icon={<X aria-hidden />} onClick={() => useCaseList.getState().pickNone()}>
        Pick none
      </Button>
      {exporting && <ExportManyDialog selection={selection} number={number} onClose={() => setExporting(false)} />}
      {editing && <BulkDialog number={number} onClose={() => setEditing(false)} />}
    </div>
  )
}
