import { readFileSync } from 'node:fs'
import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'

test('the report is drawn, told in a table and saved, and follows what is done in another window', async ({
  app: { page, expectAccessible },
  context,
}) => {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  const phases = page.getByRole('region', { name: 'By phase', exact: true })
  await expect(phases).toContainText('1 case is open, 0 on hold.')
  await expect(phases.getByRole('row')).toHaveCount(2)
  await expect(phases.locator('.recharts-rectangle').first()).toBeVisible()
  await expectAccessible('reports')

  const saving = page.waitForEvent('download')
  await phases.getByRole('button', { name: 'Save “By phase” as CSV' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/^casebook-phases-.*\.csv$/)
  expect(readFileSync(await saved.path(), 'utf8')).toContain('"Procedure","Phase","Open","On hold"')

  const second = await context.newPage()
  await second.goto(new URL('#/cases', page.url()).href)
  await settled(second)
  await onDesk(second).openCase({ name: 'Tide & Timber', managementAccountId: '222200000001', orgIds: '606100000001' })
  await expect(phases).toContainText('2 cases are open, 0 on hold.')

  await page.getByRole('combobox', { name: 'Procedure' }).selectOption({ index: 2 })
  await expect(phases).toContainText('No case is open.')
})
