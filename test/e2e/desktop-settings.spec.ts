import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'

test('in a browser, the settings of the desktop say where they are, and are refused', async ({ app: { page } }) => {
  await onDesk(page).practise()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  const part = page.getByRole('region', { name: 'Desktop' })
  await expect(part).toContainText('The app runs in a browser here.')
  await expect(part.getByRole('checkbox')).toHaveCount(0)
  const refused = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const asked = await fetch('/rpc/host.desktop-set', { method: 'POST', headers, body: '{"stayInTray":true}' })
    return asked.text()
  })
  expect(refused).toContain('host.no-desktop')

  // A place is typed here: there is no dialog of the system, and no button for one.
  await page.goto(new URL('#/data', page.url()).href)
  await page.getByRole('button', { name: 'Back up to a file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Back up to a file' })
  await expect(dialog.getByRole('textbox', { name: 'Path of the file' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Choose a place' })).toHaveCount(0)
})
