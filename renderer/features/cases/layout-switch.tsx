import { Columns3, List } from 'lucide-react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { caseAddressHref } from '../../state/case-address.ts'
import { useCaseList } from '../../state/case-list.ts'
import { go } from '../../state/location.ts'
import { IconButton } from '../../ui/button.tsx'
import styles from './case-filters.module.css'

const text = casesText.layouts

/** The same cases as a list or as a board. */
export function LayoutSwitch() {
  const layout = useCaseList((s) => s.layout)
  const show = (next: 'list' | 'board') => go(caseAddressHref({ ...useCaseList.getState(), layout: next }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form
    <div className={styles.states} role="group" aria-label={text.label}>
      <IconButton label={text.list} aria-pressed={layout === 'list'} onClick={() => show('list')}>
        <List aria-hidden />
      </IconButton>
      <IconButton label={text.board} aria-pressed={layout === 'board'} onClick={() => show('board')}>
        <Columns3 aria-hidden />
      </IconButton>
    </div>
  )
}
