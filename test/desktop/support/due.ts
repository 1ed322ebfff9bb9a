import { expect, type Page } from '@playwright/test'
import { onDesk } from '../../e2e/support/desk.ts'

export const aurora = { name: 'Aurora Bakeries', managementAccountId: '2222 0000 0000', orgIds: '606100000000' }

/**
 * Takes a practice case to the wait for its report, and past it.
 * @param beforeItIsDue what happens before the time passes
 */
export async function waitForTheReport(page: Page, beforeItIsDue: () => Promise<unknown>): Promise<void> {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase(aurora)
  await desk.markDone('Sign in to the billing account')
  await desk.goTo('Configure the S3 bucket')
  await desk.act('Configure the S3 bucket', 'Create the bucket')
  await desk.goTo('Review and create the report')
  await desk.act('Review and create the report', 'Create the report')
  await desk.expectDone('Review and create the report')
  await beforeItIsDue()
  await desk.advance('72 h')
  await expect(page.getByRole('heading', { name: aurora.name, level: 1 })).toBeVisible()
}
