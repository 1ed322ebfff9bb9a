import { ListFilter, Search } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { CaseState } from '../../../shared/domain/records/case.ts'
import type { CaseFilter } from '../../../shared/domain/records/case-filter.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { isTyping } from '../../app/use-keys.ts'
import { ACTIVE, caseAddressHref } from '../../state/case-address.ts'
import { useCaseList } from '../../state/case-list.ts'
import { go } from '../../state/location.ts'
import { useSettings } from '../../state/queries.ts'
import { Button } from '../../ui/button.tsx'
import styles from './case-filters.module.css'
import { ColumnMenu } from './column-menu.tsx'
import { FilterChips } from './filter-chips.tsx'
import { LayoutSwitch } from './layout-switch.tsx'
import { MoreFilters } from './more-filters.tsx'

const STATES: readonly { readonly name: string; readonly states: readonly CaseState[] }[] = [
  { name: 'Active', states: ACTIVE },
  { name: 'On hold', states: ['on-hold'] },
  { name: 'Done', states: ['done'] },
  { name: 'Abandoned', states: ['abandoned'] },
  { name: 'All', states: [] },
]

/** Search, state and filters of the list. Each key asks the host anew; the last answer wins. */
export function CaseFilters() {
  const { filter, layout } = useCaseList()
  const [isOpen, setOpen] = useState(false)
  const chosen = STATES.find((s) => s.states.join() === (filter.states ?? []).join())
  const show = (next: CaseFilter) => go(caseAddressHref({ ...useCaseList.getState(), filter: next }))
  const panel = useId()
  return (
    <div className={styles.filters}>
      <SearchBox text={filter.text ?? ''} onText={(text) => useCaseList.getState().type(text)} />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form */}
      <div className={styles.states} role="group" aria-label="State">
        {STATES.map((s) => (
          <button
            key={s.name}
            type="button"
            className={styles.state}
            aria-pressed={s === chosen}
            onClick={() => show({ ...filter, states: [...s.states] })}
          >
            {s.name}
          </button>
        ))}
      </div>
      <div className={styles.tools}>
        <Button
          variant="quiet"
          icon={<ListFilter aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => setOpen(!isOpen)}
        >
          {casesText.filters.add}
        </Button>
        {layout === 'list' && <ColumnMenu />}
        <LayoutSwitch />
      </div>
      <div id={panel} className={styles.panel} hidden={!isOpen}>
        {isOpen && <MoreFilters isList={layout === 'list'} filter={filter} onChange={show} />}
      </div>
      <FilterChips filter={filter} onFilter={show} />
    </div>
  )
}

function SearchBox({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const singleKeys = useSettings((s) => s.data?.appearance.singleKeys ?? true)

  useEffect(() => {
    if (!singleKeys) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"]:not([aria-modal="false"])')) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [singleKeys])

  return (
    <div className={styles.search}>
      <Search aria-hidden />
      <label className="visually-hidden" htmlFor={id}>
        {casesText.searchLabel}
      </label>
      <input
        ref={input}
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={casesText.searchHint}
        value={text}
        maxLength={200}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          const grid = document.querySelector<HTMLElement>('[role="grid"]')
          if ((event.key !== 'ArrowDown' && event.key !== 'Enter') || !grid) return
          event.preventDefault()
          grid.focus()
        }}
      />
    </div>
  )
}
