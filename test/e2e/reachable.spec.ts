import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { livelyWorkspace } from './support/lively.ts'
import { SCREENS } from './support/screens.ts'

/** More stops than any screen has. */
const FARTHEST = 160
/** What is pressed; a field is as high as a control, and a link in a sentence may be as low as its line (2.5.8). */
const TARGETS = 'button, select, summary, [role="button"], [role="menuitem"], [role="option"], nav a, [role="tab"]'

/** Where the focus stands: the stop, and what is wrong with it. */
interface Stop {
  readonly name: string
  readonly wrong: string | null
  readonly isFirstAgain: boolean
}

/** The element in focus is drawn as such, lies in the window, and nothing lies over all of it (WCAG 2.4.7 and 2.4.11). */
function stop(page: Page): Promise<Stop> {
  return page.evaluate(async () => {
    // A guard around a dialog hands the focus on a moment later; a Tab before that would leave the page.
    const isGuarded = () => document.activeElement?.hasAttribute('data-base-ui-focus-guard') === true
    for (let n = 0; isGuarded() && n < 60; n += 1) await new Promise((done) => requestAnimationFrame(done))
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { name: 'the page', wrong: null, isFirstAgain: false }
    }
    const label = element.getAttribute('aria-label') ?? element.textContent ?? ''
    const name = `${element.tagName.toLowerCase()} “${label.trim().slice(0, 40)}”`
    const isFirstAgain = element.dataset.stopped === 'true'
    element.dataset.stopped = 'true'
    if (isGuarded()) return { name, wrong: 'keeps the focus and is drawn nowhere', isFirstAgain }
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const [x0, x1] = [Math.max(left, 0), Math.min(right, window.innerWidth)]
    const [y0, y1] = [Math.max(top, 0), Math.min(bottom, window.innerHeight)]
    if (x1 - x0 < 1 || y1 - y0 < 1) return { name, wrong: 'lies outside the window', isFirstAgain }
    const points = [0.05, 0.25, 0.5, 0.75, 0.95].flatMap((fx) =>
      [0.1, 0.5, 0.9].map((fy) => [x0 + fx * (x1 - x0), y0 + fy * (y1 - y0)] as const),
    )
    const isOwn = (hit: Element | null) =>
      hit !== null &&
      (element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element) === true)
    if (!points.some(([x, y]) => isOwn(document.elementFromPoint(x, y)))) {
      const [x = 0, y = 0] = points[7] ?? []
      return { name, wrong: `is covered by ${document.elementFromPoint(x, y)?.className}`, isFirstAgain }
    }
    const drawn = (e: Element | null, part?: string): boolean => {
      if (e === null) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e, part)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    }
    // A link that stands for its row is drawn around the row; of a grid the row or card in hand is; a field has its caret.
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    const isDrawn =
      drawn(element) ||
      drawn(element, '::after') ||
      drawn(active) ||
      drawn(element.parentElement) ||
      drawn(element.nextElementSibling) ||
      element.matches('input[role="combobox"]')
    return { name, wrong: isDrawn ? null : 'is not drawn as the one in focus', isFirstAgain }
  })
}

/** Goes through the screen by Tab, once around. */
async function walk(page: Page): Promise<readonly string[]> {
  const wrong: string[] = []
  for (let stops = 0; stops < FARTHEST; stops += 1) {
    await page.keyboard.press('Tab')
    const here = await stop(page)
    if (here.isFirstAgain) return wrong
    if (here.wrong !== null) wrong.push(`${here.name} ${here.wrong}`)
  }
  return wrong
}

/** Targets that are drawn smaller than 24 by 24 pixels. */
function small(page: Page): Promise<readonly string[]> {
  return page.evaluate((targets) => {
    const found: string[] = []
    for (const element of document.querySelectorAll(targets)) {
      const { width, height } = element.getBoundingClientRect()
      const isHidden =
        width <= 1 ||
        height <= 1 ||
        element.closest('.visually-hidden') !== null ||
        getComputedStyle(element).visibility === 'hidden'
      const isInText = element.tagName !== 'SELECT' && element.closest('p, dt, li > span') !== null
      if (isHidden || isInText || (width >= 23.5 && height >= 23.5)) continue
      found.push(`${element.textContent?.trim().slice(0, 30)} ${element.className}: ${width} by ${height}`)
    }
    return found
  }, TARGETS)
}

/** 640 by 360 is 1280 by 720 at 200 %; 853 by 480 is it at 150 %. */
const SIZES = [
  [320, 640],
  [640, 360],
  [853, 480],
  [900, 700],
  [3840, 2160],
] as const

/** What of the screen cannot be scrolled to, or only sideways (WCAG 1.4.10). */
async function beyond(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    const wrong = await page.evaluate(async () => {
      // The window has its new size before the page is laid out in it, and parts that measure themselves come a frame later.
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      for (let n = 0; n < 3; n += 1) await frame()
      const over = document.documentElement.scrollWidth - window.innerWidth
      if (over > 0) return `${over} px too wide`
      const main = document.querySelector('main')
      // What clips and does not scroll must hold nothing beyond its edge.
      const clips = main !== null && getComputedStyle(main).overflowY === 'clip'
      return clips && main.scrollHeight - main.clientHeight > 2 ? 'the end of the screen is cut off' : null
    })
    if (wrong !== null) found.push(`at ${width} by ${height}: ${wrong}`)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
  return found
}

for (const [group, screens] of Object.entries(SCREENS)) {
  test(`everything is reached by Tab and seen, is large enough to press, and fits every window: ${group}`, async ({
    app: { page, dataFolder },
  }) => {
    await livelyWorkspace(page, dataFolder)
    const found: Record<string, readonly string[]> = {}
    for (const { name, open } of screens) {
      await open(page)
      const wrong = [...(await small(page)), ...(await walk(page)), ...(await beyond(page))]
      if (wrong.length > 0) found[name] = wrong
    }
    expect(found).toEqual({})
  })
}

test('the account of the console stays in sight however far a zoomed case is scrolled', async ({
  app: { page, dataFolder },
}) => {
  await livelyWorkspace(page, dataFolder)
  for (const [width, height] of [
    [320, 640],
    [640, 360],
    [853, 480],
    [900, 700],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.goto(new URL('#/cases/C-5/steps/report.bucket', page.url()).href)
    const last = page.getByRole('button', { name: 'Step actions' })
    await last.scrollIntoViewIfNeeded()
    await expect(last).toBeInViewport()
    await expect(page.getByText('Console: sign in to')).toBeInViewport()
  }
})
