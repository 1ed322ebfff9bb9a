import { channels } from '../../shared/contract/channels.ts'
import { expect, test } from './support/stand-in.ts'

test('windows are sandboxed, isolated, and without Node, webviews or insecure content', async ({ desktop }) => {
  await desktop.window()
  const [options, sandboxed] = await desktop.evaluate(({ BrowserWindow, standIn }) => [
    BrowserWindow.getAllWindows()[0]?.options.webPreferences,
    standIn.done[0]?.what,
  ])
  expect(sandboxed).toBe('app.enableSandbox')
  expect(options).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
  })
})

test('the page sees the bridge and nothing else of Electron or Node, and cannot change it', async ({ desktop }) => {
  const page = await desktop.window()
  const seen = await page.evaluate(() => {
    const all = globalThis as unknown as Record<string, unknown>
    const change = (act: () => void) => {
      try {
        act()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    return {
      bridge: Object.keys(window.casebook ?? {}).sort(),
      present: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in all),
      replaced: change(() => Object.defineProperty(window, 'casebook', { value: null })),
      patched: change(() => Object.defineProperty(window.casebook, 'send', { value: null })),
    }
  })
  expect(seen).toEqual({ bridge: ['onChange', 'send'], present: [], replaced: 'TypeError', patched: 'TypeError' })
})

test('the bridge sends declared operations as text, and nothing else', async ({ desktop }) => {
  const page = await desktop.window()
  const outcomes = await page.evaluate(async () => {
    const send = window.casebook?.send as (...all: unknown[]) => Promise<string>
    const outcome = (...all: unknown[]) =>
      send(...all).then(
        (text) => (JSON.parse(text) as { ok: boolean }).ok,
        (error: Error) => error.name,
      )
    return [
      await outcome('host.status', '{}'),
      await outcome('host.status', '{"unheardOf":1}'),
      await outcome('__proto__', '{}'),
      await outcome('constructor', '{}'),
      await outcome('case.erase', '{}'),
      await outcome('host.status', 7),
    ]
  })
  expect(outcomes).toEqual([true, false, 'TypeError', 'TypeError', 'TypeError', 'TypeError'])
})

test('Chromium enforces the policy of the app’s own header: no code from texts, no network', async ({ desktop }) => {
  const page = await desktop.window()
  const answer = await desktop.evaluate(async ({ net }) => {
    const response = await net.fetch('app://casebook/')
    return [response.status, response.headers.get('content-security-policy')] as const
  })
  expect(answer[0]).toBe(200)
  expect(answer[1]).toMatch(/^default-src 'none'/)
  expect(answer[1]).toContain("connect-src 'none'")
  await page.evaluate(async () => {
    const told = document.documentElement.dataset
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      told.violated = `${told.violated ?? ''} ${effectiveDirective}`
    })
    const add = (tag: string, own: object) => document.body.append(Object.assign(document.createElement(tag), own))
    const quiet = async (act: () => unknown) => {
      try {
        await act()
      } catch {
        // What stopped it is told by the event.
      }
    }
    await quiet(() => fetch('/assets'))
    await quiet(() => fetch('https://attacker.example/'))
    await quiet(() => new WebSocket('wss://attacker.example/'))
    await quiet(() => {
      document.body.innerHTML += '<b>x</b>'
    })
    add('img', { src: 'https://attacker.example/pixel.png' })
    add('iframe', { src: 'https://attacker.example/' })
    await quiet(() => Object.assign(document.createElement('script'), { text: 'window.ran = 1' }))
    add('style', { textContent: 'body{color:red}' })
  })
  const violated = async () => new Set((await page.locator('html').getAttribute('data-violated'))?.trim().split(' '))
  await expect
    .poll(async () => [...(await violated())])
    .toEqual(
      expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'require-trusted-types-for', 'style-src-elem']),
    )
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
})

test('a request that the policy let through ends in the session', async ({ desktop }) => {
  await desktop.window()
  const cancelled = await desktop.evaluate(({ standIn }) =>
    ['https://attacker.example/', 'http://127.0.0.1/', 'file:///etc/passwd', 'wss://x/', 'app://casebook/'].map((url) =>
      standIn.isCancelled(url),
    ),
  )
  expect(cancelled).toEqual([true, true, true, true, false])
})

