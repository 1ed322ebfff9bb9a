import { expect, listen, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'

test.setTimeout(180_000)

const customer = { name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' }

test('two windows stay in step, and neither writes over the other', async ({ app: { page }, context }) => {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase(customer)
  const second = await context.newPage()
  const noise = listen(second)
  await second.goto(page.url())
  await settled(second)
  const beside = onDesk(second)

  await desk.markDone('Sign in to the billing account')
  await beside.expectDone('Sign in to the billing account')

  // What is typed in one window stands when the other one changes the case.
  const name = 'Create the report and name it'
  await beside.goTo(name)
  await second.getByRole('textbox', { name: 'Report name' }).fill('of-the-second-window')
  await desk.goTo(name)
  await page.getByRole('textbox', { name: 'Report name' }).fill('of-the-first-window')
  await page.getByRole('button', { name: 'Save values' }).click()
  await expect(second.getByText('of-the-first-window').first()).toBeVisible()
  await expect(second.getByRole('textbox', { name: 'Report name' })).toHaveValue('of-the-second-window')
  expect(noise).toEqual([])
})

test('a reload in the middle of anything comes back to the same place', async ({ app: { page } }) => {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase(customer)
  await desk.goTo('Configure the S3 bucket')
  await page.reload()
  await settled(page)
  await expect(desk.step('Configure the S3 bucket')).toBeVisible()

  // While AWS is being asked: what was done is done once.
  await desk.step('Configure the S3 bucket').getByRole('button', { name: 'Create the bucket' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Run on simulated AWS' }).click()
  await page.reload()
  await settled(page)
  await expect(desk.step('Configure the S3 bucket')).toBeVisible()
  await page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name: 'Submission' }).click()
  await page.reload()
  await settled(page)
  await expect(page.getByRole('region', { name: 'The seven items' })).toBeVisible()
})
