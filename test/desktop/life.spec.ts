import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { settled } from '../e2e/support/app.ts'
import { onDesk } from '../e2e/support/desk.ts'
import { expect, launch, test } from './support/stand-in.ts'

const aurora = { name: 'Aurora Bakeries', managementAccountId: '2222 0000 0000', orgIds: '606100000000' }

test('closing the window quits, drains and leaves no sign of a bad end', async ({ desktop }) => {
  await desktop.window()
  expect(existsSync(join(desktop.dataFolder, 'desktop', 'running'))).toBe(true)
  await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await desktop.ended).toBe(0)
  expect(existsSync(join(desktop.dataFolder, 'desktop', 'running'))).toBe(false)
  const state = join(desktop.dataFolder, 'desktop', 'window.json')
  expect(JSON.parse(readFileSync(state, 'utf8'))).toMatchObject({ maximized: false, bounds: { width: 1280 } })
  expect(statSync(state).mode & 0o777).toBe(0o600)
})

test('a run that was cut off is told of at the next start', async ({ dataFolder }) => {
  const [first, end] = await launch({ dataFolder })
  await first.window()
  await end()
  const [second, endSecond] = await launch({ dataFolder })
  await second.window()
  await expect
    .poll(() => second.evaluate(({ standIn }) => standIn.done.map(({ what }) => what)))
    .toContain('dialog.showMessageBox')
  await endSecond()
})

test('a page whose process has ended comes back', async ({ desktop }) => {
  const before = await desktop.window()
  const gone = new Promise((resolve) => before.once('close', resolve))
  await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await gone
  const after = await desktop.window()
  await expect(after.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a second start brings the window to the front, and shows the case that it was started with', async ({
  desktop,
}) => {
  const page = await desktop.window()
  await onDesk(page).practise()
  await onDesk(page).openCase(aurora)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await desktop.evaluate(({ app, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize()
    app.emit('second-instance', {}, ['casebook', 'msp-casebook://case/C-1'])
  })
  await expect(page.getByRole('heading', { name: aurora.name, level: 1 })).toBeVisible()
  const windows = await desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
  )
  expect(windows).toEqual([false])
})

test('an app whose lock another one holds opens nothing and ends', async ({ dataFolder }) => {
  const [desktop, end] = await launch({ dataFolder, env: { STAND_IN_LOCK_TAKEN: '1' } })
  expect(await desktop.ended).toBe(0)
  expect(existsSync(join(dataFolder, 'logs'))).toBe(false)
  await end()
})

test('the tray follows what is due, and the menu goes where it says', async ({ desktop }) => {
  const page = await desktop.window()
  await onDesk(page).practise()
  await expect
    .poll(() => desktop.evaluate(({ standIn }) => standIn.trays[0]?.toolTip))
    .toBe('MSP Casebook\nNothing is due')
  await desktop.evaluate(({ standIn }) => {
    const go = standIn.menus.application?.find(({ label }) => label === 'Go')?.submenu
    const item = Array.isArray(go) ? go.find(({ label }) => label === 'Payers') : undefined
    item?.click?.(null as never, undefined, null as never)
  })
  await expect(page.getByRole('heading', { name: 'Payers', level: 1 })).toBeVisible()
})

test('waking up has the page fetch what is due anew', async ({ desktop }) => {
  const page = await desktop.window()
  await onDesk(page).practise()
  const heard = page.evaluate(
    () => new Promise((resolve) => window.casebook?.onChange((json) => resolve(JSON.parse(json).topic))),
  )
  await expect
    .poll(async () => {
      await desktop.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
      return Promise.race([heard, Promise.resolve(null)])
    })
    .toBe('settings')
  await settled(page)
})
