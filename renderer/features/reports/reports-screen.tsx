import { useState } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import { reportsText as text } from '../../../shared/text/ui/reports.ts'
import { useReport } from '../../state/queries.ts'
import { useAsked } from '../../state/use-asked.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { ReportSection } from './report-section.tsx'
import styles from './reports-screen.module.css'

const RANGES = [
  { value: '30', label: text.days(30) },
  { value: '90', label: text.days(90) },
  { value: '365', label: text.days(365) },
  { value: 'all', label: text.all },
] as const
type Range = (typeof RANGES)[number]['value']
const ALL = ''

/** How the work goes, for a range and for part of the cases. */
export function ReportsScreen() {
  const [range, setRange] = useState<Range>('90')
  const [procedure, setProcedure] = useState(ALL)
  const [owner, setOwner] = useState(ALL)
  const asked: InputOf<'report.overview'> = {
    days: range === 'all' ? null : Number(range),
    procedure: procedure === ALL ? null : procedure,
    owner: owner === ALL ? null : owner,
  }
  const report = useAsked(useReport, asked, { keep: true })
  const known = report.data
  return (
    <Page
      title="Reports"
      subtitle={known?.range ?? '\u00a0'}
      actions={
        <Button onClick={() => window.print()} className={styles.unprinted}>
          {text.print}
        </Button>
      }
    >
      <div className={styles.filters}>
        <SelectField label={text.range} value={range} onValue={setRange} options={RANGES} />
        <SelectField
          label={text.procedure}
          value={procedure}
          onValue={setProcedure}
          options={[
            { value: ALL, label: text.allProcedures },
            ...(known?.procedures ?? []).map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <SelectField
          label={text.owner}
          value={owner}
          onValue={setOwner}
          options={[
            { value: ALL, label: text.everybody },
            ...(known?.owners ?? []).map((o) => ({ value: o, label: o })),
          ]}
        />
      </div>
      <Loaded from={report}>
        {({ sections }) =>
          sections.map((section) => <ReportSection key={section.id} section={section} asked={asked} />)
        }
      </Loaded>
    </Page>
  )
}
