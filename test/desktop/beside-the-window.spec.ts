import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../e2e/support/app.ts'
import { onDesk } from '../e2e/support/desk.ts'
import { aurora, waitForTheReport } from './support/due.ts'
import { expect, launch, test } from './support/stand-in.ts'

test('what falls due is told by a notification of the system, whose click opens the case and changes nothing', async ({
  desktop,
}) => {
  const page = await desktop.window()
  // Nobody looks at the window: the page alone would not be noticed.
  await waitForTheReport(page, () => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur()))
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await desktop.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
  const shown = () => desktop.evaluate(({ standIn }) => standIn.notifications.map(({ options }) => options))
  await expect.poll(async () => (await shown()).map(({ title }) => title)).toEqual(['Aurora Bakeries (C-1)'])
  expect((await shown())[0]?.actions).toHaveLength(1)

  const activity = () => page.evaluate(() => window.casebook?.send('activity.list', '{}'))
  const before = await activity()
  await desktop.evaluate(({ standIn }) => standIn.notifications[0]?.emit('click', {}))
  await expect(page.getByRole('heading', { name: aurora.name, level: 1 })).toBeVisible()
  expect(await activity()).toBe(before)
})

test('the app stays in the tray when it is set to, and its window comes back', async ({ desktop }) => {
  const page = await desktop.window()
  await onDesk(page).practise()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  const setting = page.getByRole('checkbox', { name: 'Stay in the tray' })
  await expect(setting).not.toBeChecked()
  await setting.click()
  await expect(setting).toBeChecked()
  // Not installed: there is nothing that the system could start.
  await expect(page.getByRole('checkbox', { name: 'Start at login' })).toBeDisabled()
  await expectAccessible(page, 'settings of the desktop')

  await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0)
  await desktop.evaluate(({ standIn }) => standIn.trays[0]?.emit('click', {}))
  await expect((await desktop.window()).getByRole('heading', { level: 1 })).toBeVisible()
})

test('at login it comes up without a window where it stays in the tray', async ({ dataFolder }) => {
  const [first, end] = await launch({ dataFolder })
  const page = await first.window()
  await page.evaluate(() => window.casebook?.send('host.desktop-set', '{"stayInTray":true}'))
  await end()
  const [second, endSecond] = await launch({ dataFolder, args: ['--at-login'] })
  await expect.poll(() => second.evaluate(({ standIn }) => standIn.trays.length)).toBe(1)
  await expect
    .poll(() => second.evaluate(({ standIn }) => standIn.done.map(({ what }) => what)))
    .toContain('dialog.showMessageBox')
  expect(await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0)
  await endSecond()
})

test('nothing that is no export is shown in a folder or dragged out', async ({ desktop }) => {
  const page = await desktop.window()
  const send = (name: string, input: object) =>
    page.evaluate(([op, text]) => window.casebook?.send(op, text), [name, JSON.stringify(input)] as const)
  await onDesk(page).practise()
  for (const path of [join(desktop.dataFolder, 'casebook.db'), '/etc/passwd', '../casebook.db']) {
    expect(await send('host.drag-out', { path })).toContain('host.not-an-export')
    expect(await send('host.reveal', { path })).toContain('host.not-an-export')
  }
  const done = await desktop.evaluate(({ standIn }) => standIn.done.map(({ what }) => what))
  expect(done).not.toContain('contents.startDrag')
  expect(done).not.toContain('shell.showItemInFolder')
})

test('places are chosen in dialogs of the system, and the page names none', async ({ desktop }) => {
  const page = await desktop.window()
  const asked = () =>
    desktop.evaluate(({ standIn }) => standIn.done.flatMap(({ what }) => (/show(Open|Save)/.test(what) ? [what] : [])))
  const willChoose = (path: string) =>
    desktop.evaluate(({ standIn }, chosen) => void standIn.choices.push(chosen), path)
  await onDesk(page).practise()
  const steered = await page.evaluate(() => window.casebook?.send('host.choose-folder', '{"defaultPath":"/etc"}'))
  expect(steered).toContain('"ok":false')
  expect(await asked()).toEqual([])

  await page.evaluate(() => window.location.assign('#/data'))
  await page.getByRole('button', { name: 'Back up to a file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Back up to a file' })
  const path = dialog.getByRole('textbox', { name: 'Path of the file' })
  // Left by Cancel: what stands there stays.
  await path.fill('typed')
  await dialog.getByRole('button', { name: 'Choose a place' }).click()
  await expect.poll(asked).toEqual(['dialog.showSaveDialog'])
  await expect(path).toHaveValue('typed')
  const file = join(desktop.dataFolder, 'chosen.zip')
  await willChoose(file)
  await dialog.getByRole('button', { name: 'Choose a place' }).click()
  await expect(path).toHaveValue(file)
  await expectAccessible(page, 'back up to a file, with a dialog to choose')
  await dialog.getByRole('button', { name: 'Back up', exact: true }).click()
  await expect(page.getByText(`Written and read back: ${file}`)).toBeVisible()
  expect(existsSync(file)).toBe(true)
})

test('a handover that the app is opened with is read by the import, at the start and while it runs', async ({
  dataFolder,
}) => {
  const file = join(dataFolder, 'aurora.casebook')
  const [first, end] = await launch({ dataFolder })
  const made = await first.window()
  await onDesk(made).practise()
  await onDesk(made).openCase(aurora)
  const out = { folder: dataFolder, name: 'aurora.casebook' }
  const exported = await made.evaluate(
    (text) => window.casebook?.send('handover.export', text),
    JSON.stringify({ out }),
  )
  expect(exported).toContain('"ok":true')
  await first.evaluate(
    ({ app }, folder) => app.emit('second-instance', {}, ['casebook', 'aurora.casebook'], folder),
    dataFolder,
  )
  await expect(made.getByText('Everything in it is here already. There is nothing to take over.')).toBeVisible()
  await end()

  const [second, endSecond] = await launch({ dataFolder, args: [file] })
  const page = await second.window()
  await expect.poll(() => new URL(page.url()).hash).toBe('#/exchange/handover')
  await endSecond()
})
