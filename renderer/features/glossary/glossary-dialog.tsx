import { useState } from 'react'
import { glossary } from '../../../shared/text/glossary.ts'
import { glossaryText as text } from '../../../shared/text/ui/glossary.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './glossary.module.css'

/** Every word of the field, to look one up. */
export function GlossaryDialog({ onClose }: { readonly onClose: () => void }) {
  const [typed, type] = useState('')
  const words = typed.trim().toLowerCase()
  const found = glossary.filter(({ term, also, text: meaning }) =>
    [term, ...also, meaning].some((part) => part.toLowerCase().includes(words)),
  )
  return (
    <Dialog open wide onClose={onClose} title={text.title} description={text.lead}>
      <TextField type="search" label={text.search} value={typed} onValue={type} />
      <p className="visually-hidden" role="status">
        {text.found(found.length)}
      </p>
      {found.length === 0 && <p className={styles.also}>{text.none}</p>}
      <dl className={styles.words}>
        {found.map((entry) => (
          <div key={entry.id} className={styles.word}>
            <dt>
              {entry.term}
              {entry.also.length > 0 && <span className={styles.also}> {text.also(entry.also.join(', '))}</span>}
            </dt>
            <dd>{entry.text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
