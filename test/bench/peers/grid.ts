import { fileURLToPath } from 'node:url'
import { openChromium } from '../lib/browser.ts'
import { type Figure, figure } from '../lib/measure.ts'
import { eventToPaint, framesWhile } from '../lib/paint.ts'

const script = fileURLToPath(
  new URL('../../../node_modules/ag-grid-community/dist/ag-grid-community.min.js', import.meta.url),
)
const SEEN = `document.querySelector('#count').textContent`

export interface PeerRow {
  readonly ref: string
  readonly customer: string
  readonly account: string
  readonly bucket: string
  readonly owner: string
  readonly state: string
  readonly due: string
}

/** The same rows in AG Grid, all of them in the page's memory, filtered by its quick filter with real keys. */
export async function benchGrid(
  rows: readonly PeerRow[],
  typed: readonly string[],
  turns: number,
): Promise<readonly Figure[]> {
  const browser = await openChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await page.setContent('<input id="quick"><span id="count"></span><div id="grid" style="height:640px"></div>')
    await page.addScriptTag({ path: script })
    const loaded = await page.evaluate(async (data) => {
      const since = performance.now()
      const { agGrid } = window as unknown as { agGrid: { createGrid(at: Element | null, options: object): Grid } }
      interface Grid {
        setGridOption(name: string, value: unknown): void
        getDisplayedRowCount(): number
      }
      const fields = ['ref', 'customer', 'account', 'bucket', 'owner', 'state', 'due']
      const told = () => {
        const count = document.querySelector('#count')
        const typed = document.querySelector<HTMLInputElement>('#quick')?.value
        // With what was typed: a further letter may well find the same rows.
        if (count) count.textContent = `${grid.getDisplayedRowCount()} of “${typed}”`
      }
      const grid = agGrid.createGrid(document.querySelector('#grid'), {
        columnDefs: fields.map((field) => ({ field })),
        rowData: data,
        cacheQuickFilter: true,
        onModelUpdated: () => setTimeout(told),
      })
      document.querySelector('#quick')?.addEventListener('input', (event) => {
        grid.setGridOption('quickFilterText', (event.target as HTMLInputElement).value)
      })
      while (document.querySelector('.ag-row') === null) await new Promise((done) => requestAnimationFrame(done))
      return performance.now() - since
    }, rows)
    await page.locator('#quick').focus()
    const keys: number[] = []
    for (const word of typed) {
      for (const key of [...word, ...Array.from(word, () => 'Backspace')]) {
        keys.push(await eventToPaint(page, 'keydown', SEEN, () => page.keyboard.press(key)))
      }
    }
    await page.locator('#grid').hover()
    const frames = await framesWhile(page, async () => {
      for (let n = 0; n < turns; n += 1) {
        await page.mouse.wheel(0, 400)
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
      }
    })
    const session = await page.context().newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
    return [
      figure('rows given to first paint', [loaded]),
      figure('key to painted list', keys),
      figure('frame while scrolling the list', frames),
      figure('heap of the page', [usedSize / 1e6], { unit: 'MB' }),
    ]
  } finally {
    await browser.close()
  }
}
