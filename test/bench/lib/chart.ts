import type { Grown } from '../growth.ts'

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [900, 460, 70, 30, 290, 50]
const COLOURS = [
  '#2563eb',
  '#b45309',
  '#047857',
  '#be123c',
  '#6d28d9',
  '#0e7490',
  '#4d7c0f',
  '#a21caf',
  '#1e3a8a',
  '#78350f',
  '#065f46',
  '#881337',
  '#4c1d95',
]
/** Milliseconds that the scale goes from and to, each line ten times the one before. */
const LINES = [0.1, 1, 10, 100, 1_000]

/** p50 of each question by the number of cases, both on logarithmic scales: what grows with the workspace is a slope. */
export function growthChart(growth: readonly Grown[]): string {
  const sizes = growth.map(({ cases }) => cases)
  const [least, most] = [Math.log10(Math.min(...sizes)), Math.log10(Math.max(...sizes))]
  const x = (cases: number) =>
    LEFT + ((Math.log10(cases) - least) / Math.max(1e-9, most - least)) * (WIDTH - LEFT - RIGHT)
  const y = (ms: number) => HEIGHT - BOTTOM - ((Math.log10(Math.max(0.1, ms)) + 1) / 4) * (HEIGHT - TOP - BOTTOM)
  const names = growth[0]?.figures.map(({ what }) => what) ?? []
  const parts = [
    ...LINES.map(
      (ms) =>
        `<path d="M${LEFT} ${y(ms).toFixed(1)}H${WIDTH - RIGHT}" stroke="#cbd5e1"/><text x="${LEFT - 8}" y="${(y(ms) + 4).toFixed(1)}" text-anchor="end">${ms} ms</text>`,
    ),
    ...sizes.map(
      (cases) =>
        `<text x="${x(cases).toFixed(1)}" y="${HEIGHT - BOTTOM + 22}" text-anchor="middle">${cases.toLocaleString('en')}</text>`,
    ),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">cases in the workspace</text>`,
    ...names.map((what, n) => {
      const colour = COLOURS[n % COLOURS.length]
      const points = growth.map(
        (g) => `${x(g.cases).toFixed(1)},${y(g.figures.find((f) => f.what === what)?.p50 ?? 0.1).toFixed(1)}`,
      )
      const at = TOP + 10 + n * 24
      return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/><path d="M${WIDTH - RIGHT + 20} ${at}h22" stroke="${colour}" stroke-width="3"/><text x="${WIDTH - RIGHT + 50}" y="${at + 4}">${escaped(what)}</text>`
    }),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Time of each question by the number of cases" font-family="system-ui, sans-serif" font-size="13" fill="#334155"><rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>${parts.join('\n')}</svg>\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
