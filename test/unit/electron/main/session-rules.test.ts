import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { expect, it } from 'vitest'
import { limitSession } from '../../../../electron/main/session-rules.ts'

type Handlers = {
  -readonly [K in
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setBluetoothPairingHandler'
    | 'setUSBProtectedClassesHandler']: NonNullable<Parameters<Session[K]>[0]>
}

function limited() {
  const set: Record<string, unknown> = {}
  let onBeforeRequest: (details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void = () => {}
  const events = new EventEmitter()
  const own = {
    on: events.on.bind(events),
    webRequest: {
      onBeforeRequest: (listener: typeof onBeforeRequest) => {
        onBeforeRequest = listener
      },
    },
  }
  const session = new Proxy(own, {
    get: (target, name) => Reflect.get(target, name) ?? ((handler: unknown) => Object.assign(set, { [name]: handler })),
  })
  limitSession(session as unknown as Session)
  const request = (permission: string, requestingUrl: string) => {
    const answers: boolean[] = []
    const handler = (set as Handlers).setPermissionRequestHandler as (...all: unknown[]) => void
    handler({}, permission, (answer: boolean) => answers.push(answer), { requestingUrl, isMainFrame: true })
    return answers
  }
  const isCancelled = (url: string) => {
    let cancelled: boolean | undefined
    onBeforeRequest({ url }, ({ cancel }) => {
      cancelled = cancel
    })
    return cancelled
  }
  const isDownloadRefused = (url: string) => {
    let refused = false
    const event = {
      preventDefault: () => {
        refused = true
      },
    }
    events.emit('will-download', event, { getURL: () => url })
    return refused
  }
  return { set: set as Handlers, request, isCancelled, isDownloadRefused }
}

const app = 'app://casebook/index.html'

it('grants one permission: to put a value on the clipboard, to the app itself', () => {
  const { request, set } = limited()
  const check = set.setPermissionCheckHandler as (...all: unknown[]) => boolean
  expect(request('clipboard-sanitized-write', app)).toEqual([true])
  expect(check(null, 'clipboard-sanitized-write', 'app://casebook/')).toBe(true)
  for (const permission of [
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'fileSystem',
    'usb',
    'unknown',
  ]) {
    expect(request(permission, app)).toEqual([false])
    expect(check(null, permission, 'app://casebook/')).toBe(false)
  }
  for (const url of ['https://casebook/', 'app://other/', 'about:blank', '']) {
    expect(request('clipboard-sanitized-write', url)).toEqual([false])
    expect(check(null, 'clipboard-sanitized-write', url)).toBe(false)
  }
})

it('gives no device, no screen, no pairing, and takes no USB class off the protected ones', () => {
  const { set } = limited()
  expect((set.setDevicePermissionHandler as (details: unknown) => boolean)({ deviceType: 'usb' })).toBe(false)
  let streams: unknown
  const give = (given: unknown) => {
    streams = given
  }
  ;(set.setDisplayMediaRequestHandler as (...all: unknown[]) => void)({}, give)
  expect(streams).toEqual({})
  let answer: unknown
  const decide = (given: unknown) => {
    answer = given
  }
  ;(set.setBluetoothPairingHandler as (...all: unknown[]) => void)({}, decide)
  expect(answer).toEqual({ confirmed: false })
  const classes = ['audio', 'hid']
  expect((set.setUSBProtectedClassesHandler as (details: unknown) => unknown)({ protectedClasses: classes })).toBe(
    classes,
  )
})

it('lets no request out of the process', () => {
  const { isCancelled } = limited()
  for (const url of [
    'app://casebook/',
    'app://casebook/assets/a.js',
    'blob:app://casebook/7b1c',
    'devtools://devtools/x.js',
  ]) {
    expect(isCancelled(url)).toBe(false)
  }
  for (const url of [
    'https://aws.amazon.com/',
    'http://127.0.0.1:1/',
    'wss://attacker.example/',
    'file:///etc/passwd',
    'app://other/',
    'data:text/html,x',
    'blob:https://attacker.example/7b1c',
  ]) {
    expect(isCancelled(url)).toBe(true)
  }
})

it('saves only what the page itself has made', () => {
  const { isDownloadRefused } = limited()
  expect(isDownloadRefused('blob:app://casebook/7b1c')).toBe(false)
  for (const url of [
    'https://attacker.example/a.exe',
    'app://casebook/index.html',
    'data:text/plain,x',
    'blob:https://a.example/1',
  ]) {
    expect(isDownloadRefused(url)).toBe(true)
  }
})
