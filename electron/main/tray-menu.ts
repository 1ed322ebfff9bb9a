import type { MenuItemConstructorOptions } from 'electron'
import type { OutputOf } from '../../shared/contract/index.ts'
import { menuText, trayText } from '../../shared/text/menu.ts'

type Today = OutputOf<'due.list'>
type Row = Today['ready'][number]

/** More rows than this is a list, and the app has a better one. */
const MOST = 8

export interface TrayFace {
  readonly toolTip: string
  /** For the badge of the dock: what somebody has to act on. */
  readonly count: number
  readonly items: MenuItemConstructorOptions[]
}

export interface TrayActions {
  open(hash: string): void
  quit(): void
}

/** What the tray shows: how much is overdue and ready, the first of it, and what is due next. Null: nothing is known. */
export function trayFace(today: Today | null, actions: TrayActions): TrayFace {
  const urgent = today === null ? [] : [...today.overdue, ...today.ready]
  const next = nextOf(today)
  const counts = today === null ? null : trayText.counts({ overdue: today.totals.overdue, ready: today.totals.ready })
  const rows = urgent.slice(0, MOST).map((row) => ({
    label: trayText.row({ ref: row.case.ref, customer: row.case.customer, todo: row.todo }),
    click: () => actions.open(`#/cases/${row.case.ref}`),
  }))
  const lines = [counts, next].filter((line) => line !== null)
  return {
    toolTip: ['MSP Casebook', ...lines].join('\n'),
    count: today === null ? 0 : today.totals.overdue + today.totals.ready,
    items: [
      ...lines.map((label) => ({ label, enabled: false })),
      ...rows,
      { type: 'separator' },
      { label: menuText.open, click: () => actions.open('') },
      { label: menuText.quit, click: () => actions.quit() },
    ],
  }
}

function nextOf(today: Today | null): string | null {
  const waits = [...(today?.soon ?? []), ...(today?.waiting ?? [])].flatMap(({ wait }: Row) =>
    wait?.state === 'waiting' ? [wait] : [],
  )
  const [first] = waits.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  return first === undefined ? null : trayText.next(first)
}
