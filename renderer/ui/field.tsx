import { CircleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import styles from './field.module.css'

/** Why a value was not taken, and what to do: the host's own words. */
export interface FieldProblem {
  readonly message: string
  readonly remedy: string
}

interface FieldFrame {
  readonly label: string
  readonly help?: ReactNode
  readonly problem?: FieldProblem | null | undefined
  /** Beside the label, for “optional” and the like. */
  readonly note?: string | undefined
  readonly className?: string | undefined
}

/** Label, control, help and problem, tied together by name and description. */
function Frame({
  id,
  label,
  help,
  problem,
  note,
  className,
  children,
}: FieldFrame & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={cx(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </label>
      {children}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          <CircleAlert aria-hidden />
          <span>
            {problem.message} <span className={styles.remedy}>{problem.remedy}</span>
          </span>
        </p>
      )}
      {help !== undefined && help !== '' && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  )
}

function described(id: string, { help, problem }: FieldFrame) {
  const ids = [problem ? `${id}-problem` : '', help !== undefined && help !== '' ? `${id}-help` : ''].filter(Boolean)
  return {
    id,
    'aria-invalid': problem ? (true as const) : undefined,
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
  }
}

interface TextFieldProps extends FieldFrame, Omit<ComponentProps<'input'>, 'className' | 'value' | 'onChange'> {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly mono?: boolean
  /** A button at the end of the line, for another way to the same value. */
  readonly beside?: ReactNode
  /** Values that are offered, beside any other that is typed. */
  readonly choices?: readonly string[]
}

export function TextField({
  label,
  help,
  problem,
  note,
  className,
  onValue,
  mono = false,
  beside,
  choices = [],
  ...input
}: TextFieldProps) {
  const id = useId()
  const frame = { label, help, problem, note, className }
  return (
    <Frame {...frame} id={id}>
      <div className={styles.line}>
        <input
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...described(id, frame)}
          className={cx(styles.control, mono && styles.mono)}
          onChange={(event) => onValue(event.target.value)}
          {...(choices.length > 0 ? { list: `${id}-choices` } : {})}
        />
        {choices.length > 0 && (
          <datalist id={`${id}-choices`}>
            {choices.map((choice) => (
              <option key={choice} value={choice} />
            ))}
          </datalist>
        )}
        {beside}
      </div>
    </Frame>
  )
}

interface TextAreaProps extends FieldFrame, Omit<ComponentProps<'textarea'>, 'className' | 'value' | 'onChange'> {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly mono?: boolean
}

export function TextArea({ label, help, problem, note, className, onValue, mono = false, ...area }: TextAreaProps) {
  const id = useId()
  const frame = { label, help, problem, note, className }
  return (
    <Frame {...frame} id={id}>
      <textarea
        rows={3}
        {...area}
        {...described(id, frame)}
        className={cx(styles.control, styles.area, mono && styles.mono)}
        onChange={(event) => onValue(event.target.value)}
      />
    </Frame>
  )
}

interface SelectFieldProps<V extends string> extends FieldFrame {
  readonly value: V
  readonly onValue: (value: V) => void
  readonly options: readonly { readonly value: V; readonly label: string }[]
}

export function SelectField<V extends string>({ onValue, options, value, ...frame }: SelectFieldProps<V>) {
  const id = useId()
  return (
    <Frame {...frame} id={id}>
      <select
        {...described(id, frame)}
        className={cx(styles.control, styles.select)}
        value={value}
        onChange={(event) => {
          const chosen = options.find((o) => o.value === event.target.value)
          if (chosen) onValue(chosen.value)
        }}
      >
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}
