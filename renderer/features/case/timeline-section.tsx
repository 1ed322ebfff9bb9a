import { FileSpreadsheet, Undo2 } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { ActivityView, CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { changesText } from '../../../shared/text/ui/changes.ts'
import { dataText } from '../../../shared/text/ui/data.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { fromWallTime } from '../../format/zoned.ts'
import { useActivity } from '../../state/queries.ts'
import type { QueryState } from '../../state/query-store.ts'
import { useZone } from '../../state/session.ts'
import { useTimelineFilter } from '../../state/timeline-filter.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { TakeBackDialog } from '../changes/take-back-dialog.tsx'
import sectionStyles from './section.module.css'
import { TimelineFilters } from './timeline-filters.tsx'
import styles from './timeline-section.module.css'

const text = caseText.timeline

const PAGE = 100
/** Between two letters nobody wants an answer yet. */
const PAUSE = 150

/** Who did what and when, newest first, and only what is looked for. */
export function TimelineSection({ view }: { readonly view: CaseView }) {
  const input = useInput(view.id)
  const activity = useTimeline(view.id, input)
  const older = useSubmit()
  const saving = useSubmit()
  const [back, setBack] = useState<number | null>(null)

  const more = (before: number) =>
    older.run(async () => {
      const page = await client.send('activity.list', { ...input, before })
      const shown = useActivity.getState().data
      useActivity.getState().put({ ...page, rows: [...(shown?.rows ?? []), ...page.rows] })
    })
  const save = () =>
    saving.run(async () => {
      const file = await client.send('activity.export', { case: view.id, format: 'csv' })
      saveBytes(file.name, file.base64 ?? '', file.mediaType)
    })
  return (
    <section className={sectionStyles.section} aria-label="Timeline">
      <TimelineFilters caseId={view.id} people={activity.data?.people ?? []} />
      <Loaded from={activity}>
        {(page) => (
          <>
            <Count page={page} />
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

type Input = InputOf<'activity.list'>

/** Asks what the filter asks for: at once where it is chosen, after a pause where it is typed. */
function useInput(caseId: string): Input {
  const zone = useZone()
  const { kind, who, text: typed, since } = useTimelineFilter((s) => s.of(caseId))
  const [text, setText] = useState(typed)
  useEffect(() => {
    if (typed === text) return
    const timer = setTimeout(() => setText(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, text])
  const from = since === '' ? null : fromWallTime(`${since}T00:00`, zone)
  return useMemo<Input>(
    () => ({
      case: caseId,
      limit: PAGE,
      ...(kind === '' ? {} : { kind }),
      ...(who === '' ? {} : { who }),
      ...(text.trim() === '' ? {} : { text: text.trim() }),
      ...(from === null ? {} : { since: from }),
    }),
    [caseId, kind, who, text, from],
  )
}

/** What the record answers. Rows stay while others of the same case are asked for. */
function useTimeline(caseId: string, input: Input): QueryState<'activity.list'> {
  const asked = useActivity()
  useEffect(() => {
    const { input: before, load, leave } = useActivity.getState()
    void load(input, { keep: before?.case === caseId })
    return leave
  }, [caseId, input])
  return asked.input?.case === caseId ? asked : { ...asked, data: null, error: null, slow: false }
}

/** How many there are. It speaks of the answer that is shown, not of the one that is on its way. */
function Count({ page }: { readonly page: OutputOf<'activity.list'> }) {
  const said = useMemo(
    () => countText(page.rows.length, page.before !== null, isFiltered(useActivity.getState().input)),
    [page],
  )
  return (
    <p role="status" className={styles.count}>
      {said}
    </p>
  )
}

function isFiltered(input: Input | null): boolean {
  return input !== null && [input.kind, input.who, input.text, input.since].some((filter) => filter !== undefined)
}

function countText(number: number, goesOn: boolean, filtered: boolean): string {
  if (number === 0 && !goesOn) return filtered ? text.noneFits : text.empty
  if (filtered) return goesOn ? `${text.fit(number)}. ${text.fitSoFar}` : text.fit(number)
  const entries = count(number, 'entry', 'entries')
  return goesOn ? text.newest(entries) : entries
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
