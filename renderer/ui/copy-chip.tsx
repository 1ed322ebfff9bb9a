import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { spokenAccount } from '../format/account-id.ts'
import { useCopied } from '../state/copied.ts'
import { AccountId } from './account-id.tsx'
import { copyText } from './copy.ts'
import styles from './copy-chip.module.css'
import { cx } from './cx.ts'

interface CopyChipProps {
  readonly label: string
  /** The exact text that is copied. */
  readonly value: string
  /** What is shown where that differs: blank said in words. */
  readonly display?: string | undefined
  /** Where the tick belongs: the case and step. A tick is for a value in its place. */
  readonly place: string
  readonly compact?: boolean
  /** Plain words, not an ID or a name to be read letter by letter. */
  readonly words?: boolean
}

/** A value to paste elsewhere: one click copies its exact bytes, and a tick stays. */
export function CopyChip({ label, value, display, place, compact = false, words = false }: CopyChipProps) {
  const key = `${place} ${label} ${value}`
  const copied = useCopied((s) => s.marks.has(key))
  const [said, say] = useState('')
  const copy = async () => {
    try {
      await copyText(value)
      useCopied.getState().mark(key)
      say(`${label} copied`)
    } catch {
      say(`${label} could not be copied. Select it and copy it by hand.`)
    }
  }
  const shown = value === '' ? (display ?? '') : value
  return (
    <>
      <button
        type="button"
        className={cx(styles.chip, compact && styles.compact)}
        data-copied={copied || undefined}
        aria-label={`Copy ${label} ${value === '' ? shown : spokenAccount(value)}`}
        disabled={value === ''}
        onClick={copy}
      >
        {!compact && <span className={styles.label}>{label}</span>}
        <span className={styles.value}>
          {value === '' ? <span className={styles.blank}>{shown}</span> : words ? value : <AccountId id={value} />}
        </span>
        <span className={styles.mark}>{copied ? <Check aria-hidden /> : <Copy aria-hidden />}</span>
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  )
}
