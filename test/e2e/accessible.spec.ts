import { expect, expectContrast, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'

test.setTimeout(240_000)

const SCREENS = [
  '#/today',
  '#/cases',
  '#/cases?layout=board',
  '#/cases/C-1/steps/report.create',
  '#/cases/C-1/submission',
  '#/cases/C-1/files',
  '#/cases/C-1/timeline',
  '#/cases/C-1/details',
  '#/checks',
  '#/practice',
  '#/customers',
  '#/payers',
  '#/settings/templates/submission',
  '#/exchange',
  '#/exchange/export',
  '#/exchange/handover',
  '#/cases/C-1/dossier',
  '#/reports',
  '#/settings',
  '#/data',
  '#/changes',
]
const THEMES = [
  { theme: 'light', scheme: 'light' },
  { theme: 'dark', scheme: 'dark' },
  { theme: 'contrast', scheme: 'light' },
  { theme: 'contrast', scheme: 'dark' },
] as const

test('no screen has an axe violation in any theme', async ({ app: { page, expectAccessible } }) => {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  for (const hash of SCREENS) {
    await page.goto(new URL(hash, page.url()).href)
    await settled(page)
    for (const { theme, scheme } of THEMES) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name
      }, theme)
      await expect(page.locator(`html[data-theme="${theme}"]`)).toBeAttached()
      const look = theme === 'light' ? expectAccessible : (name: string) => expectContrast(page, name)
      await look(`${hash}, ${theme} on ${scheme}`)
    }
  }
})
