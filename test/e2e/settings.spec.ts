import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { byKeyboard } from './support/keyboard.ts'
import { send } from './support/rpc.ts'

test('quiet hours and the hours of every wait are set, kept, and the documents’ own come back', async ({
  app: { page, expectAccessible },
}) => {
  await onDesk(page).practise()
  await page.goto(new URL('#/settings', page.url()).href)
  const quiet = page.getByRole('region', { name: 'Quiet hours' })
  await quiet.getByRole('checkbox', { name: 'Keep quiet hours' }).check()
  await quiet.getByLabel('From').fill('19:30')
  await quiet.getByRole('button', { name: 'Save quiet hours' }).click()
  await expect(page.getByText('Settings are saved').first()).toBeVisible()

  const waits = page.getByRole('region', { name: 'Waits' })
  const eco = waits.getByRole('group', { name: 'Eco: connect the AWS account' })
  await expect(eco.getByRole('textbox', { name: 'Spot processes the first data' })).toHaveAttribute('placeholder', '48')
  await eco.getByRole('textbox', { name: 'Spot processes the first data' }).fill('soon')
  await waits.getByRole('button', { name: 'Save waits' }).click()
  await expect(eco).toContainText('Hours are a number of zero or more.')
  await eco.getByRole('textbox', { name: 'Spot processes the first data' }).fill('60')
  const asked = waits.getByRole('group', { name: 'Requests to the customer' })
  await asked.getByRole('textbox', { name: 'The customer sends the Org ID' }).fill('24')
  await waits.getByRole('button', { name: 'Save waits' }).click()
  await expect
    .poll(async () => (await send(page, 'settings.get', {})).waitHours)
    .toEqual({ 'data-processing': 60, 'request.org-ids': 24 })
  await expectAccessible('settings')

  await page.reload()
  await settled(page)
  await expect(quiet.getByLabel('From')).toHaveValue('19:30')
  await eco.getByRole('textbox', { name: 'Spot processes the first data' }).fill('')
  await waits.getByRole('button', { name: 'Save waits' }).click()
  await expect.poll(async () => (await send(page, 'settings.get', {})).waitHours).toEqual({ 'request.org-ids': 24 })
})

test('naming defaults are entered with the keyboard, refused at their field, and what is opened next is called by them', async ({
  app: { page, expectAccessible },
}) => {
  const { reach, type } = byKeyboard(page)
  await onDesk(page).practise()
  await page.goto(new URL('#/settings', page.url()).href)
  const names = page.getByRole('region', { name: 'Naming defaults' })
  await type(names.getByRole('textbox', { name: 'CUR bucket name' }), 'northlight-cur')
  await page.keyboard.press('Enter')
  await expect(names).toContainText('Write {account} where the payer’s account ID belongs, such as our-cur-{account}.')
  await expectAccessible('naming defaults')
  await reach(names.getByRole('textbox', { name: 'CUR bucket name' }))
  await page.keyboard.press('End')
  await page.keyboard.type('-{account}')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Settings are saved').first()).toBeVisible()

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await onDesk(page).openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  expect((await send(page, 'case.get', { case: 'C-1' })).payer.bucket).toBe('northlight-cur-222200000000')
})
