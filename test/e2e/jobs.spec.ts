import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { byKeyboard } from './support/keyboard.ts'
import { send } from './support/rpc.ts'

// Long enough to be seen at work on any machine.
test.setTimeout(240_000)

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-jobs-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Begins to take in a list of so many customers, and goes elsewhere while it is read. */
async function begin(page: Page, customers: number): Promise<void> {
  const rows = Array.from({ length: customers }, (_, n) => {
    const number = String(n).padStart(6, '0')
    return `Customer ${number},222200${number},606100${number}`
  })
  const path = join(folder, `${customers}.csv`)
  writeFileSync(path, `Customer,Management account,Spot Org IDs\n${rows.join('\n')}\n`)
  await page.goto(new URL('#/exchange', page.url()).href)
  await settled(page)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Choose a CSV file/ }).click(),
  ])
  await chooser.setFiles(path)
  await page.getByRole('button', { name: /^Take in/ }).click({ timeout: 60_000 })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
}

const strip = (page: Page) => page.getByRole('region', { name: 'Work going on' })
const customersOf = async (page: Page) => (await send(page, 'customer.list', { limit: 1 })).total

test('long work is in sight wherever one is: how far it is, ending it whole, and what came of it', async ({
  app: { page, expectAccessible },
}) => {
  const { press } = byKeyboard(page)
  await onDesk(page).practise()
  await begin(page, 80_000)
  const bar = strip(page).getByRole('progressbar')
  await expect(bar).toBeVisible({ timeout: 30_000 })
  await expect(strip(page)).toContainText(/[\d,]+ of [\d,]+/)
  // At once: on a quick machine the way of the Tab key there would take longer than the work.
  await strip(page)
    .getByRole('button', { name: /^Cancel/ })
    .press('Enter')
  await expect(strip(page).getByRole('status')).toContainText(': cancelled', { timeout: 60_000 })
  await expect(bar).toBeHidden()
  expect(await customersOf(page)).toBe(0)
  await expectAccessible('work that has ended')
  await press(strip(page).getByRole('button', { name: 'Dismiss' }))
  await expect(strip(page).getByRole('status')).toBeEmpty()
})

test('work that ends while one is elsewhere says so, and leads to its report', async ({ app: { page } }) => {
  const { press } = byKeyboard(page)
  await onDesk(page).practise()
  await begin(page, 4_000)
  await expect(strip(page).getByRole('status')).toContainText(': done', { timeout: 120_000 })
  expect(await customersOf(page)).toBe(4_000)
  await press(strip(page).getByRole('link', { name: 'See the report' }))
  await expect(page.getByText('The list is in the workspace: 4000.csv.')).toBeVisible()
  await expect(strip(page).getByRole('status')).toBeEmpty()
})
