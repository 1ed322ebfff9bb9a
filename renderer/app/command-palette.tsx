import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { FolderOpen, Search, Zap } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { CaseRowView } from '../../shared/contract/views.ts'
import { shellText } from '../../shared/text/ui/shell.ts'
import { client } from '../client/index.ts'
import { go, useRoute } from '../state/location.ts'
import { caseHref } from '../state/route.ts'
import { useIsPractice } from '../state/session.ts'
import { AccountId } from '../ui/account-id.tsx'
import { Keys } from '../ui/kbd.tsx'
import styles from './command-palette.module.css'
import { commands } from './commands.ts'

interface Item {
  readonly id: string
  readonly label: string
  readonly icon: React.ReactNode
  readonly aside: React.ReactNode
  readonly run: () => void
}

interface Group {
  readonly value: string
  readonly items: readonly Item[]
}

const MOST_CASES = 8
/** Keys typed in one breath make one question. */
const BREATH = 60

/** Every command and every case, by a few letters. */
export function CommandPalette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup className={styles.popup} aria-label="Command palette">
            <Palette onClose={onClose} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Palette({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('')
  const route = useRoute()
  const practice = useIsPractice()
  const { rows: cases, of: answered } = useCasesLike(text)
  const caseRef = route.screen === 'case' ? route.ref : null

  const groups = useMemo((): readonly Group[] => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const hits = commands({ caseRef, practice }).filter((c) => words.every((w) => c.label.toLowerCase().includes(w)))
    // The host answers a moment after the keys: until then only those of its last answer that fit what is typed by now.
    const found = cases.map(caseItem)
    const fitting =
      answered === text ? found : found.filter((c) => words.every((w) => c.label.toLowerCase().includes(w)))
    const all: readonly Group[] = [
      { value: 'Cases', items: fitting },
      {
        value: 'Commands',
        items: hits.map((c) => ({
          id: c.id,
          label: c.label,
          icon: <Zap aria-hidden />,
          aside: c.keys && <Keys keys={c.keys} />,
          run: c.run,
        })),
      },
    ]
    return all.filter((g) => g.items.length > 0)
  }, [text, cases, answered, caseRef, practice])

  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      // The groups come filtered: cases by the host, which also searches IDs, commands above.
      mode="none"
      filter={null}
      value={text}
      onValueChange={setText}
      itemToStringValue={(item: Item) => item.label}
      autoHighlight="always"
      keepHighlight
    >
      <div className={styles.input}>
        <Search aria-hidden />
        <Autocomplete.Input aria-label="Find or do" placeholder={shellText.paletteHint} />
      </div>
      <Dialog.Close className="visually-hidden">Close command palette</Dialog.Close>
      <Autocomplete.Empty>
        {groups.length === 0 && <p className={styles.empty}>{shellText.paletteEmpty}</p>}
      </Autocomplete.Empty>
      <Autocomplete.List className={styles.list}>
        {(group: Group) => (
          <Autocomplete.Group key={group.value} items={group.items} className={styles.group}>
            <Autocomplete.GroupLabel className={styles.groupLabel}>{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: Item) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  className={styles.item}
                  onClick={() => {
                    onClose()
                    item.run()
                  }}
                >
                  {item.icon}
                  <span className={styles.label}>{item.label}</span>
                  <span className={styles.aside}>{item.aside}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

function caseItem(row: CaseRowView): Item {
  return {
    id: row.id,
    label: `${row.ref} ${row.customer}`,
    icon: <FolderOpen aria-hidden />,
    aside: <AccountId id={row.managementAccountId} />,
    run: () => go(caseHref(row.ref)),
  }
}

interface Answer {
  readonly of: string
  readonly rows: readonly CaseRowView[]
}

/** Cases that match, the newest question's answer only, and what had been typed for it. */
function useCasesLike(text: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ of: text, rows: [] })
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      try {
        const page = await client.send('case.list', {
          limit: MOST_CASES,
          order: 'updated',
          ...(text.trim() === '' ? {} : { text: text.trim() }),
        })
        if (current) setAnswer({ of: text, rows: page.rows })
      } catch {
        // Without an answer the palette still has its commands; the screen behind says that the host is silent.
        if (current) setAnswer({ of: text, rows: [] })
      }
    }, BREATH)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [text])
  return answer
}
