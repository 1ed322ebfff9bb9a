import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { livelyWorkspace } from './support/lively.ts'
import { SCREENS, visit } from './support/screens.ts'

/** The colour that an element is filled with, as the system's palette leaves it. */
const fill = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor)

test('with the colours of the system, what is chosen and how far a wait is can still be told', async ({
  app: { page, dataFolder },
}) => {
  await livelyWorkspace(page, dataFolder)
  await page.emulateMedia({ forcedColors: 'active' })
  await visit(page, '#/cases/C-2/steps/spot-link.received')
  const chosen = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' })
  await expect(chosen).toHaveCSS('outline-style', 'solid')
  const step = page.getByRole('navigation', { name: 'Steps' }).locator('[aria-current]')
  await expect(step).toHaveCSS('outline-style', 'solid')
  const bar = '[role="progressbar"]'
  expect(await fill(page, `${bar} > *`)).not.toBe(await fill(page, bar))
  await expect(page.getByRole('region', { name: 'Practice' })).toHaveCSS('border-bottom-style', 'double')
})

test('who asks for less motion gets none: nothing runs but what stands for work', async ({
  app: { page, dataFolder },
}) => {
  await livelyWorkspace(page, dataFolder)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const { name, open } of [...(SCREENS.surfaces ?? []), ...(SCREENS.steps ?? [])]) {
    await open(page)
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((a) => a.playState === 'running' && Number(a.effect?.getComputedTiming().duration ?? 0) > 1)
        .map((a) => (a.effect instanceof KeyframeEffect ? a.effect.target?.className : '')),
    )
    expect(moving, name).toEqual([])
  }
})
