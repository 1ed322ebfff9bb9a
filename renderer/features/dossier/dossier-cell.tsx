import { useEffect, useRef } from 'react'
import type { DossierLine } from '../../../shared/contract/dossier-view.ts'
import { fromBase64 } from '../../format/bytes.ts'
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

/** A picture of the evidence. It is drawn, for the page loads no picture that is not its own. */
function Picture({ name, picture }: { readonly name: string; readonly picture: NonNullable<DossierLine['picture']> }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let current = true
    const draw = async () => {
      const image = await createImageBitmap(new Blob([fromBase64(picture.base64)], { type: picture.type }))
      const at = canvas.current
      if (current && at !== null) {
        at.width = image.width
        at.height = image.height
        at.getContext('2d')?.drawImage(image, 0, 0)
      }
      image.close()
    }
    // Bytes that only begin like a picture show as nothing; their name stands beside them.
    draw().catch(() => canvas.current?.remove())
    return () => {
      current = false
    }
  }, [picture])
  return (
    <figure className={styles.figure}>
      <canvas ref={canvas} role="img" aria-label={name} />
      <figcaption className={styles.quiet}>{name}</figcaption>
    </figure>
  )
}
