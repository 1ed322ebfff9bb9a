import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { byKeyboard } from './support/keyboard.ts'
import { send } from './support/rpc.ts'

test.setTimeout(120_000)

test('the timeline is filtered with the keyboard, says how many entries fit, and keeps the filter while the case is open', async ({
  app: { page, expectAccessible },
}) => {
  const { press, reach } = byKeyboard(page)
  const desk = onDesk(page)
  await desk.practise()
  for (const [n, name] of ['Aurora Bakeries', 'Fjord Analytics'].entries()) {
    await desk.openCase({ name, managementAccountId: `22220000000${n}`, orgIds: `60610000000${n}` })
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  }
  await send(page, 'case.step', { case: 'C-1', step: 'report.sign-in', to: 'done', evidence: 'the heron was there' })
  await send(page, 'case.describe', { case: 'C-1', notes: 'Call Cara.' })
  await page.goto(new URL('#/cases/C-1/timeline', page.url()).href)
  const timeline = page.getByRole('region', { name: 'Timeline' })
  const said = timeline.getByRole('status')
  const rows = timeline.getByRole('listitem')
  await expect(said).toHaveText(/^\d+ entries$/)
  const whole = await rows.count()

  await reach(timeline.getByRole('combobox', { name: 'Kind' }))
  await page.keyboard.type('Steps')
  await expect(said).toHaveText('1 entry that fits')
  await expect(rows).toContainText(['Did “Sign in to the billing account”'])
  await expectAccessible('a filtered timeline')

  const tab = (name: string) => press(page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name }))
  await tab('Details')
  await tab('Timeline')
  await expect(timeline.getByRole('combobox', { name: 'Kind' })).toHaveValue('steps')
  await expect(said).toHaveText('1 entry that fits')
  await press(timeline.getByRole('button', { name: 'Show everything' }))
  await expect(rows).toHaveCount(whole)

  await reach(timeline.getByRole('searchbox', { name: 'Words' }))
  await page.keyboard.type('heron')
  await expect(said).toHaveText('1 entry that fits')
  await page.keyboard.type(' nowhere')
  await expect(said).toHaveText('No entry fits. Take a filter away, or use fewer words.')

  // The next case begins anew.
  await page.goto(new URL('#/cases/C-2/timeline', page.url()).href)
  await expect(timeline.getByRole('searchbox', { name: 'Words' })).toHaveValue('')
  await expect(said).toHaveText(/^\d+ entr(y|ies)$/)
})
