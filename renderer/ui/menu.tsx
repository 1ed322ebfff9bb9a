import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './menu.module.css'

export interface MenuAction {
  readonly label: string
  readonly icon?: ReactNode
  readonly onSelect: () => void
  readonly danger?: boolean
  /** A line above it. */
  readonly apart?: boolean
}

/** A menu of actions behind a button. */
export function Menu({
  trigger,
  actions,
}: {
  readonly trigger: ReactElement
  readonly actions: readonly MenuAction[]
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} align="end">
          <Base.Popup className={styles.popup}>
            {actions.map((action) => (
              <div key={action.label} role="none">
                {action.apart && <Base.Separator className={styles.separator} />}
                <Base.Item className={cx(styles.item, action.danger && styles.danger)} onClick={action.onSelect}>
                  <span className={styles.icon}>{action.icon}</span>
                  {action.label}
                </Base.Item>
              </div>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
