import { FileUp } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { cx } from './cx.ts'
import styles from './file-drop.module.css'
import { type Pasting, usePasted } from './use-pasted.ts'

interface FileDropProps {
  readonly label: string
  readonly hint: ReactNode
  /** As the file input's `accept`. */
  readonly accept?: string
  readonly busy?: boolean
  /** What is pasted anywhere on the screen comes here too; null: nothing does. */
  readonly paste?: Pasting | null
  readonly onFile: (file: File) => void
}

/** Takes one file: chosen, dropped or pasted. The button is the way for everyone; dropping is a shortcut. */
export function FileDrop({ label, hint, accept, busy = false, paste = null, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const hintId = useId()
  usePasted(paste, onFile)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut, the button inside does the same
    <div
      className={cx(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file && !busy) onFile(file)
      }}
    >
      <FileUp aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <button
          type="button"
          className={styles.button}
          aria-describedby={hintId}
          aria-busy={busy || undefined}
          onClick={() => !busy && input.current?.click()}
        >
          {label}
        </button>
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={label}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file chosen again is a new try.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}
