import { ask, type Shown } from './lib/browser.ts'
import { type Figure, figure } from './lib/measure.ts'
import { memoryOf } from './lib/workspace.ts'
import { goTo } from './ui.ts'

/**
 * The heap of the page and the memory of the service before and after rounds of opening, editing and closing a case.
 * Beyond what the first rounds fill, neither may grow.
 */
export async function benchLeaks({ page, host }: Shown, rounds: number): Promise<readonly Figure[]> {
  const session = await page.context().newCDPSession(page)
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
    return usedSize / 1e6
  }
  const round = async (n: number) => {
    await goTo(page, `#/cases/C-${1 + (n % 500)}`)
    await page.locator('h1').first().waitFor()
    await ask(page, 'case.describe', { case: `C-${1 + (n % 500)}`, notes: `Round ${n}` })
    await goTo(page, '#/cases')
  }
  const warm = Math.min(50, Math.ceil(rounds / 4))
  for (let n = 0; n < warm; n += 1) await round(n)
  const [pageBefore, serviceBefore] = [await heap(), memoryOf(host.pid ?? 0).now]
  for (let n = 0; n < rounds; n += 1) await round(n)
  const [pageAfter, serviceAfter] = [await heap(), memoryOf(host.pid ?? 0).now]
  return [
    figure('heap of the page, the list open', [pageAfter], { unit: 'MB' }),
    figure(`growth of the page's heap over ${rounds} rounds`, [pageAfter - pageBefore], { unit: 'MB', budget: 5 }),
    figure(`growth of the service over ${rounds} rounds`, [serviceAfter - serviceBefore], { unit: 'MB', budget: 40 }),
  ]
}
