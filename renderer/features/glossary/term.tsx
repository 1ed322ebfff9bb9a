import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { glossary } from '../../../shared/text/glossary.ts'
import styles from './glossary.module.css'

/** A word that can be asked about where it stands. A word that the glossary does not have is plain text. */
export function Term({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const entry = glossary.find((e) => e.id === id)
  if (!entry) return children
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger}>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner} sideOffset={6}>
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>{entry.term}</Popover.Title>
            <Popover.Description>{entry.text}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
