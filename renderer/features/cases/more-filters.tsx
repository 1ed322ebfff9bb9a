import { useEffect } from 'react'
import type { CaseQuery } from '../../state/case-list.ts'
import { useProcedures, useSettings } from '../../state/queries.ts'
import { nowInstant } from '../../state/session.ts'
import styles from './case-filters.module.css'

interface MoreFiltersProps {
  readonly query: CaseQuery
  readonly onChange: (change: Partial<CaseQuery>) => void
}

const HOUR = 3_600_000
const DUE: readonly { readonly label: string; readonly hours: number }[] = [
  { label: 'By now', hours: 0 },
  { label: 'Within a day', hours: 24 },
  { label: 'Within a week', hours: 168 },
]

/** Owner, phase and due time: each narrows the list by what people ask one another for. */
export function MoreFilters({ query, onChange }: MoreFiltersProps) {
  const operators = useSettings((s) => s.data?.operators) ?? []
  const procedures = useProcedures((s) => s.data?.procedures) ?? []
  useEffect(() => {
    void useProcedures.getState().load({})
  }, [])
  const phases = new Map(procedures.flatMap((p) => p.phaseIds.map((id, i) => [id, p.phases[i] ?? id] as const)))
  const due = DUE.find((d) => query.dueBefore === after(d.hours))
  return (
    <div className={styles.more}>
      <Choice
        label="Owner"
        value={query.owner ?? ''}
        options={operators.map(({ name }) => [name, name])}
        onValue={(owner) => onChange({ owner: owner || null })}
      />
      <Choice
        label="Phase"
        value={query.phase ?? ''}
        options={[...phases]}
        onValue={(phase) => onChange({ phase: phase || null })}
      />
      <Choice
        label="Due"
        value={due?.label ?? ''}
        options={DUE.map((d) => [d.label, d.label] as const)}
        onValue={(label) => {
          const chosen = DUE.find((d) => d.label === label)?.hours
          onChange({ dueBefore: chosen === undefined ? null : after(chosen) })
        }}
      />
    </div>
  )
}

/** To the hour, so that the question stays the same while somebody looks at its answer. */
function after(hours: number): string {
  const now = Math.ceil(Date.parse(nowInstant()) / HOUR) * HOUR
  return new Date(now + hours * HOUR).toISOString()
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onValue: (value: string) => void
}

function Choice({ label, value, options, onValue }: ChoiceProps) {
  return (
    <label className={styles.order}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">Any</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
