import { Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
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
import { LastNews } from '../checks/last-news.tsx'
import { useDueRefresh } from '../waits/use-due-refresh.ts'
import { TodayRow } from './today-row.tsx'
import styles from './today-screen.module.css'

type Row = z.infer<typeof DueRow>
type GroupName = keyof typeof todayText.groups

const ORDER: readonly GroupName[] = ['overdue', 'ready', 'todo', 'customer', 'running', 'untouched']
/** Rows of a group that are shown at once, as many as are given unasked. */
const FIRST = 20
/** The next ones are a click away. */
const PAGE = 50
/** More than this of one group nobody reads here; the case list has them all. */
const MOST = 500

interface GroupRows {
  readonly rows: readonly Row[]
  readonly total: number
}

/** The groups as they stand on the screen: what is due soon opens the running waits. */
function groupsOf(today: Today): Readonly<Record<GroupName, GroupRows>> {
  const { totals } = today
  const of = (name: keyof typeof totals) => ({ rows: today[name], total: totals[name] })
  return {
    overdue: of('overdue'),
    ready: of('ready'),
    todo: of('todo'),
    customer: of('customer'),
    running: { rows: [...today.soon, ...today.waiting], total: totals.soon + totals.waiting },
    untouched: of('untouched'),
  }
}

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
      <LastNews />
      <Loaded from={today}>{(data) => <Groups today={data} />}</Loaded>
    </Page>
  )
}

function windowTitle({ totals }: Today): string {
  const now = totals.overdue + totals.ready + totals.todo
  return now === 0 ? 'Today' : `(${now}) Today`
}

function Groups({ today }: { readonly today: Today }) {
  const singleKeys = useSettings((s) => s.data?.appearance.singleKeys ?? true)
  const onRowKeys = useRowKeys(singleKeys)
  const groups = useMemo(() => groupsOf(today), [today])
  const [shown, setShown] = useState<Partial<Record<GroupName, number>>>({})
  const waits = useMemo(
    () => ORDER.flatMap((name) => groups[name].rows.flatMap((row) => (row.wait ? [row.wait] : []))),
    [groups],
  )
  useDueRefresh(waits, useToday.getState().refresh)
  // Whoever comes back begins with the first page again.
  useEffect(() => () => void useToday.setState({ input: {} }), [])

  const showMore = (name: GroupName) => {
    const next = { ...shown, [name]: (shown[name] ?? FIRST) + PAGE }
    setShown(next)
    void useToday.getState().load({ limit: Math.min(MOST, Math.max(...Object.values(next))) })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (singleKeys) pressOnRow(event)
    if (!event.defaultPrevented) onRowKeys(event)
  }

  if (ORDER.every((name) => groups[name].total === 0)) return <NothingToDo />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only moves the focus between the rows' own links, and presses their buttons
    <div className={styles.groups} onKeyDown={onKeyDown}>
      {ORDER.map(
        (name) =>
          groups[name].total > 0 && (
            <Group
              key={name}
              name={name}
              group={groups[name]}
              shown={shown[name] ?? FIRST}
              onMore={() => showMore(name)}
            />
          ),
      )}
      {singleKeys && <p className={styles.keys}>{todayText.keys}</p>}
    </div>
  )
}

/** A letter on a focused row presses the button that carries it. */
function pressOnRow(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const row = event.target instanceof HTMLElement && event.target.matches('[data-row]') ? event.target : null
  const button = row?.closest('li')?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(event.key)}"]`)
  if (!button) return
  event.preventDefault()
  button.click()
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

interface GroupProps {
  readonly name: GroupName
  readonly group: GroupRows
  readonly shown: number
  readonly onMore: () => void
}

function Group({ name, group, shown, onMore }: GroupProps) {
  const { title, hint } = todayText.groups[name]
  const rows = group.rows.slice(0, shown)
  const rest = group.total - rows.length
  return (
    <section aria-label={title} className={styles.group}>
      <header className={styles.header}>
        <h2 className={styles.title}>
          {title} <span className={styles.count}>{group.total.toLocaleString('en-GB')}</span>
          <span className="visually-hidden">{count(group.total, 'case')}</span>
        </h2>
        <p className={styles.hint}>{hint}</p>
      </header>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <TodayRow key={`${row.case.id} ${row.wait?.id ?? row.todo}`} row={row} untouched={name === 'untouched'} />
        ))}
      </ul>
      {rest > 0 && (
        <p className={styles.more}>
          {shown < MOST ? (
            <Button onClick={onMore}>{todayText.more(Math.min(PAGE, rest))}</Button>
          ) : (
            <a href="#/cases">{todayText.rest(rest)}</a>
          )}
        </p>
      )}
    </section>
  )
}
