import { Paperclip, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { caseText } from '../../../shared/text/ui/case.ts'
import { fileSize } from '../../format/size.ts'
import { IconButton } from '../../ui/button.tsx'
import { DrawnPicture } from '../../ui/drawn-picture.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import styles from './evidence-file.module.css'

const text = caseText.evidence
/** Characters by which a text is recognised. */
const BEGINNING = 600
const TEXTS = /\.(txt|md|log|csv|json|ya?ml|eml)$/i

interface EvidenceFileProps {
  readonly file: File | null
  readonly onFile: (file: File | null) => void
}

/** What is kept as evidence: chosen, dropped, or pasted as a picture or a text, and seen before it is kept. */
export function EvidenceFile({ file, onFile }: EvidenceFileProps) {
  return (
    <>
      {file === null ? (
        <FileDrop label={text.file} hint={text.fileHint} paste={{ textAs: text.pastedText }} onFile={onFile} />
      ) : (
        <div className={styles.taken}>
          <p className={styles.name}>
            <Paperclip aria-hidden /> {file.name} <span className={styles.size}>{fileSize(file.size)}</span>
            <IconButton label={text.leaveOut(file.name)} onClick={() => onFile(null)}>
              <X aria-hidden />
            </IconButton>
          </p>
          <Preview key={`${file.name} ${file.lastModified} ${file.size}`} file={file} />
        </div>
      )}
      <p role="status" className="visually-hidden">
        {file === null ? '' : text.taken(file.name, fileSize(file.size))}
      </p>
    </>
  )
}

function Preview({ file }: { readonly file: File }) {
  const isText = file.type.startsWith('text/') || TEXTS.test(file.name)
  const [beginning, setBeginning] = useState('')
  useEffect(() => {
    if (!isText) return
    let current = true
    file
      .slice(0, BEGINNING * 4)
      .text()
      .then((read) => current && setBeginning(read.slice(0, BEGINNING)))
      // It is said where it is sent.
      .catch(() => {})
    return () => {
      current = false
    }
  }, [file, isText])
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.type)) {
    return <DrawnPicture name={text.preview(file.name)} bytes={file} className={styles.picture} />
  }
  return beginning === '' ? null : (
    <figure aria-label={text.preview(file.name)}>
      <pre className={styles.text}>{beginning}</pre>
    </figure>
  )
}
