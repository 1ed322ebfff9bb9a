import { EventEmitter } from 'node:events'
import type { WebContents, WindowOpenHandlerResponse } from 'electron'
import { expect, it } from 'vitest'
import { createExternal } from '../../../../electron/main/external.ts'
import { holdInPlace } from '../../../../electron/main/navigation.ts'
import { testLog } from '../../../support/desk.ts'

function heldContents() {
  const opened: string[] = []
  let openWindow: (details: { url: string }) => WindowOpenHandlerResponse = () => ({ action: 'allow' })
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof openWindow) => {
      openWindow = handler
    },
  })
  holdInPlace(contents as unknown as WebContents, (link) => opened.push(link))
  return { contents, opened, openWindow: (url: string) => openWindow({ url }) }
}

const held = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']

function isRefused(event: string, details: object): boolean {
  const { contents } = heldContents()
  let prevented = false
  const preventDefault = () => {
    prevented = true
  }
  contents.emit(event, { ...details, preventDefault })
  return prevented
}

it.each(held)('refuses %s', (event) => {
  for (const url of [
    'https://console.spotinst.com/',
    'app://casebook/index.html',
    'app://casebook/?again',
    'app://casebook/assets/index.js',
    'app://other/',
    'file:///etc/passwd',
    'about:blank',
    'javascript:alert(1)',
  ]) {
    expect(isRefused(event, { url, isMainFrame: true })).toBe(true)
  }
})

it('lets the page start itself anew, and neither a frame in it nor a redirect lead there', () => {
  const again = { url: 'app://casebook/#/today', isMainFrame: true }
  const refused = held.filter((event) => isRefused(event, again))
  expect(refused).toEqual(['will-redirect', 'will-attach-webview'])
  expect(isRefused('will-frame-navigate', { ...again, isMainFrame: false })).toBe(true)
})

it('opens no window, and asks the allow-list instead', () => {
  const { opened, openWindow } = heldContents()
  expect(openWindow('https://console.spotinst.com/')).toEqual({ action: 'deny' })
  expect(opened).toEqual(['https://console.spotinst.com/'])
})

it('opens listed links in the browser, and tells the log of others by their host alone', () => {
  const opened: string[] = []
  const log = testLog()
  const open = createExternal(
    {
      openExternal: async (link) => {
        opened.push(link)
      },
    },
    log,
  )
  open('https://console.spotinst.com/')
  open('https://attacker.example/?token=abc')
  open('file:///etc/passwd')
  expect(opened).toEqual(['https://console.spotinst.com/'])
  expect(log.lines).toEqual([
    { event: 'external.refused', fields: { host: 'attacker.example' } },
    { event: 'external.refused', fields: { host: '' } },
  ])
})

it('tells the log where the system could not open a link', async () => {
  const log = testLog()
  createExternal({ openExternal: () => Promise.reject(new Error('no browser')) }, log)('https://spot.io/')
  await new Promise(setImmediate)
  expect(log.lines).toMatchObject([{ event: 'external.failed' }])
})
