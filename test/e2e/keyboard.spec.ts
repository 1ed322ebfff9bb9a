import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { byKeyboard } from './support/keyboard.ts'
import { walkByKeyboard } from './support/keyboard-walk.ts'

test.setTimeout(240_000)

test('the whole procedure is done with the keyboard alone', async ({ app: { page } }) => {
  await walkByKeyboard(page)
})

test('cases are picked, changed and put back with the keyboard alone', async ({ app: { page, expectAccessible } }) => {
  const { press, reach, type } = byKeyboard(page)
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await desk.openCase({ name: 'Fjord Analytics', managementAccountId: '222200000001', orgIds: '606100000001' })
  await expect(page.getByRole('dialog', { name: 'New case' })).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  const grid = page.getByRole('grid', { name: 'Cases' })
  await reach(grid)
  await page.keyboard.press('Space')
  await expect(page.getByText('1 case picked')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('2 cases picked')).toBeVisible()
  await expectAccessible('cases, picked')

  await page.getByRole('button', { name: 'Owner and tags…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Change 2 cases' })
  await type(dialog.getByRole('textbox', { name: 'Add tags' }), 'spring')
  await expect(dialog.getByRole('table', { name: 'Preview' })).toContainText('#spring')
  await expectAccessible('a change of many, previewed')
  await press(dialog.getByRole('button', { name: 'Change 2 cases' }))
  await expect(dialog).toBeHidden()

  const search = page.getByRole('searchbox', { name: 'Search cases' })
  await search.focus()
  await page.keyboard.type('spring')
  await expect(grid.getByRole('row')).toHaveCount(3)
  await page.getByRole('heading', { name: 'Cases', level: 1 }).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText(/^Undone: /).first()).toBeVisible()
  await expect(page.getByText('No case matches')).toBeVisible()
})
