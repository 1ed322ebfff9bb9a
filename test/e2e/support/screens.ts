import { expect, type Page } from '@playwright/test'
import { settled } from './app.ts'
import { send } from './rpc.ts'

/** A screen of the lively workspace, as it is reached. */
export interface Screen {
  readonly name: string
  open(page: Page): Promise<void>
}

/** Every screen and every main dialog of the app, in groups that are looked at in one go. */
export const SCREENS: Readonly<Record<string, readonly Screen[]>> = {
  lists: [
    at('#/today'),
    at('#/cases'),
    at('#/cases?layout=board'),
    at('#/cases?text=nothing-like-it'),
    at('#/checks'),
    at('#/customers'),
    at('#/payers'),
  ],
  steps: [
    at('#/cases/C-1', 'a done case'),
    at('#/cases/C-2/steps/spot-link.received', 'a wait'),
    at('#/cases/C-4/steps/report.bucket', 'a blocked step and a request'),
    at('#/cases/C-5/steps/report.bucket', 'a step to do'),
    at('#/cases/C-6', 'steps to take over'),
  ],
  'the parts of a case': [
    at('#/cases/C-3/submission', 'a submission to send'),
    at('#/cases/C-2/submission', 'a submission that was sent'),
    at('#/cases/C-5/submission', 'a submission that is not complete'),
    at('#/cases/C-1/files'),
    at('#/cases/C-5/files', 'no files'),
    at('#/cases/C-1/timeline'),
    at('#/cases/C-4/details'),
    at('#/cases/C-1/dossier'),
  ],
  directory: [
    { name: 'a customer', open: async (page) => visit(page, `#/customers/${await customerId(page, 'Quarry')}`) },
    { name: 'a payer', open: async (page) => visit(page, `#/payers/${await payerId(page, '444400000000')}`) },
    at('#/customers/nobody', 'no such customer'),
    at('#/payers/nobody', 'no such payer'),
    at('#/cases/C-999', 'no such case'),
    at('#/nowhere', 'no such page'),
  ],
  'exchange and reports': [
    at('#/exchange'),
    { name: 'an import, planned', open: planImport },
    at('#/exchange/export'),
    at('#/exchange/handover'),
    {
      name: 'reports',
      open: async (page) => {
        await visit(page, '#/reports')
        await expect(page.locator('svg.recharts-surface').first()).toBeVisible()
      },
    },
  ],
  settings: [
    at('#/settings'),
    at('#/settings/templates/submission'),
    at('#/settings/templates/followUp'),
    at('#/data'),
    at('#/changes'),
    at('#/practice'),
  ],
  surfaces: [
    dialog('the command palette', '#/today', (page) => page.keyboard.press('ControlOrMeta+k')),
    dialog('the sheet of keys', '#/today', (page) => page.keyboard.press('?')),
    dialog('the glossary', '#/today', async (page) => {
      await page.keyboard.press('?')
      await press(page, 'Words explained')
    }),
    dialog('a new case', '#/today', (page) => page.keyboard.press('n')),
    dialog('a word explained', '#/cases/C-5/details', (page) =>
      page.getByRole('main').getByRole('button', { name: 'Payer', exact: true }).click(),
    ),
    dialog('what an action would do', '#/cases/C-5/steps/report.bucket', (page) => press(page, 'Create the bucket')),
    dialog('putting a case on hold', '#/cases/C-5', async (page) => {
      await press(page, 'Case actions')
      await page.getByRole('menuitem', { name: 'Put on hold…' }).click()
    }),
    dialog('blocking a step', '#/cases/C-5/steps/report.bucket', async (page) => {
      await press(page, 'Step actions')
      await page.getByRole('menuitem', { name: 'Blocked…' }).click()
    }),
  ],
  'changes of many': [
    dialog('owner and tags of many', '#/cases', (page) => pickTwo(page, 'Owner and tags…')),
    dialog('a hold of many', '#/cases', (page) => pickTwo(page, 'Hold…')),
    dialog('chasing many', '#/cases', (page) => pickTwo(page, 'Chase…')),
    dialog('bundles of many', '#/cases', (page) => pickTwo(page, 'Export bundles…')),
    dialog('moving a case', '#/cases?layout=board', (page) => page.getByRole('button', { name: /^Move C-5/ }).click()),
    dialog('saving a view', '#/cases?layout=board', (page) => press(page, 'Save view')),
  ],
  'dialogs of the data': [
    dialog('another backup', '#/data', (page) => press(page, 'Restore from a file')),
    dialog('what a backup holds', '#/data', async (page) => {
      await press(page, 'Back up now')
      await page
        .getByRole('button', { name: /^Restore \d/ })
        .first()
        .click()
    }),
    dialog('a backup to a file', '#/data', (page) => press(page, 'Back up to a file')),
    dialog('what can be read', '#/data', (page) => press(page, 'Save what can be read')),
  ],
  'dialogs of a customer and a payer': [
    dialog('asking the customer', '#/cases/C-4', (page) => onRequest(page, /^Ask… /)),
    dialog('asking again', '#/cases/C-4', (page) => onRequest(page, /^Ask again… /)),
    dialog('an answer of the customer', '#/cases/C-4', (page) => onRequest(page, /^Answered… /)),
    dialog('what a change of the payer touches', '#/payers', async (page) => {
      await visit(page, `#/payers/${await payerId(page, '444400000000')}`)
      await page.getByRole('textbox', { name: 'Bucket' }).fill('nord-bakery-cur')
      await press(page, 'Save payer')
    }),
  ],
}

export const ALL_SCREENS: readonly Screen[] = Object.values(SCREENS).flat()

/** Opens an address anew, with nothing left open of the screen before. */
export async function visit(page: Page, hash: string): Promise<void> {
  await page.goto(new URL(hash, page.url()).href)
  await page.reload()
  await settled(page)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
}

function at(hash: string, name = hash): Screen {
  return { name, open: (page) => visit(page, hash) }
}

function dialog(name: string, hash: string, act: (page: Page) => Promise<unknown>): Screen {
  return {
    name,
    open: async (page) => {
      await visit(page, hash)
      await act(page)
      await expect(page.getByRole('dialog').last()).toBeVisible()
      // It is open for the keyboard once it has the focus.
      await expect(page.locator('[role="dialog"]:focus, [role="dialog"] :focus')).toBeAttached()
    },
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

async function pickTwo(page: Page, button: string): Promise<void> {
  for (const ref of ['C-5', 'C-6']) await page.getByRole('checkbox', { name: new RegExp(`${ref}\\b`) }).check()
  await press(page, button)
}

async function onRequest(page: Page, button: RegExp): Promise<void> {
  await visit(page, `#/customers/${await customerId(page, 'Quarry')}`)
  await page.getByRole('button', { name: button }).first().click()
}

async function planImport(page: Page): Promise<void> {
  await visit(page, '#/exchange')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Choose a CSV file/ }).click(),
  ])
  const text = 'Customer;Management account;Something else\nAcme;111122223333;x\nBirk;1,23457E+11;y\n'
  await chooser.setFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await expect(page.getByRole('table', { name: 'What cannot be taken' })).toBeVisible()
}

async function customerId(page: Page, starts: string): Promise<string> {
  const { customers } = await send(page, 'customer.list', {})
  return customers.find(({ name }) => name.startsWith(starts))?.id ?? 'nobody'
}

async function payerId(page: Page, account: string): Promise<string> {
  const { payers } = await send(page, 'payer.list', {})
  return payers.find(({ accountId }) => accountId === account)?.id ?? 'nobody'
}
