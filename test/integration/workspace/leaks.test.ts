import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { seedWorkspace } from '../../../electron/workspace/seed.ts'
import { openedDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const CASES = 200
const ROUNDS = 1_000
/** Megabytes that the heap may grow by over all rounds: a kilobyte kept of each would be one. */
const BOUND = 3

/** What is still held after everything that can be let go was. */
function heldMegabytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let n = 0; n < 4; n += 1) collect()
  return process.memoryUsage().heapUsed / 1e6
}

test('the service keeps nothing of a case that was opened, edited and left', async () => {
  const folder = temporaryFolder()
  await seedWorkspace({ folder, cases: CASES, now: new Date().toISOString(), progress() {} })
  const desk = await openedDesk(folder)
  const round = async (n: number) => {
    const of = { case: `C-${1 + (n % CASES)}` }
    await desk.send('case.get', of)
    await desk.send('case.describe', { ...of, notes: `Round ${n} of many, with words of its own: ${n * 7_919}.` })
    if (n % 10 === 0) await desk.send('case.list', { text: String(n) })
  }
  // The first rounds fill what is meant to be kept: prepared statements, formats of times, compiled code.
  for (let n = 0; n < 100; n += 1) await round(n)
  const before = heldMegabytes()
  for (let n = 0; n < ROUNDS; n += 1) await round(100 + n)
  expect(heldMegabytes() - before).toBeLessThan(BOUND)
})
