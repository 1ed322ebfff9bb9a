import { benchDesk, rested } from './lib/desk.ts'
import { type Figure, figure, timed } from './lib/measure.ts'
import { copyOf, seeded } from './lib/workspace.ts'
import { questions } from './service.ts'

export interface Grown {
  readonly cases: number
  readonly megabytes: number
  readonly seedSeconds: number | null
  readonly figures: readonly Figure[]
  /** How many each search found, at the median. */
  readonly found: Readonly<Record<string, number>>
}

/** The same questions to workspaces of very different sizes. */
export async function benchGrowth(
  sizes: readonly number[],
  times: number,
  say: (line: string) => void,
): Promise<readonly Grown[]> {
  const grown: Grown[] = []
  for (const cases of sizes) {
    say(`Growth: ${cases.toLocaleString('en')} cases`)
    const from = await seeded(cases, false)
    const desk = await rested(await benchDesk(copyOf(from, 'growth')))
    const figures: Figure[] = []
    const found: Record<string, number> = {}
    for (const [what, run] of questions(cases)) {
      const totals: number[] = []
      const samples = await timed(times, async (n) => void totals.push(totalOf(await run(desk, n))))
      figures.push(figure(what, samples))
      if (what.startsWith('search')) found[what] = figure(what, totals).p50
    }
    await desk.close()
    grown.push({ cases, megabytes: from.megabytes, seedSeconds: from.seconds, figures, found })
  }
  return grown
}

/** The total that an answer ends with, which is little to look for; 0 where it has none. */
function totalOf(answer: string): number {
  return Number(/"total":(\d+)/.exec(answer.slice(-200))?.[1] ?? 0)
}
