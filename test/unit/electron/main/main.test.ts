import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { channels } from '../../../../shared/contract/channels.ts'
import { builtPages } from '../../../support/headless.ts'

/** Everything that the app asks of Electron when it starts, in the order in which it asks. */
const asked = vi.hoisted(() => ({
  calls: [] as [string, ...unknown[]][],
  emit: (_event: string, ..._all: unknown[]) => {},
}))

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')
  const events = new EventEmitter()
  asked.emit = (event, ...all) => void events.emit(event, ...all)
  const note =
    (name: string, answer?: unknown) =>
    (...all: unknown[]) => {
      asked.calls.push([name, ...all])
      return answer
    }
  const noting = (name: string, own: object) =>
    new Proxy(own, { get: (target, key) => Reflect.get(target, key) ?? note(`${name}.${String(key)}`) })
  class BrowserWindow extends EventEmitter {
    webContents = { send: note('window.send'), on: note('contents.on'), getURL: () => 'app://casebook/' }
    constructor(options: unknown) {
      super()
      asked.calls.push(['window', options])
    }
    loadURL = note('window.loadURL', Promise.resolve())
    isMinimized = () => false
    isFocused = () => false
    focus = note('window.focus')
    show = note('window.show')
  }
  class Tray extends EventEmitter {
    setToolTip = note('tray.setToolTip')
    setContextMenu = note('tray.setContextMenu')
  }
  class Notification extends EventEmitter {
    static isSupported = () => true
    show = note('notification.show')
    close = () => {}
    constructor(options: unknown) {
      super()
      asked.calls.push(['notification', options])
    }
  }
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
  return {
    BrowserWindow,
    Notification,
    Tray,
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: note('menu') },
    app: noting('app', {
      isPackaged: true,
      commandLine: { hasSwitch: () => false },
      on: events.on.bind(events),
      requestSingleInstanceLock: note('app.requestSingleInstanceLock', true),
      whenReady: note('app.whenReady', Promise.resolve()),
    }),
    dialog: noting('dialog', {}),
    nativeImage: noting('nativeImage', {}),
    powerMonitor: noting('powerMonitor', {}),
    ipcMain: noting('ipcMain', {}),
    nativeTheme: { shouldUseDarkColors: false },
    protocol: noting('protocol', {}),
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session: { defaultSession: noting('session', { webRequest: noting('session.webRequest', {}) }) },
    shell: noting('shell', {}),
  }
})

const pages = await builtPages()
const { testDesk } = await import('../../../support/desk.ts')
const desk = testDesk()
let change = (_event: unknown) => {}
vi.doMock('../../../../electron/workspace/open-desk.ts', () => ({
  openDesk: async (options: { onChange: typeof change }) => {
    change = options.onChange
    return desk
  },
}))
vi.doMock('../../../../electron/workspace/program.ts', () => ({
  programVersion: () => '1.2.3',
  rendererFolder: join(pages, 'inside'),
}))

const dataFolder = mkdtempSync(join(tmpdir(), 'casebook-'))
process.argv.push('--data-dir', dataFolder)
await import('../../../../electron/main/main.ts')
await vi.waitFor(() => expect(names()).toContain('window.focus'))

afterAll(() => {
  rmSync(dataFolder, { recursive: true })
  rmSync(pages, { recursive: true })
})

function names(): string[] {
  return asked.calls.map(([name]) => name)
}

function given(name: string): unknown[] {
  return asked.calls.find(([called]) => called === name)?.slice(1) ?? []
}

it('asks for the sandbox, the scheme and the lock before Electron is ready', () => {
  const first = names()
  const ready = first.indexOf('app.whenReady')
  for (const name of ['app.enableSandbox', 'protocol.registerSchemesAsPrivileged', 'app.requestSingleInstanceLock']) {
    expect(first.indexOf(name)).toBeGreaterThanOrEqual(0)
    expect(first.indexOf(name)).toBeLessThan(ready)
  }
})

it('keeps Chromium’s files, and the lock with them, in a folder of the data folder that is ours alone', () => {
  expect(given('app.setPath')).toEqual(['userData', join(dataFolder, 'desktop')])
  expect(statSync(join(dataFolder, 'desktop')).mode & 0o777).toBe(0o700)
})

it('limits the session, serves the app and takes its operations before a window opens', () => {
  const before = names().slice(0, names().indexOf('window'))
  expect(before).toEqual(
    expect.arrayContaining([
      'session.setPermissionRequestHandler',
      'session.setPermissionCheckHandler',
      'session.webRequest.onBeforeRequest',
      'protocol.handle',
      'ipcMain.handle',
    ]),
  )
  expect(names().indexOf('window.loadURL')).toBeGreaterThan(names().indexOf('window'))
  expect(given('window.loadURL')).toEqual(['app://casebook/'])
})

it('opens a window whose pages are shut off from Node, from Electron and from DevTools', () => {
  expect(given('window')[0]).toMatchObject({
    webPreferences: {
      preload: expect.stringMatching(/preload\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
    },
  })
})

it('holds every page in place from the moment it exists', () => {
  const contents = { on: vi.fn(), setWindowOpenHandler: vi.fn() }
  asked.emit('web-contents-created', {}, contents)
  expect(contents.on.mock.calls.map(([event]) => event)).toContain('will-navigate')
  expect(contents.setWindowOpenHandler).toHaveBeenCalledOnce()
})

it('keeps the doors shut that a server could knock at', () => {
  const [preventDefault, trust] = [vi.fn(), vi.fn()]
  asked.emit('certificate-error', { preventDefault }, {}, 'https://x', 'invalid', {}, trust)
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(trust.mock.calls).toEqual([[false]])
})

it('tells the window of changes, and shows the same one when the app is started again', () => {
  change({ topic: 'cases', sequence: 3, ids: [] })
  expect(given('window.send')).toEqual([channels.change, '{"topic":"cases","sequence":3,"ids":[]}'])
  asked.emit('second-instance', {}, [])
  expect(names().filter((name) => name === 'window')).toHaveLength(1)
  expect(names().filter((name) => name === 'window.focus')).toHaveLength(2)
})

it('closes the desk before it ends', async () => {
  const preventDefault = vi.fn()
  asked.emit('will-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(names()).toContain('app.quit'))
  expect(desk.isClosed()).toBe(true)
})
