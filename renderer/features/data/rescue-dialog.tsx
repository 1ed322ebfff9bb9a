import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { dataText } from '../../../shared/text/ui/data.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PathDialog } from './path-dialog.tsx'

type Rescued = OutputOf<'workspace.rescue'>
type Table = Rescued['tables'][number]

const text = dataText.rescue

/** Saves what can still be read, then says what that was. */
export function RescueDialog({ onClose }: { readonly onClose: () => void }) {
  const [rescued, setRescued] = useState<Rescued | null>(null)
  if (rescued === null) {
    return (
      <PathDialog
        text={{ ...text, lead: text.hint }}
        place="folder"
        onClose={onClose}
        onPath={async (out) => setRescued(await client.send('workspace.rescue', { out }))}
      />
    )
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title}
      description={text.done(rescued.path)}
      footer={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <DataTable
        label={text.title}
        columns={[
          { key: 'what', title: text.head.what, heads: true, cell: (t: Table) => t.name },
          { key: 'rows', title: text.head.entries, end: true, cell: (t: Table) => t.rows },
          {
            key: 'lost',
            title: text.head.read,
            cell: (t: Table) => (t.lost === null ? text.whole : text.lost(t.lost)),
          },
        ]}
        rows={rescued.tables}
        rowKey={(t) => t.name}
      />
      <p>{text.files(count(rescued.attachments, 'attached file'))}</p>
    </Dialog>
  )
}
