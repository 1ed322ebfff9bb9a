import type { Grown } from '../growth.ts'
import type { Machine } from './machine.ts'
import { type Figure, holds } from './measure.ts'

export interface Result {
  readonly run: {
    readonly kind: 'quick' | 'full'
    readonly cases: number
    readonly megabytes: number
    readonly seconds: number
  }
  readonly machine: Machine
  readonly figures: readonly Figure[]
  readonly growth: readonly Grown[]
}

const HEADS = ['', 'n', 'p50', 'p95', 'max', 'budget', 'floor (p95)', 'holds'] as const

export function cellsOf(figure: Figure): readonly string[] {
  const { what, n, p50, p95, max, unit, budget, floor } = figure
  const shown = (value: number) => `${short(value)} ${unit}`
  const bound = budget === null ? '' : `${floor?.over ? 'floor + ' : ''}${shown(budget)}`
  const held = holds(figure)
  return [
    what,
    String(n),
    shown(p50),
    shown(p95),
    shown(max),
    bound,
    floor === null ? '' : `${shown(floor.p95)} ${floor.what}`,
    held === null ? '' : held ? 'yes' : 'no',
  ]
}

/** Columns side by side, for a terminal. */
export function asText(figures: readonly Figure[]): string {
  const rows = [HEADS, ...figures.map(cellsOf)]
  const widths = HEADS.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function asMarkdown(figures: readonly Figure[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(HEADS),
    line(HEADS.map((_, i) => (i === 0 || i > 5 ? '---' : '---:'))),
    ...figures.map((f) => line(cellsOf(f))),
  ].join('\n')
}

/** The growth as a table: p50 of each question by the number of cases; of a search also for as many as it finds. */
export function growthMarkdown(growth: readonly Grown[]): string {
  const names = growth[0]?.figures.map(({ what }) => what) ?? []
  const head = ['p50, in ms', ...growth.map(({ cases }) => cases.toLocaleString('en'))]
  const p50 = (g: Grown, what: string) => g.figures.find((f) => f.what === what)?.p50 ?? Number.NaN
  const rows = names.flatMap((what) => {
    const times = [what, ...growth.map((g) => short(p50(g, what)))]
    const found = growth.map((g) => g.found[what] ?? 0)
    if (found.every((number) => number === 0)) return [times]
    return [times, [`${what}: found`, ...found.map((number) => number.toLocaleString('en'))]]
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** With as many digits as say something. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2)
}
