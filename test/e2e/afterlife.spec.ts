import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { caseToSubmit, send } from './support/rpc.ts'

test('a done case is checked again, reopened with what that takes along, taken back, closed and offboarded', async ({
  app: { page, dataFolder, expectAccessible },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  const ref = await caseToSubmit(page, { name: 'Aurora Bakeries', account: '222200000000' })
  await send(page, 'submission.export', { case: ref, format: 'zip', out: dataFolder })
  await send(page, 'submission.sent', { case: ref, via: 'e-mail' })
  await send(page, 'case.do', { case: ref, action: 'crawler-stack.create', confirmed: true })
  await send(page, 'practice.advance', { hours: 1 })
  await send(page, 'case.check', { case: ref, step: 'crawler-stack.create' })
  await send(page, 'case.do', { case: ref, action: 'crawler.schedule', confirmed: true })
  await send(page, 'practice.advance', { hours: 72 })
  const { link } = await send(page, 'practice.spot-answer', { case: ref })
  await send(page, 'submission.answered', { case: ref, link })
  await send(page, 'case.set', { case: ref, facts: { accountList: '' } })
  await send(page, 'case.step', { case: ref, step: 'extractor.account-list', to: 'done' })
  await send(page, 'case.do', { case: ref, action: 'extractor-stack.create', confirmed: true })
  await send(page, 'practice.advance', { hours: 1 })
  expect((await send(page, 'case.check', { case: ref, step: 'extractor.create' })).state).toBe('done')

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

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
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
