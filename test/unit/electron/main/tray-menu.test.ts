import { expect, it } from 'vitest'
import { trayFace } from '../../../../electron/main/tray-menu.ts'
import type { OutputOf } from '../../../../shared/contract/index.ts'

type Today = OutputOf<'due.list'>
type Row = Today['ready'][number]

const row = (number: number, dueAt: string | null = null) =>
  ({
    case: { ref: `C-${number}`, customer: 'Aurora' },
    todo: 'Look whether AWS has delivered',
    wait: dueAt === null ? null : { state: 'waiting', title: 'AWS delivers', dueAt, dueText: `at ${dueAt}` },
  }) as unknown as Row

const NOTHING = { overdue: [], ready: [], todo: [], customer: [], soon: [], waiting: [], untouched: [] }

const today = (own: Partial<Omit<Today, 'now' | 'totals'>>): Today => {
  const groups = { ...NOTHING, ...own }
  const totals = Object.fromEntries(Object.entries(groups).map(([name, rows]) => [name, rows.length]))
  return { now: '2026-11-21T09:00:00.000Z', ...groups, totals: totals as Today['totals'] }
}

function face(day: Today | null) {
  const opened: string[] = []
  const shown = trayFace(day, { open: (hash) => opened.push(hash), quit: () => opened.push('quit') })
  for (const { click } of shown.items) (click as (() => void) | undefined)?.()
  return { ...shown, labels: shown.items.map(({ label }) => label), opened }
}

it('counts what is overdue and ready, names it, and leads to its case', () => {
  const { count, labels, opened } = face(today({ overdue: [row(1)], ready: [row(2), row(3)] }))
  expect(count).toBe(3)
  expect(labels[0]).toBe('1 overdue, 2 ready')
  expect(labels[1]).toBe('C-1 Aurora: Look whether AWS has delivered')
  expect(opened).toEqual(['#/cases/C-1', '#/cases/C-2', '#/cases/C-3', '', 'quit'])
})

it('tells what is due next, the earliest of all that runs', () => {
  const { toolTip } = face(
    today({ soon: [row(1, '2026-11-22')], waiting: [row(2, '2026-11-23'), row(3, '2026-11-21')] }),
  )
  expect(toolTip).toBe('MSP Casebook\nNothing is due\nDue next: AWS delivers, at 2026-11-21')
})

it('offers a short list, however much is due', () => {
  const { items, count } = face(today({ ready: Array.from({ length: 40 }, (_, index) => row(index + 1)) }))
  expect(count).toBe(40)
  expect(items.length).toBeLessThan(15)
})

it('only opens and quits where nothing is known yet', () => {
  expect(face(null).labels.filter(Boolean)).toEqual(['Open MSP Casebook', 'Quit MSP Casebook'])
})
