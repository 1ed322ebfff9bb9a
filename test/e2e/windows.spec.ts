import { expect, listen, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { caseOpened, caseToSubmit, send } from './support/rpc.ts'

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

test('what one window opens, puts on hold or sets is seen in the other, whatever screen that shows', async ({
  app: { page },
  context,
}) => {
  const desk = onDesk(page)
  await desk.practise()
  const second = await context.newPage()
  const noise = listen(second)
  await second.goto(page.url())
  await settled(second)

  await desk.openCase(customer)
  const row = second.getByRole('main').getByRole('link', { name: /C-1 Aurora Bakeries/ })
  await expect(row).toBeVisible()
  await expect(second.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Today/ })).toContainText('1')
  await row.click()
  await expect(second.getByRole('heading', { name: customer.name, level: 1 })).toBeVisible()

  await page.getByRole('button', { name: 'Case actions' }).click()
  await page.getByRole('menuitem', { name: 'Put on hold…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Put on hold/ })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The contract is not signed.')
  await dialog.getByRole('button', { name: 'Put on hold' }).click()
  await expect(second.getByText('The contract is not signed.').first()).toBeVisible()

  await page.goto(new URL('#/settings', page.url()).href)
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('High contrast')
  await expect(second.locator('html[data-theme="contrast"]')).toBeAttached()
  expect(noise).toEqual([])
})

test('a reload in a dialog or before sending makes nothing, and loses nothing that was made', async ({
  app: { page, dataFolder },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  const ref = await caseToSubmit(page, { name: 'Harbour Freight Nord', account: '222200000002' })

  await page.getByRole('button', { name: 'New case' }).first().click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Customer name' }).fill(customer.name)
  await page.reload()
  await settled(page)
  await expect(page.getByRole('dialog')).toBeHidden()
  expect((await send(page, 'case.list', {})).total).toBe(1)

  await send(page, 'submission.export', { case: ref, format: 'zip', out: dataFolder })
  await page.goto(new URL(`#/cases/${ref}/submission`, page.url()).href)
  await page.getByRole('textbox', { name: 'Sent via' }).fill('ticket 7')
  await page.reload()
  await settled(page)
  const [draft] = (await send(page, 'case.get', { case: ref })).submissions
  expect(draft?.state).toBe('exported')
  await page.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(page.getByRole('progressbar', { name: 'Spot answers with a link' })).toBeVisible()
  await page.reload()
  await settled(page)
  await expect(page.getByRole('progressbar', { name: 'Spot answers with a link' })).toBeVisible()
})

test('a reload while a list is taken in leaves it to go on, and it is taken in once', async ({ app: { page } }) => {
  await onDesk(page).practise()
  await caseOpened(page, { name: 'Harbour Freight Nord', account: '222200000002' })
  const rows = Array.from({ length: 20_000 }, (_, n) => `Firm ${n};${400_000_000_000 + n}`)
  const file = {
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Customer;Management account\n${rows.join('\n')}\n`),
  }
  const choose = async () => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /^Choose a CSV file/ }).click(),
    ])
    await chooser.setFiles(file)
  }
  await page.goto(new URL('#/exchange', page.url()).href)
  await choose()
  await expect(page.getByRole('button', { name: 'Take in 20,000 rows' })).toBeVisible()
  await page.reload()
  await settled(page)
  expect((await send(page, 'customer.list', {})).total).toBe(1)

  await choose()
  await page.getByRole('button', { name: 'Take in 20,000 rows' }).click()
  await expect.poll(async () => (await send(page, 'job.list', {})).jobs.length).toBeGreaterThan(0)
  await page.reload()
  await settled(page)
  await expect.poll(async () => (await send(page, 'customer.list', {})).total, { timeout: 60_000 }).toBe(20_001)
  await page.goto(new URL('#/customers', page.url()).href)
  await expect(page.getByText('20,001 customers')).toBeVisible()
})
