import {
  ArrowLeftRight,
  Bell,
  Building2,
  CalendarCheck2,
  ChartNoAxesColumn,
  CircleHelp,
  FolderOpen,
  Landmark,
  ScanSearch,
  Search,
  Settings,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { messagesText } from '../../shared/text/ui/messages.ts'
import { useRoute } from '../state/location.ts'
import { useMessageList } from '../state/messages.ts'
import { useToday } from '../state/queries.ts'
import type { Route } from '../state/route.ts'
import { useSession } from '../state/session.ts'
import { useSurface } from '../state/surfaces.ts'
import { Mark } from '../ui/art.tsx'
import { Keys, keysOf } from '../ui/kbd.tsx'
import styles from './sidebar.module.css'

interface Entry {
  readonly href: string
  readonly label: string
  readonly icon: ReactNode
  readonly screens: readonly Route['screen'][]
}

const ENTRIES: readonly Entry[] = [
  { href: '#/today', label: 'Today', icon: <CalendarCheck2 aria-hidden />, screens: ['today'] },
  { href: '#/cases', label: 'Cases', icon: <FolderOpen aria-hidden />, screens: ['cases', 'case', 'dossier'] },
  { href: '#/checks', label: 'Checks', icon: <ScanSearch aria-hidden />, screens: ['checks'] },
  { href: '#/customers', label: 'Customers', icon: <Building2 aria-hidden />, screens: ['customers'] },
  { href: '#/payers', label: 'Payers', icon: <Landmark aria-hidden />, screens: ['payers'] },
  { href: '#/exchange', label: 'Exchange', icon: <ArrowLeftRight aria-hidden />, screens: ['exchange'] },
  { href: '#/reports', label: 'Reports', icon: <ChartNoAxesColumn aria-hidden />, screens: ['reports'] },
  {
    href: '#/settings',
    label: 'Settings',
    icon: <Settings aria-hidden />,
    screens: ['settings', 'templates', 'data', 'changes'],
  },
]

export function Sidebar() {
  const route = useRoute()
  const company = useSession((s) => s.status?.company)
  const operator = useSession((s) => s.status?.operator)
  const show = useSurface((s) => s.show)
  return (
    <header className={styles.sidebar}>
      <div className={styles.brand}>
        <Mark size={22} />
        <span>MSP Casebook</span>
      </div>
      <button type="button" className={styles.search} onClick={() => show('palette')}>
        <Search aria-hidden />
        <span>Find or do</span>
        <Keys keys={keysOf('palette')} />
      </button>
      <nav aria-label="Main" className={styles.nav}>
        {ENTRIES.map((entry) => (
          <a
            key={entry.href}
            href={entry.href}
            className={styles.link}
            aria-current={entry.screens.includes(route.screen) ? 'page' : undefined}
          >
            {entry.icon}
            <span className={styles.label}>{entry.label}</span>
            {entry.label === 'Today' && <TodayCounts />}
          </a>
        ))}
      </nav>
      <div className={styles.foot}>
        <div className={styles.who}>
          <span className={styles.operator}>{operator}</span>
          <span className={styles.company}>{company}</span>
        </div>
        <MessagesButton />
        <button type="button" className={styles.help} aria-label="Keyboard shortcuts" onClick={() => show('shortcuts')}>
          <CircleHelp aria-hidden />
        </button>
      </div>
    </header>
  )
}

/** What was told in passing, and how much of it nobody has looked up. */
function MessagesButton() {
  const fresh = useMessageList((s) => s.fresh)
  return (
    <button
      type="button"
      className={styles.help}
      aria-label={messagesText.button(fresh)}
      onClick={() => useSurface.getState().show('messages')}
    >
      <Bell aria-hidden />
      {fresh > 0 && (
        <span className={styles.fresh} aria-hidden>
          {fresh}
        </span>
      )}
    </button>
  )
}

/** What asks for attention now, in words for those who hear it. */
function TodayCounts() {
  const today = useToday((s) => s.data)
  if (!today) return null
  const overdue = today.totals.overdue
  const now = today.totals.ready + today.totals.todo
  return (
    <span className={styles.counts}>
      {overdue > 0 && (
        <span className={styles.overdue}>
          {overdue}
          <span className="visually-hidden"> overdue</span>
        </span>
      )}
      {now > 0 && (
        <span className={styles.count}>
          {now}
          <span className="visually-hidden"> to do</span>
        </span>
      )}
    </span>
  )
}
