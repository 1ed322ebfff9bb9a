import { X } from 'lucide-react'
import { ACTIVITY_KINDS } from '../../../shared/domain/records/activity-kind.ts'
import { activityKinds } from '../../../shared/text/activity-kinds.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { useTimelineFilter, WHOLE_TIMELINE } from '../../state/timeline-filter.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import styles from './timeline-filters.module.css'

const text = caseText.timeline

interface TimelineFiltersProps {
  readonly caseId: string
  /** Everybody who is on the record of the case. */
  readonly people: readonly string[]
}

/** What kind of entry, by whom, since when, and with which words. */
export function TimelineFilters({ caseId, people }: TimelineFiltersProps) {
  const filter = useTimelineFilter((s) => s.of(caseId))
  const { set } = useTimelineFilter.getState()
  const isWhole = JSON.stringify(filter) === JSON.stringify(WHOLE_TIMELINE)
  return (
    <search className={styles.filters} aria-label={text.filters}>
      <TextField
        type="search"
        label={text.text}
        className={styles.text}
        value={filter.text}
        onValue={(typed) => set(caseId, { text: typed })}
      />
      <SelectField
        label={text.kind}
        value={filter.kind}
        onValue={(kind) => set(caseId, { kind })}
        options={[
          { value: '' as const, label: text.anyKind },
          ...ACTIVITY_KINDS.map((kind) => ({ value: kind, label: activityKinds[kind] })),
        ]}
      />
      <SelectField
        label={text.who}
        value={filter.who}
        onValue={(who) => set(caseId, { who })}
        options={[{ value: '', label: text.everybody }, ...people.map((name) => ({ value: name, label: name }))]}
      />
      <TextField type="date" label={text.since} value={filter.since} onValue={(since) => set(caseId, { since })} />
      {!isWhole && (
        <Button variant="quiet" icon={<X aria-hidden />} onClick={() => set(caseId, WHOLE_TIMELINE)}>
          {text.clear}
        </Button>
      )}
    </search>
  )
}
