import { Download } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { asOperationError, client, type OperationError } from '../../client/index.ts'
import { fromBase64 } from '../../format/bytes.ts'
import { fileSize } from '../../format/size.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DrawnPicture } from '../../ui/drawn-picture.tsx'
import { Problem } from '../../ui/problem.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import styles from './file-button.module.css'

type KeptFile = CaseView['attachments'][number]
type Shown = OutputOf<'case.file'>

const text = caseText.file

/** The name of a kept file: pressing it shows the file. */
export function FileButton({ file, caseId }: { readonly file: KeptFile; readonly caseId: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={styles.name} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {file.name}
      </button>
      {open && <FileDialog file={file} caseId={caseId} onClose={() => setOpen(false)} />}
    </>
  )
}

interface FileDialogProps {
  readonly file: KeptFile
  readonly caseId: string
  readonly onClose: () => void
}

function FileDialog({ file, caseId, onClose }: FileDialogProps) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [error, setError] = useState<OperationError | null>(null)
  useEffect(() => {
    let current = true
    client
      .send('case.file', { case: caseId, file: file.id })
      .then((answer) => current && setShown(answer))
      .catch((thrown: unknown) => current && setError(asOperationError(thrown)))
    return () => {
      current = false
    }
  }, [caseId, file.id])
  const save = () => shown !== null && saveBytes(file.name, shown.base64, shown.picture ?? 'application/octet-stream')
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={file.name}
      description={`${fileSize(file.size)} · SHA-256 ${file.sha256.slice(0, 12)}…`}
      footer={
        <>
          <Button icon={<Download aria-hidden />} disabled={shown === null} onClick={save}>
            {text.save}
          </Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <Problem error={error} />
      {shown !== null && <Content shown={shown} />}
    </Dialog>
  )
}

function Content({ shown: { file, picture, text: begins, base64 } }: { readonly shown: Shown }) {
  const bytes = useMemo(
    () => (picture === null ? null : new Blob([fromBase64(base64)], { type: picture })),
    [picture, base64],
  )
  if (bytes !== null) return <DrawnPicture name={file.name} bytes={bytes} className={styles.picture} />
  if (begins === null) return <p>{text.noPreview}</p>
  return (
    <>
      {begins.length < file.size && <p className={styles.begins}>{text.begins}</p>}
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable (WCAG 2.1.1) */}
      <section className={styles.text} tabIndex={0} aria-label={file.name}>
        <pre>{begins}</pre>
      </section>
    </>
  )
}
