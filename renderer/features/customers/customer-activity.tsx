import type { CaseRowView } from '../../../shared/contract/views.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { client } from '../../client/index.ts'
import { useDirectoryActivity } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { useAsked } from '../../state/use-asked.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from '../case/timeline-section.module.css'
import pageStyles from './facts-page.module.css'

const text = directoryText.customers
const PAGE = 20

interface CustomerActivityProps {
  readonly customerId: string
  readonly cases: readonly CaseRowView[]
}

/** Who did what for this customer and when, newest first, in whatever case. */
export function CustomerActivity({ customerId, cases }: CustomerActivityProps) {
  const activity = useAsked(useDirectoryActivity, { customer: customerId, limit: PAGE })
  const older = useSubmit()

  const more = (before: number) =>
    older.run(async () => {
      const page = await client.send('activity.list', { customer: customerId, limit: PAGE, before })
      const shown = useDirectoryActivity.getState().data
      useDirectoryActivity.getState().put({ ...page, rows: [...(shown?.rows ?? []), ...page.rows] })
    })
  const refOf = (caseId: string | null) => cases.find((c) => c.id === caseId)?.ref ?? null
  return (
    <Section title={text.activity}>
      <Loaded from={activity}>
        {({ rows, before }) => (
          <>
            {rows.length === 0 && <p className={pageStyles.weak}>{text.noActivity}</p>}
            <ol className={styles.rows}>
              {rows.map((row) => {
                const ref = refOf(row.caseId)
                return (
                  <li key={row.sequence} className={styles.row}>
                    <time className={styles.time} dateTime={row.at}>
                      {row.atText}
                    </time>
                    <span className={styles.who}>{row.who}</span>
                    <span className={styles.sentence}>
                      {ref !== null && <a href={caseHref(ref, 'timeline')}>{ref}</a>} {row.sentence}
                    </span>
                  </li>
                )
              })}
            </ol>
            <Problem error={older.error} />
            {before !== null && (
              <div>
                <Button busy={older.busy} onClick={() => void more(before)}>
                  Show older
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}
