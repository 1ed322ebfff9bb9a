import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { listen } from '../e2e/support/app.ts'
import { walkTheProcedure } from '../e2e/support/journey.ts'
import { waitForTheReport } from './support/due.ts'
import { test, whyNot } from './support/real-runtime.ts'

/** What a double cannot show. Runs wherever Electron's runtime is, unpackaged. */
const reason = whyNot()
test.skip(reason !== undefined, reason ?? '')

test('the app starts and walks the whole procedure in Electron', async ({ desktop }) => {
  const noise = listen(desktop.page)
  await walkTheProcedure(desktop.page, async () => {})
  expect(noise).toEqual([])
})

test('the page is in the operating system’s sandbox, without Node, on app:// under its policy', async ({ desktop }) => {
  const { app, page } = desktop
  expect(new URL(page.url()).protocol).toBe('app:')
  const metrics = await app.evaluate(({ app: own }) => own.getAppMetrics().filter(({ type }) => type === 'Tab'))
  expect(metrics.length).toBeGreaterThan(0)
  // Linux does not tell it this way.
  if (process.platform !== 'linux') expect(metrics.every(({ sandboxed }) => sandboxed)).toBe(true)
  const seen = await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window))
  expect(seen).toEqual([])
  const fetched = await page.evaluate(() => fetch('https://attacker.example/').then(String, (error) => error.name))
  expect(fetched).toBe('TypeError')
})

test('the page goes nowhere and opens nothing', async ({ desktop }) => {
  const { app, page } = desktop
  const opened = await app.evaluateHandle(({ shell }) => {
    const links: string[] = []
    shell.openExternal = async (link) => void links.push(link)
    return links
  })
  const before = page.url()
  await page.evaluate(() => {
    window.open('https://attacker.example/')
    window.open('https://console.spotinst.com/')
    location.assign('https://attacker.example/')
  })
  await expect.poll(() => opened.evaluate((links) => links)).toEqual(['https://console.spotinst.com/'])
  expect(page.url()).toBe(before)
  expect(app.windows()).toHaveLength(1)
})

test('permissions are denied by Electron itself', async ({ desktop }) => {
  const states = await desktop.page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

test('a second start hands its link over and ends', async ({ desktop }) => {
  const handed = desktop.app.evaluate(
    ({ app }) => new Promise<string[]>((resolve) => app.once('second-instance', (_event, args) => resolve(args))),
  )
  await desktop.again(['msp-casebook://case/C-7']).catch(() => {})
  expect(await handed).toContain('msp-casebook://case/C-7')
  await expect.poll(() => desktop.page.url()).toBe('app://casebook/#/cases/C-7')
  expect(desktop.app.windows()).toHaveLength(1)
})

test('what falls due is told by a notification, and a click on it opens the case', async ({ desktop }) => {
  const { app, page } = desktop
  // What is shown is looked at before the system has it: not every machine with the runtime shows notifications.
  const shown = await app.evaluateHandle(({ Notification }) => {
    const all: Electron.Notification[] = []
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: Electron.Notification) {
      all.push(this)
    }
    return all
  })
  await waitForTheReport(page, () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur()))
  await expect.poll(() => shown.evaluate((all) => all.map(({ title }) => title))).toEqual(['Aurora Bakeries (C-1)'])
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await shown.evaluate((all) => all[0]?.emit('click'))
  await expect(page.getByRole('heading', { name: 'Aurora Bakeries', level: 1 })).toBeVisible()
})

test('a page whose process has ended comes back', async ({ desktop }) => {
  await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  const title = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getTitle())
  await expect.poll(title).toContain('MSP Casebook')
})

test('quitting drains: the store is closed and the run leaves no mark', async ({ desktop }) => {
  expect(existsSync(join(desktop.dataFolder, 'desktop', 'running'))).toBe(true)
  const closed = desktop.app.waitForEvent('close')
  await desktop.app.evaluate(({ app }) => app.quit())
  await closed
  expect(existsSync(join(desktop.dataFolder, 'desktop', 'running'))).toBe(false)
})
