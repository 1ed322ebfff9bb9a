import { Search } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { CaseState } from '../../../shared/domain/records/case.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { isTyping } from '../../app/use-keys.ts'
import { type CaseQuery, useCaseList } from '../../state/case-list.ts'
import { useSettings } from '../../state/queries.ts'
import styles from './case-filters.module.css'
import { MoreFilters } from './more-filters.tsx'

const STATES: readonly { readonly name: string; readonly states: readonly CaseState[] }[] = [
  { name: 'Active', states: ['open', 'on-hold'] },
  { name: 'On hold', states: ['on-hold'] },
  { name: 'Done', states: ['done'] },
  { name: 'Abandoned', states: ['abandoned'] },
  { name: 'All', states: [] },
]

const ORDERS: readonly { readonly value: NonNullable<CaseQuery['order']>; readonly label: string }[] = [
  { value: 'due', label: 'Due first' },
  { value: 'updated', label: 'Last changed' },
  { value: 'number', label: 'Number' },
  { value: 'customer', label: 'Customer' },
]

/** Search, state and order of the list. Each key asks the host anew; the last answer wins. */
export function CaseFilters() {
  const query = useCaseList((s) => s.query)
  const search = (change: Partial<CaseQuery>) => void useCaseList.getState().search({ ...query, ...change })
  const chosen = STATES.find((s) => s.states.join() === (query.states ?? []).join())
  return (
    <div className={styles.filters}>
      <SearchBox text={query.text ?? ''} onText={(text) => search({ text })} />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form */}
      <div className={styles.states} role="group" aria-label="State">
        {STATES.map((s) => (
          <button
            key={s.name}
            type="button"
            className={styles.state}
            aria-pressed={s === chosen}
            onClick={() => search({ states: [...s.states] })}
          >
            {s.name}
          </button>
        ))}
      </div>
      <MoreFilters query={query} onChange={search} />
      <label className={styles.order}>
        <span>Order</span>
        <select
          value={query.order}
          onChange={(event) => {
            const order = ORDERS.find((o) => o.value === event.target.value)
            if (order) search({ order: order.value })
          }}
        >
          {ORDERS.map((o) => (
            <option key={o.value} value={o.value}>
              {o.label}
            </option>
          ))}
        </select>
      </label>
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
