import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'

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
