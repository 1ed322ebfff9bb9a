import { BookmarkPlus, Ellipsis } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ViewWithCount } from '../../../shared/contract/operations/views.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { client } from '../../client/index.ts'
import { ACTIVE, type CaseAddress, caseAddressHref } from '../../state/case-address.ts'
import { useCaseList } from '../../state/case-list.ts'
import { useViews } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { undoChange } from '../../state/undo.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import styles from './view-bar.module.css'
import { ViewDialog } from './view-dialog.tsx'

const text = casesText.views
const USUAL: CaseAddress = { filter: { states: [...ACTIVE] }, order: 'due', reverse: false, layout: 'list' }

/** The views that are kept, each a link with its count; and keeping the one on the screen. */
export function ViewBar() {
  const list = useCaseList()
  const views = useViews((s) => s.data?.views) ?? []
  const [dialog, setDialog] = useState<'save' | ViewWithCount | null>(null)
  const here = caseAddressHref(list)
  const current = views.find((view) => caseAddressHref(view) === here)

  useEffect(() => {
    void useViews.getState().load({})
  }, [])

  return (
    <nav className={styles.bar} aria-label={text.label}>
      <ul className={styles.views}>
        <li>
          <a
            href={caseAddressHref(USUAL)}
            className={styles.view}
            aria-current={here === '#/cases' ? 'true' : undefined}
          >
            {text.all}
          </a>
        </li>
        {views.map((view) => (
          <li key={view.id} className={styles.kept}>
            <a
              href={caseAddressHref(view)}
              className={styles.view}
              aria-current={view === current ? 'true' : undefined}
            >
              {view.name}
              <span className={styles.count}>
                {view.total.toLocaleString('en-GB')}
                <span className="visually-hidden"> cases</span>
              </span>
            </a>
            <Menu
              trigger={
                <IconButton label={text.menu(view.name)} hint={false} className={styles.more}>
                  <Ellipsis aria-hidden />
                </IconButton>
              }
              actions={[
                { label: text.rename, onSelect: () => setDialog(view) },
                { label: text.update, onSelect: () => void update(view) },
                { label: text.remove, danger: true, apart: true, onSelect: () => void remove(view) },
              ]}
            />
          </li>
        ))}
      </ul>
      {!current && here !== '#/cases' && (
        <Button variant="quiet" icon={<BookmarkPlus aria-hidden />} onClick={() => setDialog('save')}>
          {text.save}
        </Button>
      )}
      {dialog !== null && <ViewDialog view={dialog === 'save' ? null : dialog} onClose={() => setDialog(null)} />}
    </nav>
  )
}

async function update({ id, name }: ViewWithCount): Promise<void> {
  const { filter, order, reverse, layout } = useCaseList.getState()
  await tell(text.updated(name), client.send('view.save', { view: id, name, filter, order, reverse, layout }))
}

async function remove({ id, name }: ViewWithCount): Promise<void> {
  await tell(text.removed(name), client.send('view.remove', { view: id }))
}

async function tell(said: string, sent: Promise<{ readonly sequence: number | null }>): Promise<void> {
  try {
    const { sequence } = await sent
    if (sequence !== null) toast.undoable(said, () => void undoChange(sequence))
    await useViews.getState().refresh()
  } catch (thrown) {
    toast.failed(thrown)
  }
}
