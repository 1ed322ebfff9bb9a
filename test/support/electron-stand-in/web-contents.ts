import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type * as Electron from 'electron'
import type { BrowserContext, CDPSession, Page, Request, Route } from 'playwright-core'
import { fromPage, schemeOf, toPage } from './address.ts'
import { preventable } from './app.ts'
import { Frame, type Frames, followFrames } from './frames.ts'
import { done, invokeHandlers, schemeHandlers, webRequest } from './parts.ts'
import { linkPreload, type PreloadLink } from './preload-link.ts'
import { unfaithful } from './unfaithful.ts'

let lastId = 0

/** The page in a window: a page of the real Chromium. */
export class WebContents
  extends EventEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'send'
      | 'setWindowOpenHandler'
      | 'getURL'
      | 'reload'
      | 'forcefullyCrashRenderer'
      | 'isDestroyed'
      | 'loadURL'
      | 'startDrag'
    >
{
  readonly id: number
  page: Page | null = null
  #context: BrowserContext
  #preload: string
  #opened: Promise<void>
  #cdp: CDPSession | null = null
  #frames: Frames | null = null
  #link: PreloadLink | null = null
  #openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' })
  /** The one address that the app itself is loading: it is asked of nobody. */
  #loading: string | null = null
  #before = new Frame('')
  #crashed = false
  #gone = false

  constructor(context: BrowserContext, preload: string) {
    super()
    lastId += 1
    this.id = lastId
    this.#context = context
    this.#preload = readFileSync(preload, 'utf8')
    this.#opened = this.#open()
  }

  /** The frame that is compared with the sender of a message; one and the same object while the page lives. */
  get mainFrame(): Frame {
    return this.#frames?.main ?? this.#before
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.#gone
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#openHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    this.#link?.send(channel, args)
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened
    this.#loading = url.replace(/#.*$/, '')
    await this.page?.goto(toPage(url))
    this.#loading = null
  }

  /** The drag itself is the system's: only what it was begun with can be seen. */
  startDrag({ file, icon }: Electron.Item): void {
    done.push({ what: 'contents.startDrag', with: { file, icon } })
  }

  reload(): void {
    const url = this.getURL()
    // A page that has crashed is of no more use: Chromium gives it a new process, and here it gets a new page.
    if (this.#crashed) this.#opened = this.page?.close().then(() => this.#open()) ?? this.#open()
    this.loadURL(url).catch((error: unknown) => this.#fail(error))
  }

  forcefullyCrashRenderer(): void {
    this.#cdp?.send('Page.crash').catch(() => {})
  }

  /** Ends the page. `closed` is told once it is gone. */
  async close(): Promise<void> {
    await this.#opened
    await this.page?.close()
  }

  /** Takes a message as if it came from a frame at another address: no real page can, so tests forge it. */
  async invokeAs(sender: 'main-frame' | 'other-frame' | 'gone' | { url: string }, channel: string, args: unknown[]) {
    const main = this.mainFrame
    if (typeof sender === 'object') {
      const kept = main.url
      main.url = sender.url
      return this.#invoke(main, channel, args).finally(() => {
        main.url = kept
      })
    }
    const frame = sender === 'main-frame' ? main : sender === 'gone' ? null : new Frame(main.url)
    return this.#invoke(frame, channel, args)
  }

  async #open(): Promise<void> {
    const page = await this.#context.newPage()
    this.page = page
    this.#crashed = false
    const cdp = await this.#context.newCDPSession(page)
    this.#cdp = cdp
    await cdp.send('Page.enable')
    this.#frames = await followFrames(cdp)
    const { frameTree } = await cdp.send('Page.getFrameTree')
    this.#link = await linkPreload(cdp, frameTree.frame.id, this.#preload, {
      invoke: (frameId, channel, args) => this.#invoke(this.#frames?.of(frameId) ?? null, channel, args),
      open: (url) => this.#openWindow(url),
    })
    cdp.on('Page.windowOpen', ({ url }) => this.#openWindow(url))
    cdp.on('Page.frameRequestedNavigation', ({ url, frameId }) => {
      if (!/^https?:/.test(url)) this.#mayNavigate(url, this.#frames?.of(frameId) === this.mainFrame)
    })
    page.on('load', () => this.emit('did-finish-load'))
    page.on('crash', () => {
      this.#crashed = true
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    })
    page.on('close', () => {
      if (this.#crashed) return
      this.#gone = true
      this.emit('destroyed')
    })
    await page.route('**/*', (route, request) => this.#answer(route, request).catch((error) => this.#fail(error)))
  }

  async #invoke(frame: Frame | null, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = invokeHandlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    const event = { sender: this, senderFrame: frame, frameId: 1, processId: 1 } as unknown
    return handler(event as Electron.IpcMainInvokeEvent, ...args)
  }

  #openWindow(url: string): void {
    const details = { url: fromPage(url), frameName: '', features: '', disposition: 'foreground-tab' } as const
    const { action } = this.#openHandler({ ...details, referrer: { url: this.getURL(), policy: 'default' } })
    if (action !== 'deny') this.#fail(new Error('a window that the app lets open'))
  }

  #mayNavigate(url: string, isMainFrame: boolean): boolean {
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame: this.mainFrame })
    this.emit('will-frame-navigate', event)
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  async #answer(route: Route, request: Request): Promise<void> {
    const url = fromPage(request.url())
    const isMain = request.isNavigationRequest() && request.frame() === this.page?.mainFrame()
    const isOwnLoad = isMain && url.replace(/#.*$/, '') === this.#loading
    if (request.isNavigationRequest() && !isOwnLoad && !this.#mayNavigate(url, isMain)) return route.abort('aborted')
    if (this.#isCancelled(url, request)) return route.abort('blockedbyclient')
    const handler = schemeHandlers.get(schemeOf(url))
    if (handler === undefined) return route.abort('internetdisconnected')
    const { method, body } = { method: request.method(), body: request.postDataBuffer() }
    const asked = new globalThis.Request(url, {
      method,
      headers: headersOf(request),
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    })
    const response = await handler(asked)
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  #isCancelled(url: string, request: Request): boolean {
    let cancelled = false
    const details = { url, method: request.method(), resourceType: request.resourceType() } as unknown
    webRequest.before?.(details as Electron.OnBeforeRequestListenerDetails, ({ cancel }) => {
      cancelled = cancel ?? false
    })
    return cancelled
  }

  /** What the stand-in could not do stops the app, unless the page is closing anyway. */
  #fail(error: unknown): void {
    if (this.#gone || this.page?.isClosed() || this.#crashed) return
    setImmediate(() => unfaithful(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  }
}

function headersOf(request: Request): [string, string][] {
  return Object.entries(request.headers()).map(([name, value]) =>
    name === 'origin' || name === 'referer' ? [name, fromPage(value)] : [name, value],
  )
}
