import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { send } from './support/rpc.ts'

test.setTimeout(120_000)

test('on Today a check says how it came out, a tick is taken back from its message, both by key', async ({
  app: { page },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  const todo = page.getByRole('region', { name: 'To do now', exact: true })
  const message = (words: string) => page.locator('[data-kind]').filter({ hasText: words })

  await todo.getByRole('listitem').first().getByRole('link').focus()
  await page.keyboard.press('d')
  await expect(todo).toContainText('Create the report and name it')
  await message('is done').getByRole('button', { name: 'Undo' }).click()
  await expect(todo).toContainText('Sign in to the billing account')

  await send(page, 'case.do', { case: 'C-1', action: 'bucket.create', confirmed: true })
  await send(page, 'case.do', { case: 'C-1', action: 'report.create', confirmed: true })
  await desk.advance('24 h')
  const ready = page.getByRole('region', { name: 'Ready to check or chase', exact: true })
  await ready.getByRole('listitem').first().getByRole('link').focus()
  await page.keyboard.press('c')
  await expect(message('C-1, Report delivered:')).toContainText(/passed|failed|not known|look at this/)
})
