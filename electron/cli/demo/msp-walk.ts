import { demoCustomers } from './customers.ts'
import {
  begin,
  finish,
  type Guide,
  type Journey,
  launchExtractor,
  linkWithAthena,
  scheduleCrawler,
  setUpReport,
} from './journey.ts'
import { attempt, type Outcome } from './outcome.ts'

/**
 * The MSP procedure (004) with its bundles: all customers side by side, as they would be on a real desk. The waits pass
 * for all of them at once.
 */
export async function walkMsp(
  count: number,
  out: string,
  guide: Guide,
  say: (line: string) => void,
): Promise<readonly Outcome[]> {
  const bundles = new Map<string, readonly string[]>()
  const problems = new Map<string, string>()
  const states = new Map<string, string>()
  let journeys: Journey[] = []

  const each = async (work: (j: Journey) => Promise<void>) => {
    const going: Journey[] = []
    for (const j of journeys) {
      const problem = await attempt(() => work(j))
      if (problem === null) going.push(j)
      else problems.set(j.caseId, problem)
    }
    journeys = going
  }
  const pass = async (hours: number, why: string) => {
    const { now } = await guide.send('practice.advance', { hours })
    say(
      `       ${hours < 1 ? `${Math.round(hours * 60)} min` : `${hours} h`} pass (${why}); the practice clock reads ${now}`,
    )
  }

  for (const customer of demoCustomers(count)) journeys.push(await begin(customer, guide))
  const all = [...journeys]
  await each((j) => setUpReport(j, guide))
  await pass(25, 'AWS delivers')
  await each(async (j) => {
    bundles.set(j.caseId, await linkWithAthena(j, out, guide))
  })
  await pass(0.25, 'stacks are made')
  await each((j) => scheduleCrawler(j, guide))
  await pass(72, 'Spot answers')
  await each((j) => launchExtractor(j, guide))
  await pass(0.25, 'stacks are made')
  await each(async (j) => {
    states.set(j.caseId, (await finish(j, guide)).state)
  })

  return all.map((j) => ({
    customer: j.customer.name,
    case: j.ref,
    state: states.get(j.caseId) ?? 'not finished',
    bundles: bundles.get(j.caseId) ?? [],
    problem: problems.get(j.caseId) ?? '',
  }))
}
