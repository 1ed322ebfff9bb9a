import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import type { BrowserContext } from 'playwright-core'
import { events, life, preventable } from './app.ts'
import { unfaithful } from './unfaithful.ts'
import { WebContents } from './web-contents.ts'

let context: BrowserContext | null = null

export function setContext(chromium: BrowserContext): void {
  context = chromium
}

const all: BrowserWindow[] = []

/** A window: its page is real, its place on a display is only remembered. */
export class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'show'
      | 'hide'
      | 'focus'
      | 'close'
      | 'isVisible'
      | 'isFocused'
      | 'blur'
      | 'isDestroyed'
      | 'isMinimized'
      | 'isMaximized'
      | 'minimize'
      | 'maximize'
      | 'restore'
      | 'getNormalBounds'
    >
{
  readonly id: number
  readonly webContents: WebContents
  /** As the app gave them, for tests to look at. */
  readonly options: Electron.BrowserWindowConstructorOptions
  #is = { visible: false, focused: false, minimized: false, maximized: false, destroyed: false }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    const { preload, sandbox, contextIsolation, nodeIntegration, webSecurity } = options.webPreferences ?? {}
    if (context === null) unfaithful('a window before the app is ready')
    if (!sandbox || !contextIsolation || nodeIntegration || webSecurity === false) {
      unfaithful('pages that are not sandboxed and isolated')
    }
    this.options = options
    this.webContents = new WebContents(context, preload ?? unfaithful('a window without a preload'))
    this.id = this.webContents.id
    this.#is.visible = options.show !== false
    life.windows.add(this)
    all.push(this)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => {
      this.#is.destroyed = true
      life.windows.delete(this)
      all.splice(all.indexOf(this), 1)
      this.emit('closed')
      life.windowClosed()
    })
    events.emit('web-contents-created', {}, this.webContents)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all]
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  close(): void {
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) life.isQuitting = false
    else void this.webContents.close()
  }
  show(): void {
    this.#is.visible = true
  }
  hide(): void {
    this.#is.visible = false
  }
  focus(): void {
    this.#is.focused = true
    this.emit('focus')
  }
  blur(): void {
    this.#is.focused = false
    this.emit('blur')
  }
  isFocused(): boolean {
    return this.#is.focused
  }
  isVisible(): boolean {
    return this.#is.visible
  }
  isDestroyed(): boolean {
    return this.#is.destroyed
  }
  isMinimized(): boolean {
    return this.#is.minimized
  }
  isMaximized(): boolean {
    return this.#is.maximized
  }
  minimize(): void {
    this.#is.minimized = true
  }
  maximize(): void {
    this.#is.maximized = true
  }
  restore(): void {
    this.#is.minimized = false
  }
  getNormalBounds(): Electron.Rectangle {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options
    return { x, y, width, height }
  }
}
