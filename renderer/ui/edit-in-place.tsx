import { Check, Pencil, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useSubmit } from '../state/use-submit.ts'
import { Button, IconButton } from './button.tsx'
import { cx } from './cx.ts'
import styles from './edit-in-place.module.css'
import { TextArea, TextField } from './field.tsx'
import { Problem } from './problem.tsx'

interface EditInPlaceProps {
  readonly label: string
  /** As it is edited. */
  readonly value: string
  /** As it is read; absent: as it is edited. */
  readonly children?: ReactNode
  /** What stands there where the value is empty. */
  readonly empty: string
  readonly help?: string
  /** Values to choose from, beside any other that is typed. */
  readonly suggestions?: readonly string[]
  /** Several lines: Enter begins the next one, and Ctrl or ⌘ with Enter saves. */
  readonly multiline?: boolean
  readonly words: {
    readonly edit: string
    readonly save: string
    readonly cancel: string
    /** Somebody else changed it while this was typed. */
    readonly meanwhile: (now: string) => string
  }
  /** @throws OperationError, which is then said in place; what was typed stays. */
  readonly onSave: (value: string) => Promise<unknown>
}

/**
 * A value that is edited where it is read: a press turns it into a field, Enter saves, Escape leaves it as it was, and
 * either brings the focus back to where it came from.
 */
export function EditInPlace(props: EditInPlaceProps) {
  const { label, value, children, empty, words } = props
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)

  useEffect(() => {
    if (wasEditing.current && !editing) button.current?.focus()
    wasEditing.current = editing
  }, [editing])

  if (editing) return <Editor {...props} onEnd={() => setEditing(false)} />
  return (
    <div className={styles.shown}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <button ref={button} type="button" className={styles.value} onClick={() => setEditing(true)}>
        <span className="visually-hidden">{label}: </span>
        <span className={cx(styles.text, value === '' && styles.empty)}>
          {value === '' ? empty : (children ?? value)}
        </span>
        <span className="visually-hidden">. {words.edit}</span>
        <Pencil aria-hidden />
      </button>
    </div>
  )
}

function Editor(props: EditInPlaceProps & { readonly onEnd: () => void }) {
  const { label, value, help, suggestions = [], multiline = false, words, onSave, onEnd } = props
  const [draft, setDraft] = useState(value)
  const [began] = useState(value)
  const { run, busy, error } = useSubmit()
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input,textarea')
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }, [])

  const save = async () => {
    if (draft === value || (await run(() => onSave(draft)))) onEnd()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onEnd()
    } else if (multiline && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    }
  }
  const said = value === began ? help : words.meanwhile(value)
  // What no field can be blamed for is said aloud.
  const ofField = error === null || error.field === null ? null : error
  const field = {
    label,
    value: draft,
    onValue: setDraft,
    problem: ofField,
    ...(said === undefined ? {} : { help: said }),
  }
  return (
    <form
      ref={form}
      noValidate
      className={cx(styles.editor, multiline && styles.wide)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {multiline ? (
        <TextArea {...field} rows={4} />
      ) : (
        <TextField {...field} choices={suggestions} className={styles.field} beside={<Ends {...props} />} />
      )}
      {ofField === null && <Problem error={error} />}
      {multiline && (
        <div className={styles.ends}>
          <Button type="submit" variant="primary" busy={busy}>
            {words.save}
          </Button>
          <Button onClick={onEnd}>{words.cancel}</Button>
        </div>
      )}
    </form>
  )
}

function Ends({ words, onEnd }: EditInPlaceProps & { readonly onEnd: () => void }) {
  return (
    <>
      <IconButton type="submit" label={words.save} hint={false}>
        <Check aria-hidden />
      </IconButton>
      <IconButton label={words.cancel} hint={false} onClick={onEnd}>
        <X aria-hidden />
      </IconButton>
    </>
  )
}
