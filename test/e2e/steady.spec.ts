import type { Page } from '@playwright/test'
import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { caseOpened, send } from './support/rpc.ts'

test.setTimeout(240_000)

const SCREENS = ['#/today', '#/cases', '#/cases/C-1/steps/report.create', '#/reports', '#/settings']

/** Layout shifts without anybody’s doing since the page said that it was ready, and what moved. */
async function shiftsOf(page: Page, hash: string): Promise<readonly string[]> {
  await page.goto(new URL(hash, page.url()).href)
  await page.reload()
  await settled(page)
  return page.evaluate(async () => {
    const found: string[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node: Node | null }[]
      })[]) {
        if (entry.hadRecentInput) continue
        const moved = entry.sources.map(({ node }) => (node instanceof Element ? node.className : node?.nodeName))
        found.push(`${entry.value.toFixed(4)} ${moved.join(', ')}`)
      }
    })
    observer.observe({ type: 'layout-shift', buffered: false })
    // What comes late has come once the page has had nothing to draw for a while.
    await document.fonts.ready
    for (let frame = 0; frame < 60; frame += 1) await new Promise((next) => requestAnimationFrame(next))
    observer.disconnect()
    return found
  })
}

test('nothing moves once a screen is ready', async ({ app: { page } }) => {
  await onDesk(page).practise()
  await caseOpened(page, { name: 'Aurora Bakeries', account: '222200000000' })
  await send(page, 'request.create', { case: 'C-1', request: 'org-ids' })
  for (const hash of SCREENS) expect(await shiftsOf(page, hash), hash).toEqual([])
})
