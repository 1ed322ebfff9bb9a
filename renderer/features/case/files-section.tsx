import type { CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { fileSize } from '../../format/size.ts'
import { dateTime } from '../../format/zoned.ts'
import { useZone } from '../../state/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FileButton } from './file-button.tsx'
import styles from './section.module.css'

const KINDS = { 'crawler-file': 'Crawler file', evidence: 'Evidence' } as const

/** The files kept with the case, each with its origin and its hash. */
export function FilesSection({ view }: { readonly view: CaseView }) {
  const zone = useZone()
  if (view.attachments.length === 0) {
    return (
      <EmptyState art="first-case" title={caseText.filesEmpty.title}>
        {caseText.filesEmpty.text}
      </EmptyState>
    )
  }
  return (
    <section className={styles.section} aria-label="Files">
      <DataTable
        label="Files"
        rows={view.attachments}
        rowKey={(file) => file.id}
        columns={[
          {
            key: 'name',
            tight: true,
            title: 'Name',
            heads: true,
            cell: (file) => <FileButton file={file} caseId={view.id} />,
          },
          { key: 'kind', tight: true, title: 'Kind', cell: (file) => KINDS[file.kind] },
          { key: 'size', tight: true, title: 'Size', end: true, cell: (file) => fileSize(file.size) },
          { key: 'origin', title: 'From', extra: true, cell: (file) => <code>{file.origin}</code> },
          {
            key: 'hash',
            tight: true,
            title: 'SHA-256',
            extra: true,
            cell: (file) => <code>{file.sha256.slice(0, 12)}…</code>,
          },
          {
            key: 'added',
            title: 'Added',
            cell: (file) => `${dateTime(file.addedAt, zone)}, ${file.addedBy}`,
          },
        ]}
      />
    </section>
  )
}
