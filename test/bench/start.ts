import { stop } from '../e2e/support/host.ts'
import { startHost } from './lib/browser.ts'
import { nodeFloor } from './lib/floors.ts'
import { type Figure, figure, timed } from './lib/measure.ts'
import { memoryOf } from './lib/workspace.ts'

/** From starting the program to the address at which it answers, on a workspace that has today's backup. */
export async function benchStart(folder: string, times: number): Promise<readonly Figure[]> {
  const floor = await nodeFloor(times)
  const memory: number[] = []
  const started: number[] = []
  await timed(times, async (n) => {
    const since = performance.now()
    const { child } = await startHost(folder)
    if (n >= 0) started.push(performance.now() - since)
    memory.push(memoryOf(child.pid ?? 0).now)
    await stop(child)
  })
  return [
    figure('service start, over bare Node', started, { budget: 400, floor, over: true }),
    figure('memory of the service, just started', memory, { unit: 'MB', budget: 200 }),
  ]
}
