import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { byKeyboard } from './support/keyboard.ts'
import { send } from './support/rpc.ts'

test.setTimeout(120_000)

const CUSTOMER = { name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' }
const STEP = 'Sign in to the billing account'
/** A blue square of 16 pixels. */
const SQUARE =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mNQCZhPEmIY1TCqYfhqAAC4rBMQ6CdSRwAAAABJRU5ErkJggg=='

/** Pastes where the focus is, as the system's clipboard would. */
async function paste(page: Page, { text, picture }: { readonly text?: string; readonly picture?: string }) {
  await page.evaluate(
    ({ text, picture }) => {
      const data = new DataTransfer()
      if (text !== undefined) data.setData('text/plain', text)
      if (picture !== undefined) {
        const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0))
        data.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
      }
      const at = document.activeElement ?? document.body
      at.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    { ...(text === undefined ? {} : { text }), ...(picture === undefined ? {} : { picture }) },
  )
}

test('a pasted text and a pasted picture are seen with name and size before they are kept as evidence, and can be opened after', async ({
  app: { page, expectAccessible },
}) => {
  const { press } = byKeyboard(page)
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase(CUSTOMER)
  await desk.goTo(STEP)
  const step = desk.step(STEP)

  // Over an open dialog it is the dialog's.
  await press(step.getByRole('button', { name: 'Step actions' }))
  await page.getByRole('menuitem', { name: 'Blocked…' }).press('Enter')
  await expect(page.getByRole('dialog', { name: /^Blocked/ })).toBeVisible()
  await paste(page, { text: 'not meant for the step' })
  await page.keyboard.press('Escape')
  await expect(step.getByText('pasted-text.txt')).toBeHidden()

  await paste(page, { text: 'Account 2222-0000-0000\nsigned in as Ana' })
  await expect(step.getByText('pasted-text.txt 39 bytes')).toBeVisible()
  await expect(step.getByLabel('Preview of pasted-text.txt')).toContainText('signed in as Ana')
  await expect(step.getByRole('status').filter({ hasText: 'will be kept' })).toHaveText(
    'pasted-text.txt, 39 bytes, will be kept with the step.',
  )
  await press(step.getByRole('button', { name: 'Leave out pasted-text.txt' }))
  await expect(step.getByRole('button', { name: 'Attach a file' })).toBeVisible()

  await paste(page, { picture: SQUARE })
  await expect(step.getByRole('img', { name: 'Preview of pasted-picture.png' })).toBeVisible()
  await expectAccessible('evidence that was pasted')
  await press(step.getByRole('button', { name: 'Mark done' }))
  await desk.expectDone(STEP)
  const { attachments } = await send(page, 'case.get', { case: 'C-1' })
  expect(attachments.map(({ name, size }) => [name, size])).toEqual([
    ['pasted-picture.png', Buffer.from(SQUARE, 'base64').length],
  ])

  await desk.goTo(STEP)
  await press(page.getByRole('button', { name: 'pasted-picture.png' }))
  const dialog = page.getByRole('dialog', { name: 'pasted-picture.png' })
  await expect(dialog.getByRole('img', { name: 'pasted-picture.png' })).toBeVisible()
  await expectAccessible('a kept file')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'pasted-picture.png' })).toBeFocused()
})

test('what is pasted while typing goes where one types', async ({ app: { page } }) => {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase(CUSTOMER)
  await desk.goTo(STEP)
  await desk.step(STEP).getByRole('button', { name: 'Evidence and time' }).click()
  await desk.step(STEP).getByRole('textbox', { name: 'Evidence' }).focus()
  await paste(page, { text: 'a text for the field' })
  await expect(desk.step(STEP).getByText('pasted-text.txt')).toBeHidden()
  await expect(desk.step(STEP).getByRole('button', { name: 'Attach a file' })).toBeVisible()
})
