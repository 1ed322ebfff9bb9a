import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { pdfText } from './support/pdf-text.ts'
import { caseOpened, caseToSubmit, send } from './support/rpc.ts'

test.setTimeout(180_000)

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-exchange-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function goTo(page: Page, hash: string): Promise<void> {
  await page.goto(new URL(hash, page.url()).href)
}

async function choose(page: Page, button: RegExp, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ])
  await chooser.setFiles(path)
}

function written(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('a list that cannot be taken is explained cell by cell, and the corrected one is taken and taken back', async ({
  app: { page, expectAccessible },
}) => {
  await onDesk(page).practise()
  await goTo(page, '#/exchange')
  await expectAccessible('import, empty')

  const rows = Array.from({ length: 400 }, (_, n) => `Firma ${n};1,23457E+11;x`)
  await choose(page, /^Choose a CSV file/, written('wrong.csv', `Kunde;Konto;Egal\n${rows.join('\n')}\n`))
  await expect(page.getByText('400 rows, UTF-8, separated by semicolons')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('No column')
  await page.getByRole('combobox', { name: 'Column “Kunde” is taken for' }).selectOption('Customer')
  await page.getByRole('combobox', { name: 'Column “Konto” is taken for' }).selectOption('Management account')
  await expect(page.getByText('Not taken as it is: 400 cells cannot be read.')).toBeVisible()
  const problems = page.getByRole('table', { name: 'What cannot be taken' })
  await expect(problems).toHaveAttribute('aria-rowcount', '401')
  await expect(problems.getByRole('row').nth(1)).toContainText('a spreadsheet has rounded')
  expect(await problems.getByRole('row').count()).toBeLessThan(60)
  await expect(page.getByRole('button', { name: /^Take in/ })).toBeHidden()
  await expectAccessible('import, refused')

  // The columns were said once: by their own names they are known the next time, and in the import itself.
  await choose(page, /^Choose another file/, written('right.csv', 'Kunde;Konto;Egal\nAcme;111122223333;x\n'))
  await page.getByRole('combobox', { name: 'Column “Kunde” is taken for' }).selectOption('Customer')
  await page.getByRole('combobox', { name: 'Column “Konto” is taken for' }).selectOption('Management account')
  await expect(page.getByText('Nothing stands against it. Nothing has been changed yet.')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Open a case for each customer/ }).check()
  await expect(page.getByText('Cases to open')).toBeVisible()
  await page.getByRole('combobox', { name: 'Procedure' }).selectOption({ label: 'Eco: connect the AWS account (003)' })
  await expect(page.getByRole('alert')).toContainText('One question comes first')
  await expect(page.getByRole('button', { name: /^Take in/ })).toBeHidden()
  await expectAccessible('import, asking')
  await page.getByRole('combobox', { name: /managed by an MSP/ }).selectOption({ label: 'Yes' })
  await expect(page.getByText('Cases to open')).toBeVisible()
  await expectAccessible('import, planned')
  await page.getByRole('button', { name: 'Take in 1 row' }).click()
  await expect(page.getByText('The list is in the workspace: right.csv.')).toBeVisible()
  await expectAccessible('import, done')
  expect((await send(page, 'case.list', {})).rows).toMatchObject([{ customer: 'Acme', procedure: 'eco-connect' }])
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('The import is taken back.')).toBeVisible()
  expect((await send(page, 'case.list', {})).rows).toEqual([])

  await page.getByRole('button', { name: 'Take in another list' }).click()
  // What was taken for what went back as well; of a list that stays in, it is kept for the next one.
  await choose(page, /^Choose a CSV file/, written('again.csv', 'Kunde;Konto\nAcme;111122223333\n'))
  await page.getByRole('combobox', { name: 'Column “Kunde” is taken for' }).selectOption('Customer')
  await page.getByRole('combobox', { name: 'Column “Konto” is taken for' }).selectOption('Management account')
  await page.getByRole('button', { name: 'Take in 1 row' }).click()
  await page.getByRole('button', { name: 'Take in another list' }).click()
  await choose(page, /^Choose a CSV file/, written('next.csv', 'Kunde;Konto\nBirk;444455556666\n'))
  await expect(page.getByText('As the last time')).toHaveCount(2)
})

