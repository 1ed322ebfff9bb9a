import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { byKeyboard } from './support/keyboard.ts'
import { send } from './support/rpc.ts'

test.setTimeout(120_000)

const CUSTOMER = { name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' }

test('owner, tags and notes are edited where they are read, with the keyboard, and each is taken back by itself', async ({
  app: { page, expectAccessible },
}) => {
  const { press } = byKeyboard(page)
  await onDesk(page).practise()
  await onDesk(page).openCase(CUSTOMER)
  const about = page.getByRole('region', { name: 'About this case' })
  const owner = about.getByRole('button', { name: /^Owner:/ })

  await press(owner)
  await expect(about.getByRole('combobox', { name: 'Owner' })).toBeFocused()
  await page.keyboard.type('Ben')
  await page.keyboard.press('Escape')
  await expect(owner).toBeFocused()
  await expect(owner).toHaveAccessibleName(/^Owner: Practice operator/)

  await page.keyboard.press('Enter')
  await page.keyboard.type('Ben')
  await expectAccessible('an owner being edited')
  await page.keyboard.press('Enter')
  await expect(owner).toHaveAccessibleName(/^Owner: Ben/)
  await expect(owner).toBeFocused()

  const tags = about.getByRole('button', { name: /^Tags:/ })
  await press(tags)
  await page.keyboard.type('spring, pilot, spring')
  await page.keyboard.press('Enter')
  await expect(tags).toContainText('#spring #pilot')

  const notes = about.getByRole('button', { name: /^Notes:/ })
  await press(notes)
  await page.keyboard.type('Call Cara first.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('She is back on Monday.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(notes).toContainText('Call Cara first.')
  const { notes: kept } = await send(page, 'case.get', { case: 'C-1' })
  expect(kept).toBe('Call Cara first.\nShe is back on Monday.')

  // Not the last change, but the one that the message speaks of.
  await send(page, 'case.describe', { case: 'C-1', tags: ['later'] })
  await expect(tags).toContainText('#later')
  await page.locator('[data-kind]').filter({ hasText: 'Notes saved' }).getByRole('button', { name: 'Undo' }).click()
  await expect(notes).toHaveAccessibleName(/^Notes: None/)
  await expect(tags).toContainText('#later')
})

test('what somebody else changed meanwhile is said beside what is being typed', async ({ app: { page } }) => {
  await onDesk(page).practise()
  await onDesk(page).openCase(CUSTOMER)
  const about = page.getByRole('region', { name: 'About this case' })
  await about.getByRole('button', { name: /^Notes:/ }).click()
  const field = about.getByRole('textbox', { name: 'Notes' })
  await field.fill('Mine')
  await send(page, 'case.describe', { case: 'C-1', notes: 'Theirs' })
  await expect(about).toContainText('Changed meanwhile to “Theirs”.')
  await expect(field).toHaveValue('Mine')
})

test('the message of a reopened step takes back exactly that, whatever was done since', async ({ app: { page } }) => {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase(CUSTOMER)
  await desk.markDone('Sign in to the billing account')
  await desk.goTo('Sign in to the billing account')
  await page.getByRole('button', { name: 'Reopen step' }).click()
  const dialog = page.getByRole('dialog', { name: /^Reopen step/ })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Wrong account')
  await dialog.getByRole('button', { name: 'Reopen step' }).click()
  await expect(dialog).toBeHidden()
  await send(page, 'case.describe', { case: 'C-1', notes: 'Written since' })
  await page.locator('[data-kind]').filter({ hasText: 'Open again' }).getByRole('button', { name: 'Undo' }).click()
  await desk.expectDone('Sign in to the billing account')
  expect((await send(page, 'case.get', { case: 'C-1' })).notes).toBe('Written since')
})
