import { useMemo } from 'react'
import type { DossierLine } from '../../../shared/contract/dossier-view.ts'
import { fromBase64 } from '../../format/bytes.ts'
import { DrawnPicture } from '../../ui/drawn-picture.tsx'
import styles from './dossier-screen.module.css'

/** The lines of a cell. */
export function DossierCell({ cell }: { readonly cell: readonly DossierLine[] }) {
  return cell.map((line, i) => {
    const key = `${i} ${line.text}`
    if (line.picture !== null) return <Picture key={key} name={line.text} picture={line.picture} />
    return (
      <p key={key} className={line.look === 'plain' ? undefined : styles[line.look]}>
        {line.text}
      </p>
    )
  })
}

/** A picture of the evidence with its name below. */
function Picture({ name, picture }: { readonly name: string; readonly picture: NonNullable<DossierLine['picture']> }) {
  const blob = useMemo(() => new Blob([fromBase64(picture.base64)], { type: picture.type }), [picture])
  return (
    <figure className={styles.figure}>
      <DrawnPicture name={name} bytes={blob} />
      <figcaption className={styles.quiet}>{name}</figcaption>
    </figure>
  )
}
