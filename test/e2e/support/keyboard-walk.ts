import { expect, type Page } from '@playwright/test'
import { onDesk } from './desk.ts'
import { byKeyboard } from './keyboard.ts'

/** Takes a customer through all three phases without a mouse: everything is reached by Tab, and pressed. */
export async function walkByKeyboard(page: Page): Promise<void> {
  const { press, type } = byKeyboard(page)
  const desk = onDesk(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const goTo = async (title: string) => {
    await press(page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: new RegExp(`^${title}`) }))
    await expect(desk.step(title)).toBeVisible()
  }
  const act = async (title: string, action: string) => {
    await goTo(title)
    await press(desk.step(title).getByRole('button', { name: action, exact: true }))
    const dialog = page.getByRole('dialog', { name: action, exact: true })
    await press(dialog.getByRole('button', { name: 'Run on simulated AWS' }))
    await expect(dialog).toBeHidden()
  }
  const check = async (title: string) => {
    await press(desk.step(title).getByRole('button', { name: 'Check now' }))
    await desk.expectDone(title)
  }
  const section = (name: string) => press(page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name }))

  await press(button('Practise with simulated AWS'))
  await press(
    page.getByRole('region', { name: 'Your practice company' }).getByRole('button', { name: 'Create workspace' }),
  )
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'New case' })
  await type(dialog.getByRole('textbox', { name: 'Customer name' }), 'Aurora Bakeries')
  await type(dialog.getByRole('textbox', { name: 'Management account ID' }), '222200000000')
  await type(dialog.getByRole('textbox', { name: 'Spot Org IDs' }), '606100000000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Aurora Bakeries', level: 1 })).toBeVisible()

  await goTo('Sign in to the billing account')
  await press(button('Mark done'))
  await desk.expectDone('Sign in to the billing account')
  await act('Configure the S3 bucket', 'Create the bucket')
  await act('Review and create the report', 'Create the report')
  await goTo('See that AWS has delivered')
  await press(button('Advance 24 h'))
  await press(button('Advance 1 h'))
  await check('See that AWS has delivered')

  await act('Take the crawler file', 'Download the crawler file')
  await goTo('Fix the stack name')
  await press(button('Mark done'))
  await desk.expectDone('Fix the stack name')
  await section('Submission')
  await press(button('Export zip'))
  await type(page.getByRole('textbox', { name: 'Sent via' }), 'ticket 7')
  await press(button('Mark as sent'))
  await expect(page.getByRole('progressbar', { name: 'Spot answers with a link' })).toBeVisible()

  await section('Steps')
  await act('Create the crawler stack', 'Create the crawler stack')
  await press(button('Advance 1 h'))
  await check('Create the crawler stack')
  await act('Schedule the crawler daily', 'Schedule the crawler')
  await press(button('Advance 72 h'))
  await section('Submission')
  await press(button('Ask the practice Spot'))
  await press(button('Judge the link'))
  await press(button('Take this link'))
  await expect(button('Take this link')).toBeHidden()

  await section('Steps')
  await goTo('Decide on the account list')
  await press(page.getByRole('checkbox', { name: 'Leave Account list blank on purpose' }), 'Space')
  await press(button('Mark done'))
  await desk.expectDone('Decide on the account list')
  await act('Create the extractor stack', 'Create the extractor stack')
  await press(button('Advance 1 h'))
  await check('Create the extractor stack')
  await expect(page.getByRole('heading', { name: 'Aurora Bakeries', level: 1 })).toBeVisible()
  await section('Timeline')
  await expect(page.getByText('Every step is settled: the case is done')).toBeVisible()
}
