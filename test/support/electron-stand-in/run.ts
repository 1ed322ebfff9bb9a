// Runs the built main entry on the stand-in: `node run.ts <entry> [arguments of the app]`. One app in one process; the
// parent gets the address of Chromium, and may have functions run on the double, as Playwright does with Electron.
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { runInThisContext } from 'node:vm'
import type * as Electron from 'electron'
import { life } from './app.ts'
import { setContext } from './browser-window.ts'
import { openChromium } from './chromium.ts'
import * as electron from './electron.ts'
import { choices, done, invokeHandlers, menus, notifications, sessionHandlers, trays, webRequest } from './parts.ts'

/** What a test sees beside Electron's own names. */
const standIn = {
  choices,
  done,
  menus,
  notifications,
  sessionHandlers,
  trays,
  /** Whether the session would stop a request, if one came so far. */
  isCancelled(url: string): boolean {
    let cancelled = false
    const details = { url } as Electron.OnBeforeRequestListenerDetails
    webRequest.before?.(details, ({ cancel }) => {
      cancelled = cancel ?? false
    })
    return cancelled
  },
  /** A message as from a window that the app has not opened. */
  async invokeFromStranger(channel: string, args: unknown[]): Promise<string> {
    const frame = { url: 'app://casebook/' }
    const event = { sender: { mainFrame: frame }, senderFrame: frame } as unknown as Electron.IpcMainInvokeEvent
    try {
      await invokeHandlers.get(channel)?.(event, ...args)
      return 'done'
    } catch (error) {
      return (error as Error).message
    }
  },
}
export type StandInElectron = typeof electron & { readonly standIn: typeof standIn }

export interface Asked {
  readonly id: number
  readonly code: string
  readonly arg: unknown
}

const double = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context),
})

const chromium = await openChromium({ width: 1280, height: 860 })
life.exit = (code) => {
  // Nothing that Chromium's end brings about is the app's any more: a run that is cut off stays cut off.
  life.isQuitting = false
  electron.app.removeAllListeners()
  void chromium.close().finally(() => process.exit(code))
  return undefined as never
}
setContext(chromium.context)
// A page that a window opens all the same is closed at once.
chromium.context.on('page', async (page) => {
  if ((await page.opener()) !== null) await page.close()
})

process.on('message', async ({ id, code, arg }: Asked) => {
  try {
    const run = runInThisContext(`(${code})`) as (electron: StandInElectron, arg: unknown) => unknown
    process.send?.({ id, value: await run({ ...electron, standIn }, arg) })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
process.once('disconnect', () => life.exit(0))

const entry = process.argv[2] ?? ''
process.argv.splice(1, 2, entry)
process.send?.({ endpoint: chromium.endpoint })
await import(pathToFileURL(entry).href)
setImmediate(() => life.setReady())
