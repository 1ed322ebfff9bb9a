import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { send, sendAll } from './support/rpc.ts'

// A machine that does ten other things needs five minutes for it; one that does not, well under two.
test.setTimeout(420_000)

const CUSTOMERS = 200
const PAYER = '333300000000'
const OTHERS = Array.from({ length: CUSTOMERS - 1 }, (_, n) => ({ case: `C-${n + 2}` }))

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-morning-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const goTo = async (page: Page, hash: string) => {
  await page.goto(new URL(hash, page.url()).href)
  await settled(page)
}

/** A list of customers as a spreadsheet keeps it, all on the payer of the MSP. */
function listOfCustomers(): string {
  const rows = Array.from({ length: CUSTOMERS }, (_, n) => {
    const number = String(n).padStart(3, '0')
    return `Customer ${number},222200000${number},606100000${number},${PAYER},shared`
  })
  const path = join(folder, 'customers.csv')
  writeFileSync(path, `Customer,Management account,Spot Org IDs,Payer account,Payer kind\n${rows.join('\n')}\n`)
  return path
}

async function takeIn(page: Page, path: string): Promise<void> {
  await goTo(page, '#/exchange')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Choose a CSV file/ }).click(),
  ])
  await chooser.setFiles(path)
  await expect(page.getByText('Nothing stands against it. Nothing has been changed yet.')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Open a case for each customer/ }).check()
  await page.getByRole('button', { name: `Take in ${CUSTOMERS} rows` }).click()
  await expect(page.getByText('The list is in the workspace: customers.csv.')).toBeVisible({ timeout: 60_000 })
}

/** What the first customer’s case did for the payer, each of the others takes over, verified anew. */
async function takeOver(page: Page): Promise<void> {
  await sendAll(page, 'case.reuse', OTHERS)
}

const groupOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('two hundred customers are taken in, triaged, checked, exported and sent in one morning', async ({
  app: { page },
}) => {
  await onDesk(page).practise()
  await takeIn(page, listOfCustomers())
  await goTo(page, '#/today')
  await expect(groupOf(page, 'To do now')).toContainText('200 cases')
  await expect(page).toHaveTitle(/^\(200\) Today/)
  await expect(groupOf(page, 'To do now').getByRole('listitem')).toHaveCount(20)
  await groupOf(page, 'To do now').getByRole('button', { name: 'Show 50 more' }).click()
  await expect(groupOf(page, 'To do now').getByRole('listitem')).toHaveCount(70)

  // The payer's report is made once; every other case waits along.
  await send(page, 'case.do', { case: 'C-1', action: 'bucket.create', confirmed: true })
  await send(page, 'case.do', { case: 'C-1', action: 'report.create', confirmed: true })
  await takeOver(page)
  await expect(groupOf(page, 'Running waits')).toContainText('200 cases')
  await onDesk(page).advance('24 h')
  await expect(groupOf(page, 'Ready to check or chase')).toContainText('200 cases')

  await goTo(page, '#/checks')
  await page.getByRole('button', { name: 'Check everything that is due' }).click()
  await expect(page.getByText(/200 cases were gone through/)).toBeVisible({ timeout: 90_000 })
  await goTo(page, '#/today')
  await expect(groupOf(page, 'Ready to check or chase')).toBeHidden()

  await send(page, 'case.do', { case: 'C-1', action: 'crawler-file.download', confirmed: true })
  await send(page, 'case.step', { case: 'C-1', step: 'crawler-stack.name', to: 'done' })
  await takeOver(page)

  await goTo(page, '#/cases')
  await page.getByRole('grid', { name: 'Cases' }).focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Export bundles…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export 200 cases' })
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(join(folder, 'out'))
  await dialog.getByRole('button', { name: 'Export 200 cases' }).click()
  await expect(dialog.getByText(/^200 bundles written/)).toBeVisible({ timeout: 60_000 })
  expect(readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.zip'))).toHaveLength(CUSTOMERS)

  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.getByRole('button', { name: 'Mark sent…' }).click()
  const sent = page.getByRole('dialog', { name: 'Mark 200 cases as sent' })
  await expect(sent.getByRole('table', { name: 'Preview' }).getByRole('row')).toHaveCount(13)
  await sent.getByRole('textbox', { name: 'Sent via' }).fill('support ticket')
  await sent.getByRole('button', { name: 'Mark 200 cases as sent' }).click()
  await expect(sent).toBeHidden({ timeout: 60_000 })
  await expect(page.getByText('200 cases changed')).toBeVisible()

  await goTo(page, '#/today')
  await onDesk(page).advance('72 h')
  const ready = groupOf(page, 'Ready to check or chase')
  await expect(ready).toContainText('200 cases')
  const first = ready.getByRole('listitem').first()
  await first.getByRole('link').focus()
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog', { name: /^Ask Spot about C-/ })).toContainText('Send this as a follow-up')
})
