import { expectAccessible } from '../e2e/support/app.ts'
import { walkTheProcedure } from '../e2e/support/journey.ts'
import { walkByKeyboard } from '../e2e/support/keyboard-walk.ts'
import { type Desktop, expect, listen, test } from './support/stand-in.ts'

test('an operator takes a customer through all three phases in the desktop app', async ({ desktop }) => {
  const page = await desktop.window()
  const noise = listen(page)
  await walkTheProcedure(page, async (screen) => {
    await expectAccessible(page, screen)
    if (screen === 'the submission composer') await takeOut(desktop)
  })
  expect(noise, 'console errors, exceptions and policy violations').toEqual([])
  expect(desktop.errors()).toBe('')
})

test('the whole procedure is done with the keyboard alone in the desktop app', async ({ desktop }) => {
  test.setTimeout(240_000)
  const page = await desktop.window()
  const noise = listen(page)
  await walkByKeyboard(page)
  expect(noise, 'console errors, exceptions and policy violations').toEqual([])
})

/** What only the desktop has: the bundle shown in its folder, and dragged out of the window. */
async function takeOut(desktop: Desktop): Promise<void> {
  const page = await desktop.window()
  await page.getByRole('button', { name: 'Export zip' }).click()
  await page.getByRole('button', { name: 'Show in folder' }).click()
  await expectAccessible(page, 'an export')
  await page.getByText('Drag out').dispatchEvent('dragstart')
  const taken = () =>
    desktop.evaluate(({ standIn }) =>
      standIn.done.flatMap(({ what, with: given }) => {
        if (what === 'shell.showItemInFolder') return [String(given)]
        return what === 'contents.startDrag' ? [(given as { file: string }).file] : []
      }),
    )
  await expect.poll(async () => (await taken()).length).toBe(2)
  const [shown, dragged] = await taken()
  expect(shown).toMatch(/practice.exports.*Aurora.*\.zip$/i)
  expect(dragged).toBe(shown)
}
