import { useEffect, useState } from 'react'
import type { CaseFilter } from '../../../shared/domain/records/case-filter.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { useProcedures, useSettings, useTags } from '../../state/queries.ts'
import styles from './case-filters.module.css'

interface MoreFiltersProps {
  /** The board has its procedure and phases in sight. */
  readonly isList: boolean
  readonly filter: CaseFilter
  readonly onChange: (change: CaseFilter) => void
}

const text = casesText.filters
const DUE = [
  ['0', 'By now'],
  ['24', 'Within a day'],
  ['168', 'Within a week'],
] as const
const UNTOUCHED = [
  ['3', '3 days'],
  ['7', 'A week'],
  ['14', 'Two weeks'],
  ['30', 'A month'],
] as const

/** Each narrows the list by what people ask one another for; all of them together by everything that is chosen. */
export function MoreFilters({ isList, filter, onChange }: MoreFiltersProps) {
  const operators = useSettings((s) => s.data?.operators) ?? []
  const procedures = useProcedures((s) => s.data?.procedures) ?? []
  const tags = useTags((s) => s.data?.tags) ?? []
  useEffect(() => {
    void useProcedures.getState().load({})
    void useTags.getState().load({})
  }, [])
  const offered = filter.procedure ? procedures.filter((p) => p.id === filter.procedure) : procedures
  const phases = new Map(offered.flatMap((p) => p.phaseIds.map((id, i) => [id, p.phases[i] ?? id] as const)))
  const set = (change: Partial<CaseFilter>) => onChange({ ...filter, ...change })
  const number = (value: string) => (value === '' ? null : Number(value))
  return (
    <div className={styles.more}>
      {isList && (
        <Choice
          label={text.procedure}
          value={filter.procedure ?? ''}
          options={procedures.map((p) => [p.id, p.title])}
          onValue={(procedure) => set({ procedure: procedure || null, phase: null })}
        />
      )}
      {isList && (
        <Choice
          label={text.phase}
          value={filter.phase ?? ''}
          options={[...phases]}
          onValue={(phase) => set({ phase: phase || null })}
        />
      )}
      <Choice
        label={text.owner}
        value={filter.owner ?? ''}
        options={operators.map(({ name }) => [name, name])}
        onValue={(owner) => set({ owner: owner || null })}
      />
      <Choice
        label={text.tag}
        value={filter.tag ?? ''}
        options={tags.map((tag) => [tag, tag])}
        onValue={(tag) => set({ tag: tag || null })}
      />
      <Choice
        label={text.due}
        value={String(filter.dueWithinHours ?? '')}
        options={DUE}
        onValue={(hours) => set({ dueWithinHours: number(hours) })}
      />
      <Choice
        label={text.untouched}
        value={String(filter.untouchedDays ?? '')}
        options={UNTOUCHED}
        onValue={(days) => set({ untouchedDays: number(days) })}
      />
      <PayerFilter
        key={filter.payer ?? ''}
        payer={filter.payer ?? ''}
        onPayer={(payer) => set({ payer: payer || null })}
      />
    </div>
  )
}

/** Payers are too many to choose from: the account is typed. */
function PayerFilter({ payer, onPayer }: { readonly payer: string; readonly onPayer: (payer: string) => void }) {
  const [typed, setTyped] = useState(payer)
  return (
    <form
      className={styles.order}
      onSubmit={(event) => {
        event.preventDefault()
        onPayer(typed.trim())
      }}
    >
      <label>
        <span>{text.payer}</span>
        <input
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          title={text.payerHelp}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => typed.trim() !== payer && onPayer(typed.trim())}
        />
      </label>
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onValue: (value: string) => void
}

function Choice({ label, value, options, onValue }: ChoiceProps) {
  const isKnown = value === '' || options.some(([id]) => id === value)
  return (
    <label className={styles.order}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">{text.any}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
