import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'

test('a workspace is backed up, checked, put back, and any change of it is taken back', async ({ app }) => {
  const { page, dataFolder } = app
  const desk = onDesk(page)
  const to = (hash: string) => page.goto(new URL(hash, page.url()).href)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })

  await to('#/data')
  await settled(page)
  await page.getByRole('button', { name: 'Back up now' }).click()
  const backups = page.getByRole('table', { name: 'Backups' })
  await expect(backups).toContainText('Made by hand')
  expect(readdirSync(join(dataFolder, 'practice', 'backups')).join()).toContain('-demand.zip')
  const file = join(dataFolder, 'elsewhere', 'own.zip')
  await page.getByRole('button', { name: 'Back up to a file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Back up to a file' })
  await dialog.getByRole('textbox', { name: 'Path of the file' }).fill(file)
  await dialog.getByRole('button', { name: 'Back up', exact: true }).click()
  await expect(dialog).toBeHidden()
  expect(readdirSync(join(dataFolder, 'elsewhere'))).toEqual(['own.zip'])
  await page.getByRole('button', { name: 'Check everything' }).click()
  await expect(page.getByText(/^In order: 1 case, /)).toBeVisible()

  await to('#/cases/C-1/steps/report.sign-in')
  await desk.markDone('Sign in to the billing account')
  await to('#/cases/C-1/timeline')
  await page.getByRole('button', { name: /^Take back: Did “Sign in/ }).click()
  const back = page.getByRole('dialog', { name: 'Take this back' })
  await expect(back).toContainText('Did “Sign in to the billing account”')
  await app.expectAccessible('taking back')
  await back.getByRole('button', { name: 'Take back', exact: true }).click()
  await expect(back).toBeHidden()
  await expect(page.getByText('Took back: Did “Sign in to the billing account”')).toBeVisible()
  await to('#/changes')
  await page.getByRole('button', { name: /^Make again: / }).click()
  await expect(page.getByRole('button', { name: /^Take back: Did “Sign in/ })).toBeVisible()

  await to('#/data')
  await page.getByRole('button', { name: 'Restore from a file' }).click()
  const choose = page.getByRole('dialog', { name: 'Restore a backup' })
  await choose.getByRole('textbox', { name: 'Another file' }).fill(file)
  await choose.getByRole('button', { name: 'Look at it' }).click()
  await page.getByRole('button', { name: 'Replace the workspace with this backup' }).click()
  await expect(page.getByText('The backup is restored')).toBeVisible()
  await to('#/cases/C-1/timeline')
  await expect(page.getByText('Restored the backup of')).toBeHidden()
  await expect(page.getByText('Did “Sign in to the billing account”', { exact: true })).toBeHidden()
  await expect(page.getByText(/^Opened the case/)).toBeVisible()
})
