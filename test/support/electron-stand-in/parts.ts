import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { registerSchemes } from './address.ts'
import { faithful, unfaithful } from './unfaithful.ts'

/** What the app did to the system it runs on, in the order in which it did it. A test reads it. */
export const done: { readonly what: string; readonly with: unknown }[] = []

const note = (what: string, given: unknown) => void done.push({ what, with: given })

type Handler = (request: Request) => Response | Promise<Response>
export const schemeHandlers = new Map<string, Handler>()

export const protocol = faithful('protocol', {
  registerSchemesAsPrivileged: registerSchemes,
  handle(scheme: string, handler: Handler) {
    if (schemeHandlers.has(scheme)) throw new Error(`The scheme ${scheme} has a handler already.`)
    schemeHandlers.set(scheme, handler)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>)

/** `net.fetch` reaches the handlers of registered schemes, as it does in Electron. Nothing else can be had. */
export const net = faithful('net', {
  async fetch(input: string | Request) {
    const request = new Request(input)
    const handler = schemeHandlers.get(new URL(request.url).protocol.slice(0, -1))
    return handler === undefined ? unfaithful(`net.fetch of ${request.url}`) : handler(request)
  },
} satisfies Pick<Electron.Net, 'fetch'>)

type InvokeHandler = Parameters<Electron.IpcMain['handle']>[1]
export const invokeHandlers = new Map<string, InvokeHandler>()

export const ipcMain = faithful('ipcMain', {
  handle(channel: string, handler: InvokeHandler) {
    if (invokeHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    invokeHandlers.set(channel, handler)
  },
} satisfies Pick<Electron.IpcMain, 'handle'>)

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  decide: (answer: Electron.CallbackResponse) => void,
) => void

/** Session handlers as the app has set them. Chromium's own prompts cannot be reached, so tests ask these directly. */
export const sessionHandlers: Record<string, unknown> = {}
const keep = (name: string) => (handler: unknown) => {
  sessionHandlers[name] = handler
}
export const webRequest: { before?: BeforeRequest } = {}

const defaultSession = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: keep('permissionRequest'),
  setPermissionCheckHandler: keep('permissionCheck'),
  setDevicePermissionHandler: keep('devicePermission'),
  setDisplayMediaRequestHandler: keep('displayMedia'),
  setBluetoothPairingHandler: keep('bluetoothPairing'),
  setUSBProtectedClassesHandler: keep('usbProtectedClasses'),
  setCertificateVerifyProc: keep('certificateVerify'),
  setSpellCheckerEnabled: keep('spellChecker'),
  webRequest: {
    onBeforeRequest: ((listener: unknown) => {
      if (typeof listener !== 'function') unfaithful('onBeforeRequest with a filter or without a listener')
      webRequest.before = listener as BeforeRequest
    }) as Electron.WebRequest['onBeforeRequest'],
  },
} satisfies Omit<
  Pick<
    Electron.Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setBluetoothPairingHandler'
    | 'setUSBProtectedClassesHandler'
    | 'setCertificateVerifyProc'
    | 'setSpellCheckerEnabled'
  >,
  never
> & { webRequest: Pick<Electron.WebRequest, 'onBeforeRequest'> })

export const session = faithful('session', { defaultSession: faithful('session', defaultSession) })

export const shell = faithful('shell', {
  openExternal: async (url: string) => note('shell.openExternal', url),
  showItemInFolder: (path: string) => note('shell.showItemInFolder', path),
} satisfies Pick<Electron.Shell, 'openExternal' | 'showItemInFolder'>)

/** Paths that somebody will choose in the next dialogs, one each. Without any, a dialog is left by Cancel. */
export const choices: string[] = []

/** A dialog belongs to a window, and is told how it is to look. */
function chosen(what: string, all: readonly unknown[]): string | undefined {
  if (all.length !== 2) unfaithful(`${what} without a window of its own`)
  note(what, all[1])
  return choices.shift()
}

export const dialog = faithful('dialog', {
  showErrorBox: (title: string, content: string) => note('dialog.showErrorBox', { title, content }),
  // A dialog is answered by its default, as Enter would.
  showMessageBox: (async (...all: unknown[]) => {
    const options = all.at(-1) as Electron.MessageBoxOptions
    note('dialog.showMessageBox', options)
    return { response: options.defaultId ?? 0, checkboxChecked: false }
  }) as Electron.Dialog['showMessageBox'],
  showOpenDialog: (async (...all: unknown[]) => {
    const path = chosen('dialog.showOpenDialog', all)
    return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] }
  }) as Electron.Dialog['showOpenDialog'],
  showSaveDialog: (async (...all: unknown[]) => {
    const path = chosen('dialog.showSaveDialog', all)
    return { canceled: path === undefined, filePath: path ?? '' }
  }) as Electron.Dialog['showSaveDialog'],
} satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>)

type Template = Electron.MenuItemConstructorOptions[]
/** The menus in place, as the templates they were built from. */
export const menus: { application: Template | null } = { application: null }

class StandInMenu {
  readonly template: Template
  constructor(template: Template) {
    this.template = template
  }
}

export const Menu = faithful('Menu', {
  buildFromTemplate: (template: Template) => new StandInMenu(template) as unknown as Electron.Menu,
  setApplicationMenu(menu: Electron.Menu | null) {
    menus.application = menu === null ? null : (menu as unknown as StandInMenu).template
  },
} satisfies Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>)

export const nativeImage = faithful('nativeImage', {
  createFromPath: (path: string) => ({ path }) as unknown as Electron.NativeImage,
  createFromBitmap: (pixels: Buffer, { width, height }: Electron.CreateFromBitmapOptions) => {
    if (pixels.length !== width * height * 4) unfaithful('a bitmap of another size than it says')
    return { width, height } as unknown as Electron.NativeImage
  },
} satisfies Pick<typeof Electron.nativeImage, 'createFromPath' | 'createFromBitmap'>)

export const notifications: Notification[] = []

/** What would stand on the desktop: a test clicks it by `emit('click')`. */
export class Notification extends EventEmitter implements Pick<Electron.Notification, 'show' | 'close'> {
  readonly options: Electron.NotificationConstructorOptions
  isShown = false
  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super()
    this.options = options
    notifications.push(this)
  }
  static isSupported(): boolean {
    return true
  }
  show(): void {
    this.isShown = true
  }
  close(): void {
    this.isShown = false
    this.emit('close', {})
  }
}

export const trays: Tray[] = []

export class Tray
  extends EventEmitter
  implements Pick<Electron.Tray, 'setToolTip' | 'setContextMenu' | 'destroy' | 'isDestroyed'>
{
  toolTip = ''
  template: Template = []
  #destroyed = false
  constructor(_image: Electron.NativeImage | string) {
    super()
    trays.push(this)
  }
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip
  }
  setContextMenu(menu: Electron.Menu | null): void {
    this.template = menu === null ? [] : (menu as unknown as StandInMenu).template
  }
  destroy(): void {
    this.#destroyed = true
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
}

export const powerMonitor = new EventEmitter()

export const nativeTheme = faithful('nativeTheme', { shouldUseDarkColors: false } satisfies Pick<
  Electron.NativeTheme,
  'shouldUseDarkColors'
>)

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as Electron.Display

export const screen = faithful('screen', {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
} satisfies Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays'>)
