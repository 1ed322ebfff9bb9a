import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { cx } from './cx.ts'
import { Hint } from './hint.tsx'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant
  readonly icon?: ReactNode
  /** Its command is running: it says so, keeps its width and its focus, and takes no second click. */
  readonly busy?: boolean
}

export function Button({ variant = 'plain', icon, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(styles.button, styles[variant], className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      {children}
    </button>
  )
}

interface IconButtonProps extends ComponentProps<'button'> {
  /** The name: spoken, and shown as a hint. */
  readonly label: string
  /** False for signs that everybody knows: a hint would only stand in the way of Escape. */
  readonly hint?: boolean
}

export function IconButton({ label, hint = true, className, children, ...rest }: IconButtonProps) {
  const button = (
    <button
      type="button"
      {...rest}
      className={cx(styles.button, styles.quiet, styles.square, className)}
      aria-label={label}
    >
      {children}
    </button>
  )
  return hint ? <Hint text={label}>{button}</Hint> : button
}

/** A link that looks like a button because it leads to the next action. */
export function ButtonLink({
  variant = 'plain',
  icon,
  className,
  children,
  ...rest
}: ComponentProps<'a'> & { readonly variant?: ButtonVariant; readonly icon?: ReactNode }) {
  return (
    <a {...rest} className={cx(styles.button, styles[variant], className)}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      {children}
    </a>
  )
}
