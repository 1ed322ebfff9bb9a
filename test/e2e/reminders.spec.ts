import type { Locator } from '@playwright/test'
import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { byKeyboard } from './support/keyboard.ts'
import { send } from './support/rpc.ts'

test('what falls due is told once, leads to its case, and is not told again by another page', async ({ app }) => {
  const { page } = app
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await desk.markDone('Sign in to the billing account')
  await desk.goTo('Configure the S3 bucket')
  await desk.act('Configure the S3 bucket', 'Create the bucket')
  await desk.goTo('Review and create the report')
  await desk.act('Review and create the report', 'Create the report')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click()
  await desk.advance('24 h')

  const reminder = page.getByRole('dialog', { name: 'Aurora Bakeries (C-1)' })
  await expect(reminder).toContainText('Time to look: AWS delivers the report.')
  await app.expectAccessible('a reminder')
  await reminder.getByRole('button', { name: 'Open C-1' }).click()
  await expect(page.getByRole('heading', { name: 'Aurora Bakeries', level: 1 })).toBeVisible()
  await expect(reminder).toBeHidden()

  await page.reload()
  await settled(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('region', { name: 'Ready to check or chase' })).toContainText('Aurora Bakeries')
  await expect(reminder).toBeHidden()
})

test('a message covers nothing of the sidebar, goes with one key, and is looked up in the list of messages', async ({
  app,
}) => {
  const { page } = app
  const desk = onDesk(page)
  await page.setViewportSize({ width: 1280, height: 720 })
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await desk.markDone('Sign in to the billing account')
  await send(page, 'case.do', { case: 'C-1', action: 'bucket.create', confirmed: true })
  await send(page, 'case.do', { case: 'C-1', action: 'report.create', confirmed: true })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click()
  await page.keyboard.press('x')
  await desk.advance('24 h')
  const reminder = page.getByRole('dialog', { name: 'Aurora Bakeries (C-1)' })
  await expect(reminder).toBeVisible()
  const box = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const nav = await box(page.getByRole('navigation', { name: 'Main' }))
  const foot = await box(page.getByRole('button', { name: 'Keyboard shortcuts' }))
  const message = await box(reminder)
  expect(message.y).toBeGreaterThanOrEqual(nav.y + nav.height)
  expect(message.y + message.height).toBeLessThanOrEqual(foot.y)

  await page.getByRole('heading', { name: 'Cases', level: 1 }).click()
  await page.keyboard.press('x')
  await expect(reminder).toBeHidden()
  await byKeyboard(page).press(page.getByRole('button', { name: /^Messages, \d+ new$/ }))
  const list = page.getByRole('dialog', { name: 'Messages' })
  await expect(list.getByRole('listitem').filter({ hasText: 'Aurora Bakeries (C-1)' })).toContainText(
    'Time to look: AWS delivers the report.',
  )
  await app.expectAccessible('the list of messages')
  await byKeyboard(page).press(list.getByRole('button', { name: 'Open Aurora Bakeries (C-1)' }))
  await expect(page.getByRole('heading', { name: 'Aurora Bakeries', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Messages', exact: true })).toBeVisible()
})
