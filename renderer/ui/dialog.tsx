import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { IconButton } from './button.tsx'
import { cx } from './cx.ts'
import styles from './dialog.module.css'

interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: ReactNode
  readonly children: ReactNode
  /** Buttons, the primary one last. */
  readonly footer?: ReactNode
  readonly wide?: boolean
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** With it the dialog is a form, and Enter in a field sends it. */
  readonly onSubmit?: () => void
}

/** A modal dialog: named by its title, closed by Escape, focus held inside and given back afterwards. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  wide,
  initialFocus,
  onSubmit,
}: DialogProps) {
  const body = (
    <>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </>
  )
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup
            className={cx(styles.popup, wide && styles.wide)}
            {...(initialFocus === undefined ? {} : { initialFocus })}
          >
            <header className={styles.header}>
              <div>
                <Base.Title className={styles.title}>{title}</Base.Title>
                {description !== undefined && (
                  <Base.Description className={styles.description} render={<div />}>
                    {description}
                  </Base.Description>
                )}
              </div>
              <Base.Close render={<IconButton label="Close" hint={false} />}>
                <X aria-hidden />
              </Base.Close>
            </header>
            {onSubmit ? (
              <form
                className={styles.form}
                noValidate
                onSubmit={(event) => {
                  event.preventDefault()
                  // A form inside a portal still bubbles through React's tree.
                  event.stopPropagation()
                  onSubmit()
                }}
              >
                {body}
              </form>
            ) : (
              body
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
