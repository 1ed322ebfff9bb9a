import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { done } from './parts.ts'
import { faithful } from './unfaithful.ts'

/** An event of Electron's kind: whoever hears it may prevent what would come next. */
export function preventable<T extends object>(more: T) {
  let prevented = false
  return {
    ...more,
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    },
  }
}

export const events = new EventEmitter()
const loginItem = { on: false }
const paths = new Map<string, string>()
const ready = Promise.withResolvers<void>()

/** What the harness and the windows do with the app's life. */
export const life = {
  isReady: false,
  isQuitting: false,
  /** Windows that are still there, each with the way to close it. */
  windows: new Set<{ close(): void }>(),
  setReady() {
    life.isReady = true
    events.emit('ready', {}, {})
    ready.resolve()
  },
  /** Called for every window that is gone. */
  windowClosed() {
    if (life.windows.size > 0) return
    if (life.isQuitting) end()
    else events.emit('window-all-closed')
  },
  /** Ends the process; the harness closes Chromium before. */
  exit: (code: number) => process.exit(code),
}

function end(): void {
  const event = preventable({})
  events.emit('will-quit', event)
  if (event.defaultPrevented) return
  events.emit('quit', {}, 0)
  life.exit(0)
}

const own = {
  isPackaged: false,
  enableSandbox: () => void done.push({ what: 'app.enableSandbox', with: null }),
  whenReady: () => ready.promise,
  isReady: () => life.isReady,
  setPath: (name: string, path: string) => void paths.set(name, path),
  getPath: (name: string) => paths.get(name) ?? '',
  /** A flag: whether another process holds the real lock, only the real runtime can show. */
  requestSingleInstanceLock: () => process.env.STAND_IN_LOCK_TAKEN === undefined,
  setAsDefaultProtocolClient(scheme: string) {
    done.push({ what: 'app.setAsDefaultProtocolClient', with: scheme })
    return true
  },
  setAppUserModelId: (id: string) => void done.push({ what: 'app.setAppUserModelId', with: id }),
  /** The entry of the system at which the app would start; only the real runtime can show that it does. */
  getLoginItemSettings: () => ({ openAtLogin: loginItem.on, wasOpenedAtLogin: false }) as Electron.LoginItemSettings,
  setLoginItemSettings({ openAtLogin = false }: Electron.Settings) {
    loginItem.on = openAtLogin
  },
  setBadgeCount(count?: number) {
    done.push({ what: 'app.setBadgeCount', with: count })
    return true
  },
  quit() {
    const event = preventable({})
    events.emit('before-quit', event)
    if (event.defaultPrevented) return
    life.isQuitting = true
    if (life.windows.size === 0) end()
    else for (const window of [...life.windows]) window.close()
  },
  exit: (code = 0) => life.exit(code),
} satisfies Omit<
  Pick<
    Electron.App,
    | 'isPackaged'
    | 'enableSandbox'
    | 'whenReady'
    | 'isReady'
    | 'setPath'
    | 'getPath'
    | 'requestSingleInstanceLock'
    | 'setAsDefaultProtocolClient'
    | 'setAppUserModelId'
    | 'getLoginItemSettings'
    | 'setLoginItemSettings'
    | 'setBadgeCount'
    | 'quit'
    | 'exit'
  >,
  never
>

const commandLine = faithful('app.commandLine', {
  hasSwitch: (name: string) => process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
} satisfies Pick<Electron.CommandLine, 'hasSwitch'>)

export const app = faithful('app', Object.assign(events, own, { commandLine }))
