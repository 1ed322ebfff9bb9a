import { expect, type Page } from '@playwright/test'
import { onDesk } from './desk.ts'

/**
 * Takes a customer through all three phases on the simulated AWS, as an operator does: first run, case, report, 24 hours,
 * crawler file, submission, stacks, 72 hours, Spot's link, extractor, done; then over every screen.
 * @param look is called with the name of each screen on the way
 */
export async function walkTheProcedure(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const desk = onDesk(page)
  await look('first run')
  await desk.practise()
  await look('today, empty')
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '2222 0000 0000', orgIds: '606100000000' })
  await look('a case')

  await desk.markDone('Sign in to the billing account')
  await desk.goTo('Configure the S3 bucket')
  await desk.act('Configure the S3 bucket', 'Create the bucket')
  await desk.goTo('Review and create the report')
  await desk.act('Review and create the report', 'Create the report')
  await desk.expectDone('Review and create the report')
  await desk.expectDone('Configure the S3 bucket')

  await desk.goTo('See that AWS has delivered')
  await look('a running wait')
  await desk.advance('24 h')
  await desk.advance('1 h')
  await desk.step('See that AWS has delivered').getByRole('button', { name: 'Check now' }).click()
  await desk.expectDone('See that AWS has delivered')

  await desk.goTo('Take the crawler file')
  await desk.act('Take the crawler file', 'Download the crawler file')
  await desk.expectDone('Take the crawler file')
  await desk.goTo('Fix the stack name')
  await desk.markDone('Fix the stack name')
  const tab = (name: string) => page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name }).click()
  await tab('Submission')
  await expect(page.getByRole('region', { name: 'The seven items' })).toBeVisible()
  await look('the submission composer')
  await page.getByRole('button', { name: 'Export zip' }).click()
  await page.getByRole('textbox', { name: 'Sent via' }).fill('support ticket')
  await page.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(page.getByRole('progressbar', { name: 'Spot answers with a link' })).toBeVisible()

  await tab('Steps')
  await desk.goTo('Create the crawler stack')
  await desk.act('Create the crawler stack', 'Create the crawler stack')
  await desk.advance('1 h')
  await desk.step('Create the crawler stack').getByRole('button', { name: 'Check now' }).click()
  await desk.expectDone('Create the crawler stack')
  await desk.goTo('Schedule the crawler daily')
  await desk.act('Schedule the crawler daily', 'Schedule the crawler')
  await desk.expectDone('Schedule the crawler daily')

  await desk.advance('72 h')
  await tab('Submission')
  await page.getByRole('button', { name: 'Ask the practice Spot' }).click()
  await page.getByRole('button', { name: 'Judge the link' }).click()
  await expect(page.getByRole('region', { name: 'The link, judged' })).toContainText('The link fits this case.')
  await look('a judged link')
  await page.getByRole('button', { name: 'Take this link' }).click()
  await expect(page.getByRole('button', { name: 'Take this link' })).toBeHidden()

  await tab('Steps')
  await desk.goTo('Decide on the account list')
  await page.getByRole('checkbox', { name: 'Leave Account list blank on purpose' }).check()
  await page.getByRole('button', { name: 'Save values' }).click()
  await desk.markDone('Decide on the account list')
  await desk.goTo('Create the extractor stack')
  await desk.act('Create the extractor stack', 'Create the extractor stack')
  await desk.advance('1 h')
  await desk.step('Create the extractor stack').getByRole('button', { name: 'Check now' }).click()
  await desk.expectDone('Create the extractor stack')
  await expect(page.locator('main')).toContainText('Done')

  await tab('Timeline')
  await expect(page.getByText('Every step is settled: the case is done')).toBeVisible()
  await look('the timeline')
  await tab('Files')
  await expect(page.getByText('crawler-cfn.yml').first()).toBeVisible()
  await look('the files')
  await tab('Details')
  await look('the details')
  for (const screen of ['Cases', 'Customers', 'Payers', 'Settings', 'Today']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: screen }).click()
    await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible()
    await look(screen)
  }
}
