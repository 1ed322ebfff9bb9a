import { X } from 'lucide-react'
import type { CaseFilter } from '../../../shared/domain/records/case-filter.ts'
import { stateWords } from '../../../shared/text/states.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { ACTIVE } from '../../state/case-address.ts'
import { useProcedures } from '../../state/queries.ts'
import styles from './case-filters.module.css'

const text = casesText.filters

interface Chip {
  readonly label: string
  /** What is left of the filter without it. */
  readonly without: CaseFilter
}

/** Every filter in force as a chip that takes it away. */
export function FilterChips({
  filter,
  onFilter,
}: {
  readonly filter: CaseFilter
  readonly onFilter: (filter: CaseFilter) => void
}) {
  const procedures = useProcedures((s) => s.data?.procedures) ?? []
  const phase = procedures.flatMap((p) => p.phaseIds.map((id, n) => [id, p.phases[n] ?? id] as const))
  const names = { phase: new Map(phase), procedure: new Map(procedures.map((p) => [p.id, p.title] as const)) }
  const chips = chipsOf(filter, (of, id) => names[of].get(id) ?? id)
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label="Filters">
      {chips.map(({ label, without }) => (
        <li key={label}>
          <button
            type="button"
            className={styles.chip}
            aria-label={text.remove(label)}
            onClick={() => onFilter(without)}
          >
            {label}
            <X aria-hidden />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button
            type="button"
            className={styles.clear}
            onClick={() => onFilter(filter.text ? { states: [...ACTIVE], text: filter.text } : { states: [...ACTIVE] })}
          >
            {text.clear}
          </button>
        </li>
      )}
    </ul>
  )
}

function chipsOf(filter: CaseFilter, name: (of: 'phase' | 'procedure', id: string) => string): readonly Chip[] {
  const {
    states = [],
    procedure,
    phase,
    owner,
    tag,
    customer,
    payer,
    dueBefore,
    dueWithinHours,
    untouchedDays,
  } = filter
  const without = (key: keyof CaseFilter): CaseFilter => {
    const { [key]: _gone, ...rest } = filter
    return rest
  }
  const chips: Chip[] = []
  const add = (key: keyof CaseFilter, title: string, value: string) =>
    chips.push({ label: `${title}: ${value}`, without: without(key) })
  if (states.join() !== ACTIVE.join()) {
    const said = states.length === 0 ? text.any : states.map((s) => stateWords[s]).join(', ')
    chips.push({ label: `${text.state}: ${said}`, without: { ...filter, states: [...ACTIVE] } })
  }
  if (procedure) add('procedure', text.procedure, name('procedure', procedure))
  if (phase) add('phase', text.phase, name('phase', phase))
  if (owner) add('owner', text.owner, owner)
  if (tag) add('tag', text.tag, tag)
  if (customer) add('customer', text.customer, customer)
  if (payer) add('payer', text.payer, payer)
  if (dueBefore) add('dueBefore', text.dueBefore, dueBefore.slice(0, 10))
  if (typeof dueWithinHours === 'number') add('dueWithinHours', text.due, text.dueWithin(dueWithinHours))
  if (typeof untouchedDays === 'number') add('untouchedDays', text.untouched, text.untouchedFor(untouchedDays))
  return chips
}
