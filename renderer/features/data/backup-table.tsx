import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { dataText } from '../../../shared/text/ui/data.ts'
import { count } from '../../format/plural.ts'
import { fileSize } from '../../format/size.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './data-screen.module.css'
import { RestoreDialog } from './restore-dialog.tsx'

type Listed = OutputOf<'workspace.backups'>
type Backup = Listed['backups'][number]

const text = dataText.backups
const { rows } = dataText.restore
/** What is said of a backup where there is room for all of it. */
const WHOLE: ReadonlySet<string> = new Set(['files', 'version', 'size'])

interface BackupTableProps {
  readonly listed: Listed
  readonly none: string
  /** Only what one chooses by: in a dialog there is no room for all of it. */
  readonly brief?: boolean
}

/** The backups of this workspace, newest first, each with what it holds and the way back to it. */
export function BackupTable({ listed, none, brief = false }: BackupTableProps) {
  const [chosen, choose] = useState<string | null>(null)
  const columns: readonly Column<Backup>[] = [
    { key: 'made', title: rows.made, heads: true, tight: true, cell: (b) => b.createdText },
    { key: 'why', title: rows.why, extra: true, cell: (b) => text.reasons[b.reason] },
    { key: 'cases', title: rows.cases, end: true, cell: (b) => b.cases },
    {
      key: 'change',
      title: rows.lastChange,
      extra: true,
      cell: (b) => b.lastChange?.text ?? dataText.restore.noChange,
    },
    { key: 'files', title: rows.attachments, end: true, extra: true, cell: (b) => b.attachments },
    { key: 'version', title: rows.version, end: true, extra: true, cell: (b) => b.dataVersion },
    { key: 'size', title: rows.size, end: true, extra: true, tight: true, cell: (b) => fileSize(b.size) },
    {
      key: 'restore',
      title: '',
      end: true,
      tight: true,
      cell: (b) => (
        <Button
          aria-label={`${text.restore} ${b.createdText}, ${count(b.cases, 'case')}`}
          onClick={() => choose(b.name)}
        >
          {text.restore}
        </Button>
      ),
    },
  ]
  const shown = brief ? columns.filter((c) => !WHOLE.has(c.key)) : columns
  return (
    <>
      {listed.unreadable.map((path) => (
        <Problem key={path} error={text.unreadable(path.split(/[\\/]/).at(-1) ?? path)} />
      ))}
      {listed.backups.length === 0 ? (
        <p>{none}</p>
      ) : (
        <div className={styles.backups}>
          <DataTable label={text.title} columns={shown} rows={listed.backups} rowKey={(b) => b.path} />
        </div>
      )}
      {chosen !== null && <RestoreDialog file={chosen} onClose={() => choose(null)} />}
    </>
  )
}