test('bundles of many are written, and what was refused says why and leads to its case', async ({
  app: { page, expectAccessible },
}) => {
  await onDesk(page).practise()
  await caseToSubmit(page, { name: 'Aurora Bakeries', account: '222200000001' })
  await caseOpened(page, { name: 'Tide & Timber', account: '222200000002' })
  await goTo(page, '#/cases')
  await page.getByRole('grid', { name: 'Cases' }).focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Export bundles…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export 2 cases' })
  await expectAccessible('export many')
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(join(folder, 'out'))
  await dialog.getByRole('button', { name: 'Export 2 cases' }).click()
  await expect(dialog.getByText('1 bundle written, 1 refused.')).toBeVisible()
  const refused = dialog.getByRole('table', { name: 'Refused' })
  await expect(refused.getByRole('row').nth(1)).toContainText('Tide & Timber')
  await expectAccessible('export many, done')
  const names = readdirSync(join(folder, 'out'))
  expect(names.filter((name) => name.endsWith('.zip'))).toHaveLength(1)
  expect(readFileSync(join(folder, 'out', 'index.csv'), 'utf8')).toContain('Tide & Timber')
  await refused.getByRole('link', { name: 'C-2' }).click()
  await expect(page.getByRole('heading', { name: 'Tide & Timber', level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: 'The seven items' })).toBeVisible()
})

test('an export says what it holds and is what it says', async ({ app: { page, expectAccessible } }) => {
  await onDesk(page).practise()
  await caseOpened(page, { name: 'Aurora Bakeries', account: '022200000001' })
  await goTo(page, '#/exchange/export')
  await expectAccessible('export')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export table' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('casebook.csv')
  await download.saveAs(join(folder, 'casebook.csv'))
  expect(readFileSync(join(folder, 'casebook.csv'), 'utf8')).toContain('"0222-0000-0001"')
})

test('a handover that comes back changed is merged as the operator chooses', async ({
  app: { page, expectAccessible },
}) => {
  await onDesk(page).practise()
  const ref = await caseOpened(page, { name: 'Aurora Bakeries', account: '222200000001' })
  await send(page, 'case.describe', { case: ref, notes: 'As it was handed over.' })
  await goTo(page, '#/exchange/export')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export handover' }).click(),
  ])
  await download.saveAs(join(folder, 'h.casebook'))
  await send(page, 'case.describe', { case: ref, notes: 'Changed meanwhile.' })

  await goTo(page, '#/exchange/handover')
  await choose(page, /^Choose a handover/, written('broken.casebook', 'no handover'))
  await expect(page.getByRole('alert')).toContainText('it is not a zip file')
  await choose(page, /^Choose another file/, join(folder, 'h.casebook'))
  const conflict = page.getByRole('group', { name: 'Keep for Notes of C-1' })
  await expect(conflict).toContainText('Changed meanwhile.')
  await expect(conflict).toContainText('As it was handed over.')
  await expect(conflict).toContainText(/last changed .* by /)
  await expect(page.getByRole('button', { name: 'Take over', exact: true })).toBeDisabled()
  await expectAccessible('handover, conflict')
  await conflict.getByRole('radio', { name: /^Theirs/ }).check()
  await page.getByRole('button', { name: 'Take over', exact: true }).click()
  await expect(page.getByText('Taken over. Nothing of either side is lost')).toBeVisible()
  await expectAccessible('handover, taken over')
  expect((await send(page, 'case.get', { case: ref })).notes).toBe('As it was handed over.')
  const { rows } = await send(page, 'activity.list', { case: ref, limit: 50 })
  expect(rows.map(({ sentence }) => sentence).join('\n')).toContain('Changed meanwhile.')
})

