import { benchDesk, rested } from './lib/desk.ts'
import { type Figure, figure, timed } from './lib/measure.ts'
import { copyOf, seeded } from './lib/workspace.ts'
import { questions } from './service.ts'

export interface Grown {
  readonly cases: number
  readonly megabytes: number
  readonly seedSeconds: number | null
  readonly figures: readonly Figure[]
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
    for (const [what, run] of questions(cases)) figures.push(figure(what, await timed(times, (n) => run(desk, n))))
    await desk.close()
    grown.push({ cases, megabytes: from.megabytes, seedSeconds: from.seconds, figures })
  }
  return grown
}
