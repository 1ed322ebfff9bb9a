import { expect, expectContrast, settled, test } from './support/app.ts'
import { livelyWorkspace } from './support/lively.ts'
import { SCREENS } from './support/screens.ts'

const THEMES = [
  { theme: 'light', scheme: 'light' },
  { theme: 'dark', scheme: 'dark' },
  { theme: 'contrast', scheme: 'light' },
  { theme: 'contrast', scheme: 'dark' },
] as const

for (const [group, screens] of Object.entries(SCREENS)) {
  test(`no screen has an axe violation in any theme: ${group}`, async ({
    app: { page, dataFolder, expectAccessible },
  }) => {
    await livelyWorkspace(page, dataFolder)
    for (const { name, open } of screens) {
      await open(page)
      await settled(page)
      for (const { theme, scheme } of THEMES) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        await page.evaluate((chosen) => {
          document.documentElement.dataset.theme = chosen
        }, theme)
        await expect(page.locator(`html[data-theme="${theme}"]`)).toBeAttached()
        const look = theme === 'light' ? expectAccessible : (said: string) => expectContrast(page, said)
        await look(`${name}, ${theme} on ${scheme}`)
      }
    }
  })
}

test('the first page has no axe violation in any theme', async ({ app: { page, expectAccessible } }) => {
  await expectAccessible('first run')
  for (const { theme, scheme } of THEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen
    }, theme)
    await expectContrast(page, `first run, ${theme} on ${scheme}`)
  }
})
