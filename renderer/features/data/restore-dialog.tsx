import { useEffect } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { dataText } from '../../../shared/text/ui/data.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { fileSize } from '../../format/size.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { useSession } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './restore-dialog.module.css'

type Preview = OutputOf<'workspace.restore-preview'>

const text = dataText.restore
const usePreview = createQueryStore(client, 'workspace.restore-preview')

/** What a backup holds beside what it would replace; nothing is replaced before that was seen. */
export function RestoreDialog({ file, onClose }: { readonly file: string; readonly onClose: () => void }) {
  const preview = usePreview()
  const { run, busy, error } = useSubmit()
  useEffect(() => {
    void usePreview.getState().load({ file }, { keep: false })
  }, [file])
  const restore = () =>
    void run(async () => {
      const { kept } = await client.send('workspace.restore', { file, confirmed: true })
      toast.done(text.done, kept === null ? text.nothingKept : text.keptIn(kept))
      await useSession.getState().load()
    }).then((done) => done && onClose())
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title}
      description={text.kept}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={busy} disabled={preview.data === null} onClick={restore}>
            {text.button}
          </Button>
        </>
      }
    >
      {preview.slow && <p role="status">{text.reading}</p>}
      <Loaded from={{ ...preview, slow: false }}>{(data) => <Comparison preview={data} />}</Loaded>
      <Problem error={error} />
    </Dialog>
  )
}

function Comparison({ preview: { backup, present } }: { readonly preview: Preview }) {
  const more = present === null ? 0 : present.cases - backup.cases
  const rows: readonly (readonly [string, string, string])[] = [
    [text.rows.cases, String(backup.cases), present ? String(present.cases) : ''],
    [text.rows.customers, String(backup.customers), present ? String(present.customers) : ''],
    [
      text.rows.lastChange,
      backup.lastChange?.text ?? text.noChange,
      present ? (present.lastChange?.text ?? text.noChange) : '',
    ],
    [text.rows.attachments, String(backup.attachments), ''],
    [text.rows.company, backup.company ?? '', ''],
    [text.rows.made, backup.createdText, ''],
    [text.rows.why, dataText.backups.reasons[backup.reason], ''],
    [text.rows.version, String(backup.dataVersion), ''],
    [text.rows.size, fileSize(backup.size), ''],
  ]
  return (
    <>
      <p className={styles.file}>{backup.name}</p>
      <table className={styles.table} aria-label={text.title}>
        <thead>
          <tr>
            <td />
            <th scope="col">{text.backup}</th>
            <th scope="col">{text.present}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, held, now]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td>{held}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {present === null && <p>{`${text.present}: ${text.unreadable}`}</p>}
      {more > 0 && <p className={styles.more}>{text.newer(count(more, 'case'))}</p>}
      <FindingList findings={backup.findings} />
    </>
  )
}
