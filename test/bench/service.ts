import { toMillis } from '../../shared/domain/instant.ts'
import type { Wait } from '../../shared/domain/records/wait.ts'
import { waitStateName } from '../../shared/domain/wait/wait-state.ts'
import { type BenchDesk, benchDesk, rested } from './lib/desk.ts'
import { fsyncFloor, statementFloor } from './lib/floors.ts'
import { type Figure, figure, timed } from './lib/measure.ts'
import { copyOf, type SeededWorkspace } from './lib/workspace.ts'

type Question = readonly [what: string, run: (desk: BenchDesk, n: number) => Promise<string>, budget?: number]

/** What is asked while working, each with its own case or customer every time, so that no cache answers for the disk. */
export function questions(cases: number): readonly Question[] {
  const some = (n: number) => 1 + (((n + 2) * 7_919) % cases)
  return [
    [
      'first page of the list, by due time',
      (desk) => desk.text('case.list', { states: ['open', 'on-hold'], order: 'due' }),
    ],
    ['first page by customer', (desk) => desk.text('case.list', { order: 'customer' })],
    [
      'search, one letter',
      (desk, n) => desk.text('case.list', { text: 'abcdefghijklmnopqrstuvw'[(n + 1) % 23] ?? 'a' }),
    ],
    ['search, part of an account ID', (desk, n) => desk.text('case.list', { text: String(some(n)).padStart(4, '0') })],
    [
      'search, a name and a tag',
      (desk, n) => desk.text('case.list', { text: `${['harbour', 'fjord', 'möbel'][(n + 1) % 3]} eu` }),
    ],
    ['open a case', (desk, n) => desk.text('case.get', { case: `C-${some(n)}` }), 50],
    ['Today', (desk) => desk.text('due.list', {}), 100],
    ['a customer’s page', (desk, n) => desk.text('customer.get', { customer: String(200_000_000_000 + some(n)) })],
    ['first page of customers', (desk) => desk.text('customer.list', {})],
    ['search of customers', (desk, n) => desk.text('customer.list', { text: `gran ${n}` })],
    ['first page of payers', (desk) => desk.text('payer.list', {})],
    ['newest activity', (desk) => desk.text('activity.list', {})],
    ['activity of a case', (desk, n) => desk.text('activity.list', { case: `C-${some(n)}` })],
  ]
}

/** The operations of the service, without transport and page. */
export async function benchService(from: SeededWorkspace, cases: number, times: number): Promise<readonly Figure[]> {
  const folder = copyOf(from, 'service')
  const raw = await statementFloor(folder)
  const sync = await fsyncFloor()
  const desk = await rested(await benchDesk(folder))
  const figures: Figure[] = []
  try {
    for (const [what, run, budget] of questions(cases)) {
      const samples = await timed(times, (n) => run(desk, n))
      figures.push(figure(what, samples, { floor: raw, ...(budget === undefined ? {} : { budget }) }))
    }
    figures.push(await durableEdit(desk, cases, times, sync), await bulkEdit(desk, Math.min(15, times)))
    figures.push(figure('state of 100,000 waits', await waitsLookedAt(Math.min(20, times)), { budget: 50 }))
  } finally {
    await desk.close()
  }
  return figures
}

async function durableEdit(
  desk: BenchDesk,
  cases: number,
  times: number,
  floor: Awaited<ReturnType<typeof fsyncFloor>>,
) {
  const samples = await timed(times, (n) =>
    desk.text('case.describe', { case: `C-${1 + (((n + 2) * 6_007) % cases)}`, notes: `Called ${n}.` }),
  )
  return figure('one durable edit', samples, { budget: 10, floor, over: true })
}

/** Puts another tag in the place of the one before, on the same thousand cases each time. The first does not count: it makes the backup that comes before a large change. */
async function bulkEdit(desk: BenchDesk, times: number): Promise<Figure> {
  const first = await desk.send('case.list', { order: 'number', limit: 500 })
  const second = await desk.send('case.list', { order: 'number', limit: 500, after: first.after })
  const refs = [...first.rows, ...second.rows].map((row) => row.ref)
  const samples = await timed(times, (n) =>
    desk.text('case.bulk', { cases: refs, set: { addTags: [`round-${n}`], removeTags: [`round-${n - 1}`] } }),
  )
  return figure('bulk edit of 1,000 cases', samples, { budget: 150 })
}

async function waitsLookedAt(times: number): Promise<readonly number[]> {
  const now = Date.now()
  const waits = Array.from({ length: 100_000 }, (_, n): Wait => {
    const at = new Date(now - n * 5_000).toISOString()
    const none = { paused: null, pausedMillis: 0, metAt: null, cancelled: null, submissionId: null }
    const hours = { expectedHours: 72, graceHours: 12 }
    return {
      id: String(n),
      caseId: 'c',
      definition: 'd',
      anchorAt: at,
      recordedAt: at,
      zone: 'UTC',
      startedBy: '',
      ...hours,
      ...none,
    }
  })
  const at = toMillis(new Date(now).toISOString())
  let overdue = 0
  return timed(times, () => {
    for (const wait of waits) if (waitStateName(wait, at) === 'overdue') overdue += 1
    return overdue
  })
}
