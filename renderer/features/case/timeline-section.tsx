import { FileSpreadsheet, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ActivityView, CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { changesText } from '../../../shared/text/ui/changes.ts'
import { dataText } from '../../../shared/text/ui/data.ts'
import { client } from '../../client/index.ts'
import { useActivity } from '../../state/queries.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { TakeBackDialog } from '../changes/take-back-dialog.tsx'
import sectionStyles from './section.module.css'
import styles from './timeline-section.module.css'

const PAGE = 100

/** Who did what and when, newest first. */
export function TimelineSection({ view }: { readonly view: CaseView }) {
  const activity = useActivity()
  const older = useSubmit()
  const saving = useSubmit()
  const [back, setBack] = useState<number | null>(null)

  useEffect(() => {
    void useActivity.getState().load({ case: view.id, limit: PAGE }, { keep: false })
  }, [view.id])

  const more = (before: number) =>
    older.run(async () => {
      const page = await client.send('activity.list', { case: view.id, limit: PAGE, before })
      const shown = useActivity.getState().data
      useActivity.getState().put({ rows: [...(shown?.rows ?? []), ...page.rows], before: page.before })
    })
  const save = () =>
    saving.run(async () => {
      const file = await client.send('activity.export', { case: view.id, format: 'csv' })
      saveBytes(file.name, file.base64 ?? '', file.mediaType)
    })
  return (
    <section className={sectionStyles.section} aria-label="Timeline">
      <Loaded from={activity}>
        {(page) => (
          <>
            {page.rows.length === 0 && <p>{caseText.timelineEmpty}</p>}
            <ol className={styles.rows}>
              {page.rows.map((row) => (
                <TimelineRow key={row.sequence} row={row} onBack={() => setBack(row.sequence)} />
              ))}
            </ol>
            <Problem error={older.error ?? saving.error} />
            <div className={styles.buttons}>
              {page.before !== null && (
                <Button busy={older.busy} onClick={() => page.before !== null && void more(page.before)}>
                  Show older
                </Button>
              )}
              <Button icon={<FileSpreadsheet aria-hidden />} busy={saving.busy} onClick={() => void save()}>
                {dataText.record.csv}
              </Button>
            </div>
          </>
        )}
      </Loaded>
      {back !== null && <TakeBackDialog sequence={back} onClose={() => setBack(null)} />}
    </section>
  )
}

function TimelineRow({ row, onBack }: { readonly row: ActivityView; readonly onBack: () => void }) {
  return (
    <li className={styles.row}>
      <time className={styles.time} dateTime={row.at}>
        {row.atText}
      </time>
      <span className={styles.who}>{row.who}</span>
      <span className={styles.sentence}>{row.sentence}</span>
      <IconButton className={styles.back} label={changesText.backOf(row.sentence)} onClick={onBack}>
        <Undo2 aria-hidden />
      </IconButton>
    </li>
  )
}
