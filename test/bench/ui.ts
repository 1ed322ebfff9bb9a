import type { Page } from '@playwright/test'
import { openChromium, type Shown } from './lib/browser.ts'
import { type Figure, figure } from './lib/measure.ts'
import { eventToPaint, framesWhile } from './lib/paint.ts'

/** The text that the rows on the screen are the answer to: another with each key, also where the same is found. */
const LIST = `document.querySelector('[data-answered]')?.dataset.answered`
/** Whether the first cards of the board are painted. */
const BOARD = `document.querySelector('[data-board-column] [role=row][aria-rowindex] a') !== null`
const HEADING = `document.querySelector('h1')?.textContent + location.hash`

/** Parts of account IDs. */
const TYPED = ['4711', '2042', '9137', '5508', '1863', '7290', '3651', '8426']

export interface Floors {
  readonly key: { readonly what: string; readonly p95: number }
  readonly frame: { readonly what: string; readonly p95: number }
}

/** A page with nothing but an input and a line that follows it, and a long text to scroll. */
export async function blankPage(keys: number): Promise<Floors> {
  const browser = await openChromium()
  try {
    return await floorsOf(await browser.newPage({ viewport: { width: 1280, height: 720 } }), keys)
  } finally {
    await browser.close()
  }
}

async function floorsOf(page: Page, keys: number): Promise<Floors> {
  await page.setContent(
    `<h1>Blank</h1><input autofocus><p id="said"></p><div style="height:500000px"></div>
     <script>document.querySelector('input').addEventListener('input', (e) => { document.querySelector('#said').textContent = e.target.value })</script>`,
  )
  await page.locator('input').focus()
  const typed: number[] = []
  for (let n = 0; n < keys; n += 1) {
    typed.push(
      await eventToPaint(page, 'keydown', "document.querySelector('#said').textContent", () =>
        page.keyboard.press('a'),
      ),
    )
  }
  const frames = await framesWhile(page, () => wheel(page, 40))
  return {
    key: { what: 'the same in a blank page', p95: figure('', typed).p95 },
    frame: { what: 'the same in a blank page', p95: figure('', frames).p95 },
  }
}

/** The screens as a person moves in them. */
export async function benchScreens({ page }: Shown, floors: Floors, rounds: number): Promise<readonly Figure[]> {
  await goTo(page, '#/cases')
  const frames = await framesWhile(page, () => wheelOver(page, 40 * rounds))
  const keys = await typing(page, rounds)
  const opened: number[] = []
  const switched: number[] = []
  const boards: number[] = []
  for (let n = 0; n < 5 * rounds; n += 1) {
    await goTo(page, '#/cases')
    await page.locator('[role=grid]').focus()
    for (let down = 0; down <= n % 7; down += 1) await page.keyboard.press('ArrowDown')
    await activeRow(page)
    // The focus goes back to the list first: the app may have given it to the heading of the page meanwhile.
    opened.push(await eventToPaint(page, 'keydown', HEADING, () => page.locator('[role=grid]').press('Enter')))
    switched.push(await eventToPaint(page, 'click', HEADING, () => link(page, 'Today').click()))
    switched.push(await eventToPaint(page, 'click', HEADING, () => link(page, 'Cases').click()))
    await page.locator('[role=grid] [role=row][id]').first().waitFor()
    boards.push(await eventToPaint(page, 'click', BOARD, () => layout(page, 'Board').click()))
    await layout(page, 'List').click()
    await page.locator('[data-board-column]').first().waitFor({ state: 'detached' })
  }
  return [
    figure('key to painted list', keys, { budget: 50, floor: floors.key }),
    figure('open a case, key to painted page', opened, { budget: 50, floor: floors.key }),
    figure('switch view, click to painted view', switched, { budget: 100, floor: floors.key }),
    figure('list to board, click to painted cards', boards, { budget: 100, floor: floors.key }),
    figure('frame while scrolling the list', frames, { budget: 33, floor: floors.frame }),
  ]
}

/** Types and takes away numbers, digit by digit: every key asks something else. */
export async function typing(page: Page, rounds: number): Promise<readonly number[]> {
  const search = page.getByRole('searchbox').first()
  await search.focus()
  const samples: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const word = TYPED[round % TYPED.length] ?? ''
    for (const key of [...word, ...Array.from(word, () => 'Backspace')]) {
      samples.push(await eventToPaint(page, 'keydown', LIST, () => page.keyboard.press(key)))
    }
  }
  return samples
}

export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  if (hash === '#/cases') await page.locator('[role=grid] [role=row][id]').first().waitFor()
}

/** Waits until the row on which the keys act is here: Enter on one that is still being fetched opens nothing. */
async function activeRow(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant')
    return id && document.querySelector(`[id="${id}"] [data-column]`) !== null
  })
}

function layout(page: Page, name: 'List' | 'Board') {
  return page.getByRole('button', { name, exact: true })
}

function link(page: Page, name: string) {
  return page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
}

async function wheelOver(page: Page, turns: number): Promise<void> {
  await page.locator('[role=grid]').hover()
  await wheel(page, turns)
}

async function wheel(page: Page, turns: number): Promise<void> {
  for (let n = 0; n < turns; n += 1) {
    await page.mouse.wheel(0, 400)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
  }
}
