import { Plus } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import type { z } from 'zod'
import type { DueRow, Today } from '../../../shared/contract/operations/cases.ts'
import { zoneName } from '../../../shared/text/times.ts'
import { todayText } from '../../../shared/text/ui/today.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { weekdayDateTime } from '../../format/zoned.ts'
import { useSettings, useToday } from '../../state/queries.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { useZone } from '../../state/session.ts'
import { useSurface } from '../../state/surfaces.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { useDueRefresh } from '../waits/use-due-refresh.ts'
import { TodayRow } from './today-row.tsx'
import styles from './today-screen.module.css'

type Row = z.infer<typeof DueRow>
type GroupName = keyof typeof todayText.groups

const ORDER: readonly GroupName[] = ['overdue', 'ready', 'todo', 'soon', 'waiting']
/** Rows of one group that are worth reading at once; the rest is a click away. */
const MOST = 50

/** What needs somebody now, most pressing first. */
export function TodayScreen() {
  const today = useToday()
  const zone = useZone()
  const showNewCase = () => useSurface.getState().show('new-case')
  return (
    <Page
      title="Today"
      {...(today.data ? { windowTitle: windowTitle(today.data) } : {})}
      subtitle={today.data ? `${weekdayDateTime(today.data.now, zone)} (${zoneName(zone)})` : '\u00a0'}
      actions={
        <Button variant="primary" icon={<Plus aria-hidden />} onClick={showNewCase}>
          New case
        </Button>
      }
    >
      <Loaded from={today}>{(data) => <Groups today={data} />}</Loaded>
    </Page>
  )
}

function windowTitle(today: Today): string {
  const now = today.overdue.length + today.ready.length + today.todo.length
  return now === 0 ? 'Today' : `(${now}) Today`
}

function Groups({ today }: { readonly today: Today }) {
  const singleKeys = useSettings((s) => s.data?.appearance.singleKeys ?? true)
  const onKeyDown = useRowKeys(singleKeys)
  const rows = useMemo(() => ORDER.flatMap((name) => today[name]), [today])
  const waits = useMemo(() => rows.flatMap((row) => (row.wait ? [row.wait] : [])), [rows])
  useDueRefresh(waits, useToday.getState().refresh)

  if (rows.length === 0) return <NothingToDo />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only moves the focus between the rows' own links
    <div className={styles.groups} onKeyDown={onKeyDown}>
      {ORDER.map((name) => today[name].length > 0 && <Group key={name} name={name} rows={today[name]} />)}
    </div>
  )
}

const useAnyCase = createQueryStore(client, 'case.list')

/** A clear desk; or, where there has never been a case, how to begin. */
function NothingToDo() {
  const cases = useAnyCase((s) => s.data)
  useEffect(() => {
    void useAnyCase.getState().load({ limit: 1 })
  }, [])
  if (cases === null) return null
  const first = cases.total === 0
  const { title, text } = first ? todayText.first : todayText.clear
  return (
    <EmptyState art={first ? 'first-case' : 'clear-desk'} title={title}>
      {text}
    </EmptyState>
  )
}

function Group({ name, rows }: { readonly name: GroupName; readonly rows: readonly Row[] }) {
  const { title, hint } = todayText.groups[name]
  return (
    <section aria-label={title} className={styles.group}>
      <header className={styles.header}>
        <h2 className={styles.title}>
          {title} <span className={styles.count}>{rows.length}</span>
          <span className="visually-hidden">{count(rows.length, 'case')}</span>
        </h2>
        <p className={styles.hint}>{hint}</p>
      </header>
      <ul className={styles.rows}>
        {rows.slice(0, MOST).map((row) => (
          <TodayRow key={`${row.case.id} ${row.wait?.id ?? row.todo}`} row={row} />
        ))}
      </ul>
      {rows.length > MOST && (
        <p className={styles.more}>
          <a href="#/cases">{todayText.more(rows.length - MOST)}</a>
        </p>
      )}
    </section>
  )
}