test('the dossier of a case is printed whole, without the desk around it', async ({
  app: { page, expectAccessible },
}) => {
  await onDesk(page).practise()
  const ref = await caseToSubmit(page, { name: 'Aurora Bakeries', account: '222200000001' })
  await goTo(page, `#/cases/${ref}`)
  await page.getByRole('link', { name: 'Dossier' }).click()
  await expect(page.getByRole('heading', { name: `Case dossier ${ref}: Aurora Bakeries`, level: 1 })).toBeVisible()
  await expectAccessible('dossier')
  const pdf = await page.pdf({ format: 'A4' })
  const text = pdfText(pdf)
  const { facts, steps } = await send(page, 'case.get', { case: ref })
  for (const fact of facts.filter(({ value }) => value)) expect(text).toContain(fact.display)
  for (const step of steps) expect(text.replace(/\s/g, '')).toContain(step.title.replace(/\s/g, ''))
  expect(text).toContain('Timeline')
  expect(text).not.toContain('Find or do')
  expect(text).not.toContain('Print or save as PDF')
})

test('a template is judged as it is typed, and the next message is written in its words', async ({
  app: { page, expectAccessible },
}) => {
  await onDesk(page).practise()
  const ref = await caseToSubmit(page, { name: 'Aurora Bakeries', account: '222200000001' })
  await goTo(page, `#/cases/${ref}/submission`)
  await page.getByRole('link', { name: 'Edit this template' }).click()
  const text = page.getByRole('textbox', { name: 'Text' })
  const standard = await text.inputValue()
  await text.fill(standard.replace('Stack name: {{stackName}}\n', ''))
  await expect(page.getByText('The item “Stack name” is missing')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save template' })).toBeDisabled()
  await text.fill(standard.replace('{{greeting}}', '{{greating}}'))
  await expect(page.getByText('Line 1: “{{greating}}” is not known.')).toBeVisible()
  await expectAccessible('a broken template')

  await text.fill(standard.replace('The crawler file is attached.', 'You find the crawler file with this mail.'))
  const preview = page.getByRole('region', { name: 'How it reads' }).last()
  await expect(preview).toContainText('You find the crawler file with this mail.')
  await page.getByRole('button', { name: 'Save template' }).click()
  await expect(page.getByText('These are your words.')).toBeVisible()
  await goTo(page, `#/cases/${ref}/submission`)
  const message = page.getByRole('region', { name: 'Message text' })
  await expect(message).toContainText('You find the crawler file with this mail.')

  await page.getByRole('link', { name: 'Edit this template' }).click()
  await page.getByRole('button', { name: 'Back to the app’s own words' }).click()
  await page.getByRole('button', { name: 'Save template' }).click()
  await expect(page.getByText('These are the app’s own words.')).toBeVisible()
})

test('every attempt keeps its files, its words and what Spot said of it', async ({
  app: { page, expectAccessible },
}) => {
  await onDesk(page).practise()
  const ref = await caseToSubmit(page, { name: 'Aurora Bakeries', account: '222200000001' })
  await send(page, 'submission.export', { case: ref, format: 'zip' })
  await send(page, 'submission.sent', { case: ref, via: 'mail' })
  await goTo(page, `#/cases/${ref}/submission`)
  await page.getByText('Ticket and replies').click()
  await page.getByRole('textbox', { name: 'Ticket number' }).fill('SPOT-4711')
  const mail = 'From: Sam <sam@spot.example>\nSubject: Re: your submission\n\nThe stack name is the old one.\n'
  await choose(page, /^Choose the reply as a file/, written('reply.eml', mail))
  await expect(page.getByText('reply.eml is kept with it')).toBeVisible()
  await page.getByRole('button', { name: 'Keep with the attempt' }).click()
  const attempts = page.getByRole('region', { name: 'Attempts' })
  await expect(attempts).toContainText('The stack name is the old one.')
  expect((await send(page, 'case.list', { text: 'SPOT-4711' })).rows).toMatchObject([{ ref }])

  await page.getByRole('button', { name: 'Spot sent it back…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Spot sent it back' })
  await dialog.getByRole('textbox').fill('The stack name is the old one.')
  await dialog.getByRole('button', { name: 'Record the return' }).click()
  await expect(attempts).toContainText('Returned')
  await page.getByRole('button', { name: 'Export zip' }).click()
  await expect(attempts).toContainText('Attempt 2')
  await expect(page.getByRole('region', { name: 'Message text' })).toContainText('The stack name is the old one.')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as it was exported: attempt 1' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/_222200000001_C-1\.zip$/)
  await attempts.getByText('Files and checksums').first().click()
  await expect(attempts.getByText('SHA256SUMS').first()).toBeVisible()
  await expectAccessible('attempts')
})
