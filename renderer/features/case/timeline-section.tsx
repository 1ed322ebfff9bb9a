import { useEffect } from 'react'
import type { ActivityView, CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { client } from '../../client/index.ts'
import { useActivity } from '../../state/queries.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import sectionStyles from './section.module.css'
import styles from './timeline-section.module.css'

const PAGE = 100

/** Who did what and when, newest first. */
export function TimelineSection({ view }: { readonly view: CaseView }) {
  const activity = useActivity()
  const older = useSubmit()

  useEffect(() => {
    void useActivity.getState().load({ case: view.id, limit: PAGE }, { keep: false })
  }, [view.id])

  const more = (before: number) =>
    older.run(async () => {
      const page = await client.send('activity.list', { case: view.id, limit: PAGE, before })
      const shown = useActivity.getState().data
      useActivity.getState().put({ rows: [...(shown?.rows ?? []), ...page.rows], before: page.before })
    })
  return (
    <section className={sectionStyles.section} aria-label="Timeline">
      <Loaded from={activity}>
        {(page) => (
          <>
            {page.rows.length === 0 && <p>{caseText.timelineEmpty}</p>}
            <ol className={styles.rows}>
              {page.rows.map((row) => (
                <TimelineRow key={row.sequence} row={row} />
              ))}
            </ol>
            <Problem error={older.error} />
            {page.before !== null && (
              <div>
                <Button busy={older.busy} onClick={() => page.before !== null && void more(page.before)}>
                  Show older
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

function TimelineRow({ row }: { readonly row: ActivityView }) {
  return (
    <li className={styles.row}>
      <time className={styles.time} dateTime={row.at}>
        {row.atText}
      </time>
      <span className={styles.who}>{row.who}</span>
      <span className={styles.sentence}>{row.sentence}</span>
    </li>
  )
}
