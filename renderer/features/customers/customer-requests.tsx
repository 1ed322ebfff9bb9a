import { useState } from 'react'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import { requestsText as text } from '../../../shared/text/ui/requests.ts'
import { useRequests } from '../../state/queries.ts'
import { useAsked } from '../../state/use-asked.ts'
import { SelectField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Section } from '../../ui/page.tsx'
import { RequestList } from '../requests/request-list.tsx'
import styles from '../requests/requests.module.css'

/** What the customer has been asked for, case by case. */
export function CustomerRequests({ cases }: { readonly cases: readonly CaseRowView[] }) {
  const open = cases.filter((c) => c.state === 'open')
  const [chosen, choose] = useState<string | null>(null)
  const row = open.find((c) => c.id === chosen) ?? open[0]
  const answer = useAsked(useRequests, row ? { case: row.id } : null)

  return (
    <Section title={text.title} hint={text.hint}>
      {open.length > 1 && row && (
        <div className={styles.choose}>
          <SelectField
            label={text.forCase}
            value={row.id}
            onValue={choose}
            options={open.map((c) => ({ value: c.id, label: c.ref }))}
          />
        </div>
      )}
      {row ? (
        <Loaded from={answer}>
          {({ requests }) => <RequestList of={{ id: row.id, ref: row.ref, open: true }} requests={requests} />}
        </Loaded>
      ) : (
        <p className={styles.weak}>{text.none}</p>
      )}
    </Section>
  )
}
