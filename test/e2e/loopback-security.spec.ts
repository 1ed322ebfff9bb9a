import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, expect } from '@playwright/test'
import { type Headless, startHeadless } from '../../electron/headless/server.ts'
import { createChanges } from '../../electron/rpc/changes.ts'
import { openAssets } from '../../electron/workspace/page/assets.ts'
import { type TestDesk, testDesk, testLog } from '../support/desk.ts'
import { hostilePages } from '../support/hostile-page.ts'

/** A loopback host over a page that holds hostile code, and a foreign site on another port of the same machine. */
const test = base.extend<{ desk: TestDesk; host: Headless; foreign: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this very pattern
  desk: async ({}, use) => use(testDesk()),
  host: async ({ desk }, use) => {
    const folder = await hostilePages()
    const host = await startHeadless({
      desk,
      changes: createChanges(),
      assets: await openAssets(folder),
      log: testLog(),
    })
    await use(host)
    await host.close()
    await rm(folder, { recursive: true })
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  foreign: async ({}, use) => {
    const server: Server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>elsewhere</title><body></body>')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    server.closeAllConnections()
    server.close()
  },
})

test('the printed address leads to one without the key, and script cannot read the cookie', async ({ page, host }) => {
  await page.goto(host.url)
  expect(page.url()).toBe(`${host.origin}/`)
  await expect(page.locator('html')).toHaveAttribute('data-cookie', '')
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', domain: '127.0.0.1' })
  await page.goto(host.url)
  await expect(page).toHaveTitle('MSP Casebook')
})

test('the browser runs no code that was put into the page, and the page reaches nobody else', async ({
  page,
  host,
  desk,
}) => {
  await page.goto(host.url)
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-outcome', /./)
  expect(JSON.parse((await html.getAttribute('data-outcome')) ?? '')).toEqual({
    Function: 'EvalError',
    eval: 'EvalError',
    'string timer': 'TypeError',
    innerHTML: 'TypeError',
    'trusted type policy': 'TypeError',
    'fetch from elsewhere': 'TypeError',
    'fetch from here': 'done',
  })
  await page.locator('a').click()
  await expect(html).toHaveAttribute(
    'data-violated',
    'base-uri connect-src form-action frame-src img-src require-trusted-types-for script-src-elem style-src-elem trusted-types',
  )
  expect(await page.evaluate('window.ran')).toBeUndefined()
  expect(page.url()).toBe(`${host.origin}/`)
  expect(desk.reached.map(({ name }) => name)).toEqual(['host.status'])
})

test('a page on another port of this machine can neither act, read nor frame', async ({
  page,
  host,
  desk,
  foreign,
}) => {
  await page.goto(host.url)
  await expect(page.locator('html')).toHaveAttribute('data-outcome', /./)
  const before = desk.reached.length
  await page.goto(foreign)
  const outcome = await page.evaluate(async (origin) => {
    const code = async (act: () => Promise<unknown>) =>
      act().then(
        () => 'done',
        (error) => error.name,
      )
    const json = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      credentials: 'include',
    } as const
    const plain = { method: 'POST', mode: 'no-cors', body: '{}', credentials: 'include' } as const
    const frame = document.createElement('iframe')
    frame.src = origin
    const framed = new Promise((resolve) => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await framed
    return {
      read: await code(() => fetch(origin, { credentials: 'include' })),
      json: await code(() => fetch(`${origin}/rpc/host.status`, json)),
      plain: await code(() => fetch(`${origin}/rpc/host.status`, plain)),
      listen: await new Promise((resolve) => {
        const stream = new EventSource(`${origin}/events`, { withCredentials: true })
        stream.onopen = () => resolve('done')
        stream.onerror = () => resolve('refused')
      }),
    }
  }, host.origin)
  expect(outcome).toMatchObject({ read: 'TypeError', json: 'TypeError', listen: 'refused' })
  expect(desk.reached).toHaveLength(before)
  const frame = page.frames()[1]
  expect(await frame?.title().catch(() => 'none')).not.toBe('MSP Casebook')
})

test('a name that is made to point at this machine gets nothing', async ({ host, playwright }, info) => {
  const args = [...(info.project.use.launchOptions?.args ?? []), '--host-resolver-rules=MAP rebound.test 127.0.0.1']
  const browser = await playwright.chromium.launch({ ...info.project.use.launchOptions, args })
  const page = await browser.newPage()
  const { port, pathname } = new URL(host.url)
  const answer = await page.goto(`http://rebound.test:${port}${pathname}`)
  expect(answer?.status()).toBe(421)
  await expect(page).toHaveTitle('MSP Casebook: not from here')
  expect(await page.context().cookies()).toEqual([])
  await browser.close()
})
