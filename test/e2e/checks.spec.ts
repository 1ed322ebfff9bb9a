import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { caseOpened } from './support/rpc.ts'

test.setTimeout(120_000)

test('all that is due is looked at on one screen, grouped by verdict, each with its step', async ({ app }) => {
  const { page, expectAccessible } = app
  const desk = onDesk(page)
  await desk.practise()
  await page.goto(new URL('#/checks', page.url()).href)
  await expect(page.getByText('Nothing has been looked at yet')).toBeVisible()
  await page.goto(new URL('#/today', page.url()).href)
  for (const [name, account] of [
    ['Aurora Bakeries', '222200000000'],
    ['Harbour Freight', '222200000001'],
  ] as const) {
    await desk.openCase({ name, managementAccountId: account, orgIds: '606100000000' })
    await page.getByRole('link', { name: 'Today' }).click()
  }
  await page.getByRole('link', { name: 'Checks' }).click()
  await page.getByRole('button', { name: 'Check everything that is due' }).click()
  await expect(page.getByText(/2 cases were gone through/)).toBeVisible()
  const passed = page.getByRole('region', { name: 'Passed' })
  await expect(passed).toContainText('2')
  // What passed is folded away.
  await expect(passed.getByRole('listitem')).toHaveCount(0)
  await passed.getByRole('button', { name: /Passed/ }).click()
  await expect(passed.getByRole('listitem')).toHaveCount(2)

  // One case alone, with another account this time.
  await passed.getByRole('checkbox', { name: 'Select C-2, Harbour Freight' }).check()
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption({ label: 'Wrong account' })
  await page.getByRole('button', { name: 'Check the selected case' }).click()
  const failed = page.getByRole('region', { name: 'Failed' })
  await failed.getByRole('button', { name: /C-2/ }).click()
  await expect(failed.getByRole('table', { name: 'Right account' })).toContainText('222200000001444400001111Failed')
  await expect(failed).toContainText('Choose the profile of the billing account')
  await expect(failed).toContainText('simulated')
  await expectAccessible('checks with a failure opened')
  await failed.getByRole('link', { name: /Open the step/ }).click()
  await expect(page.getByRole('article', { name: 'Sign in to the billing account' })).toBeVisible()
})

test('a round can be stopped, and what was being looked at is filed', async ({ app: { page } }) => {
  const desk = onDesk(page)
  await desk.practise()
  await caseOpened(page, { name: 'Aurora Bakeries', account: '222200000000' })
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption({ label: 'Slow answers' })
  await page.getByRole('link', { name: 'Checks' }).click()
  await page.getByRole('button', { name: 'Check everything that is due' }).click()
  await expect(page.getByRole('progressbar', { name: 'Round of checks' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopping: what is being looked at is still filed.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption({ label: 'Everything goes well' })
  await expect(page.getByText('Stopped, but its one case had been looked at by then.')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Passed' })).toBeVisible()
})

test('missing access is told apart, with the policy to copy where it is told', async ({ app: { page } }) => {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption({ label: 'Access denied' })
  await page.getByRole('link', { name: 'Checks' }).click()
  await page.getByRole('button', { name: 'Check everything that is due' }).click()
  const group = page.getByRole('region', { name: 'No access' })
  await group.getByRole('button', { name: /C-1/ }).first().click()
  await group.getByRole('button', { name: 'Copy the read-only policy' }).click()
  await expect(group.getByText('Copied: paste it as an inline policy')).toBeVisible()
})

test('looking in the background is paused and goes on, and says at which pace it looks', async ({ app: { page } }) => {
  await onDesk(page).practise()
  await page.goto(new URL('#/checks', page.url()).href)
  const watcher = page.getByRole('region', { name: 'Looking in the background' })
  await watcher.getByRole('button', { name: 'Pause' }).click()
  await expect(watcher).toContainText('Paused. Nothing is looked at')
  await watcher.getByRole('button', { name: 'Go on' }).click()
  await expect(watcher).toContainText('are looked at while the app runs')
})

test('a payer’s identity is tested before anything relies on it, and a mismatch comes first', async ({ app }) => {
  const { page, expectAccessible } = app
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await page.getByRole('link', { name: 'Payers' }).click()
  await page.getByRole('table', { name: 'Payers' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Test the identity' }).click()
  await expect(page.getByText('This is the payer’s account')).toBeVisible()
  await expect(page.getByText(/\(S3, STS, Cost and Usage Report Service/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption({ label: 'Wrong account' })
  await page.getByRole('button', { name: 'Test the identity' }).click()
  await expect(page.getByText('This is another account')).toBeVisible()
  await expect(page.getByText(/this case expects 222200000000/)).toBeVisible()
  await page.getByRole('button', { name: 'Show the policy' }).click()
  await expect(page.getByText('arn:aws:s3:::spotinst-cur-report-222200000000').first()).toBeVisible()
  await expectAccessible('a payer with its access')
})

test('a stack is followed event by event until it is made, and its step then settles by itself', async ({ app }) => {
  const { page, expectAccessible } = app
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await desk.goTo('Configure the S3 bucket')
  await desk.act('Configure the S3 bucket', 'Create the bucket')
  await desk.goTo('Review and create the report')
  await desk.act('Review and create the report', 'Create the report')
  await desk.goTo('See that AWS has delivered')
  await desk.advance('24 h')
  await desk.advance('1 h')
  await desk.step('See that AWS has delivered').getByRole('button', { name: 'Check now' }).click()
  await desk.expectDone('See that AWS has delivered')
  await desk.goTo('Take the crawler file')
  await desk.act('Take the crawler file', 'Download the crawler file')
  await desk.goTo('Fix the stack name')
  await desk.markDone('Fix the stack name')
  await desk.goTo('Create the crawler stack')
  await desk.act('Create the crawler stack', 'Create the crawler stack')
  const stack = page.getByRole('region', { name: 'Stack SpotEcoStack' })
  await expect(stack).toContainText('CREATE_IN_PROGRESS')
  await expect(stack.getByRole('table', { name: 'Events of the stack' })).toContainText('SpotEcoStack')
  await expectAccessible('a stack in the making')
  await desk.advance('1 h')
  await desk.expectDone('Create the crawler stack')
})