test('the page goes nowhere: links, scripts and forms leave it where it is', async ({ desktop }) => {
  const page = await desktop.window()
  const before = page.url()
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  for (const url of ['https://attacker.example/', 'https://casebook.app.invalid/assets/', 'file:///etc/passwd']) {
    await page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { href: to, textContent: 'x' })
      document.body.append(link)
      link.click()
    }, url)
  }
  await page.evaluate(() => {
    location.assign('https://attacker.example/again')
    const form = Object.assign(document.createElement('form'), { action: 'https://attacker.example/', method: 'post' })
    document.body.append(form)
    form.submit()
  })
  // Whatever was on its way has been decided once the app answers the page again.
  expect(await page.evaluate(() => window.casebook?.send('host.status', '{}'))).toContain('"ok":true')
  expect(page.url().replace(/#.*$/, '')).toBe(before.replace(/#.*$/, ''))
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)
})

test('no window opens; listed links go to the browser, others nowhere', async ({ desktop }) => {
  const page = await desktop.window()
  const returned = await page.evaluate(() => {
    const links = [
      'https://console.spotinst.com/',
      'https://attacker.example/',
      'https://console.spotinst.com@attacker.example/',
      'https://xn--spt-2na.io/',
      'http://console.spotinst.com/',
      'file:///etc/passwd',
      `https://console.spotinst.com/${'x'.repeat(9000)}`,
    ]
    return links.map((link) => window.open(link))
  })
  expect(new Set(returned)).toEqual(new Set([null]))
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://docs.spot.io/', target: '_blank' })
    document.body.append(link)
    link.click()
  })
  const opened = () =>
    desktop.evaluate(({ standIn }) =>
      standIn.done.flatMap((one) => (one.what === 'shell.openExternal' ? [one.with as string] : [])),
    )
  await expect.poll(opened).toContain('https://docs.spot.io/')
  expect(await opened()).toEqual(['https://console.spotinst.com/', 'https://docs.spot.io/'])
})

test('operations are taken from the main frame of our window only', async ({ desktop }) => {
  await desktop.window()
  const outcomes = await desktop.evaluate(async ({ BrowserWindow, standIn }, channel) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const from = (sender: Parameters<NonNullable<typeof contents>['invokeAs']>[0], args: unknown[]) =>
      contents?.invokeAs(sender, channel, args).then(
        () => 'done',
        (error: Error) => error.message,
      )
    const whole = ['host.status', '{}']
    return {
      ours: await from('main-frame', whole),
      otherFrame: await from('other-frame', whole),
      gone: await from('gone', whole),
      elsewhere: await from({ url: 'https://attacker.example/' }, whole),
      lookalike: await from({ url: 'app://casebook.attacker.example/' }, whole),
      unknownWindow: await standIn.invokeFromStranger(channel, whole),
      tooMany: await from('main-frame', [...whole, 'more']),
      object: await from('main-frame', [{ toString: () => 'host.status' }, '{}']),
      longName: await from('main-frame', ['x'.repeat(65), '{}']),
    }
  }, channels.send)
  const { ours, ...others } = outcomes
  expect(ours).toBe('done')
  expect(new Set(Object.values(others))).toEqual(new Set(['Refused.']))
})

test('app:// has the built files and nothing beside them', async ({ desktop }) => {
  await desktop.window()
  const statuses = await desktop.evaluate(async ({ net }) => {
    const at = async (url: string, method = 'GET') => (await net.fetch(new Request(url, { method }))).status
    return {
      page: await at('app://casebook/'),
      encoded: await at('app://casebook/%2e%2e%2fmain/main.mjs'),
      backslash: await at('app://casebook/..%5cmain%5cmain.mjs'),
      nul: await at('app://casebook/index.html%00'),
      main: await at('app://casebook/main/main.mjs'),
      otherHost: await at('app://other/index.html'),
      written: await at('app://casebook/', 'POST'),
    }
  })
  const { page, otherHost, written, ...escapes } = statuses
  expect([page, otherHost, written]).toEqual([200, 403, 405])
  expect(new Set(Object.values(escapes))).toEqual(new Set([404]))
})

test('permissions are denied, but for writing a value to the clipboard', async ({ desktop }) => {
  await desktop.window()
  const granted = await desktop.evaluate(({ standIn }) => {
    const check = standIn.sessionHandlers.permissionCheck as (...all: unknown[]) => boolean
    const names = ['clipboard-read', 'media', 'geolocation', 'notifications', 'usb', 'clipboard-sanitized-write']
    return names.filter((name) => check(null, name, 'app://casebook/'))
  })
  expect(granted).toEqual(['clipboard-sanitized-write'])
})
