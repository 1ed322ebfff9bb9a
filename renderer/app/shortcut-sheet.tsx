import { keyEntry } from '../../shared/text/keys.ts'
import { glossaryText } from '../../shared/text/ui/glossary.ts'
import { shellText } from '../../shared/text/ui/shell.ts'
import { useSettings } from '../state/queries.ts'
import { useIsPractice } from '../state/session.ts'
import { useSurface } from '../state/surfaces.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Keys, keysOf } from '../ui/kbd.tsx'
import { commands } from './commands.ts'
import styles from './shortcut-sheet.module.css'

/** Keys that belong to no command: they act where the focus is. */
const IN_PLACE = [
  'palette',
  'search',
  'move',
  'open',
  'close',
  'today-check',
  'today-done',
  'today-chase',
  'today-snooze',
  'list-pick',
  'list-range',
  'list-all',
  'board-move',
] as const

/** Every key there is. */
export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const practice = useIsPractice()
  const singleKeys = useSettings((s) => s.data?.appearance.singleKeys ?? true)
  const rows = [
    ...IN_PLACE.map((id) => ({ keys: keysOf(id), label: keyEntry(id).label })),
    ...commands({ caseRef: 'Case', practice }).flatMap((c) => (c.keys ? [{ keys: c.keys, label: c.label }] : [])),
  ]
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keyboard shortcuts"
      description={singleKeys ? undefined : shellText.singleKeysOff}
    >
      <div>
        <Button onClick={() => useSurface.getState().show('glossary')}>{glossaryText.open}</Button>
      </div>
      <dl className={styles.sheet}>
        {rows.map((row) => (
          <div key={row.label} className={styles.row}>
            <dt>{row.label}</dt>
            <dd>
              <Keys keys={row.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
