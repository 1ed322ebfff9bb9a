import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { caseDone } from './support/lively.ts'

test('a done case is checked again, reopened with what that takes along, taken back, closed and offboarded', async ({
  app: { page, dataFolder, expectAccessible },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  const ref = await caseDone(page, { name: 'Aurora Bakeries', account: '222200000000' }, dataFolder)

  await page.goto(new URL(`#/cases/${ref}/steps/report.bucket`, page.url()).href)
  const done = page.getByRole('region', { name: 'Connected' })
  await expect(done).toBeVisible()
  await page.getByRole('button', { name: 'Check all' }).click()
  await expect(page.getByText('Checked', { exact: true }).first()).toBeVisible()
  await expect(done).toBeVisible()
  await expectAccessible('a done case')

  await done.getByRole('link', { name: 'Submission' }).click()
  const attempts = page.getByRole('region', { name: 'Attempts' })
  await expect(attempts.getByRole('button', { name: /Export|Download|Save/ }).first()).toBeVisible()
  await page.goBack()

  await done.getByRole('button', { name: 'Reopen case…' }).click()
  const reopening = page.getByRole('dialog', { name: /^Reopen: / })
  await reopening.getByRole('textbox', { name: 'Reason' }).fill('The customer moves its bucket.')
  await reopening.getByRole('button', { name: 'Reopen case' }).click()
  await expect(page.getByRole('region', { name: 'Open again, every step settled' })).toBeVisible()

  const steps = page.getByRole('navigation', { name: 'Steps' })
  const settled = steps.getByRole('link', { name: /, Done/ })
  const all = await settled.count()
  const step = desk.step('Configure the S3 bucket')
  await step.getByRole('button', { name: 'Reopen step' }).click()
  const dialog = page.getByRole('dialog', { name: /^Reopen step: / })
  await expect(dialog.getByRole('status')).toContainText('“Review and create the report”')
  await expect(dialog.getByRole('status')).toContainText('is cancelled')
  await expectAccessible('what reopening takes along')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Another bucket.')
  await dialog.getByRole('button', { name: 'Reopen step' }).click()
  await expect(settled).not.toHaveCount(all)
  await expect(step.getByRole('button', { name: 'Mark done' })).toBeVisible()

  // The newest message stands first.
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(settled).toHaveCount(all)
  const again = page.getByRole('region', { name: 'Open again, every step settled' })
  await again.getByRole('button', { name: 'Close case' }).click()
  await page
    .getByRole('dialog', { name: /^Close again: / })
    .getByRole('button', { name: 'Close case' })
    .click()
  await expect(done).toBeVisible()

  await done.getByRole('button', { name: 'Offboard the customer…' }).click()
  const opening = page.getByRole('dialog', { name: 'New case' })
  await expect(opening.getByRole('combobox', { name: 'Procedure' })).toHaveValue('offboarding')
  await opening.getByRole('combobox', { name: 'Does anybody else still use the payer’s report?' }).selectOption({
    label: 'No',
  })
  await expectAccessible('the offboarding intake')
  await opening.getByRole('button', { name: 'Open case' }).click()
  await expect(desk.step('Delete the extractor stack')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Why this way' })).toContainText('nobody else uses the payer’s report')
  await expect(steps.getByRole('link', { name: /^Write down the bucket’s notifications/ })).toBeVisible()
})
