import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { byKeyboard } from './support/keyboard.ts'

test('the guide leads from the first case to its next step, stops nobody, and goes on where it was left', async ({
  app: { page, expectAccessible },
}) => {
  // Two clicks from the first screen to practice.
  const desk = onDesk(page)
  await desk.practise()
  const guide = page.getByRole('complementary', { name: 'Guide' })
  await expect(guide).toContainText('Open your first case')
  await byKeyboard(page).press(guide.getByRole('button', { name: 'Begin a case' }))
  await expect(page.getByRole('dialog', { name: 'New case' })).toBeVisible()
  await page.keyboard.press('Escape')
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await expect(guide).toContainText('Look at the account in the header')
  await expect(guide).toContainText('Your first case: 0 of 16 steps settled')
  await expectAccessible('a case with the guide')

  await desk.markDone('Sign in to the billing account')
  await expect(guide).toContainText('Take the values as they are')
  await page.getByRole('link', { name: 'Cases', exact: true }).click()
  await guide.getByRole('link', { name: 'Show me' }).click()
  await expect(desk.step('Create the report and name it')).toBeVisible()

  await guide.getByRole('button', { name: 'Hide the guide' }).click()
  await expect(guide).toBeHidden()
  await page.reload()
  await expect(desk.step('Create the report and name it')).toBeVisible()
  await expect(guide).toBeHidden()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('guide to the first')
  await page.keyboard.press('Enter')
  await expect(guide).toContainText('Take the values as they are')
})
