import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import { listen, settled } from '../../e2e/support/app.ts'
import type { StandInElectron } from '../../support/electron-stand-in/run.ts'

declare global {
  interface Window {
    readonly casebook?: Bridge
  }
}

const runner = fileURLToPath(new URL('../../support/electron-stand-in/run.ts', import.meta.url))
const builtMain = fileURLToPath(new URL('../../../dist/main/main.mjs', import.meta.url))

/** The built main process on the stand-in for Electron. */
export interface Desktop {
  readonly dataFolder: string
  /** The page in the app's window, once it shows something. */
  window(): Promise<Page>
  /** Runs a function in the main process, which sees the double as Electron. Nothing of this file reaches it. */
  evaluate<R, A = undefined>(run: (electron: StandInElectron, arg: A) => R | Promise<R>, arg?: A): Promise<R>
  /** The exit code, once the process has ended by itself. */
  readonly ended: Promise<number | null>
  /** What the process said on stderr. */
  errors(): string
}

export interface LaunchOptions {
  readonly dataFolder: string
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** Starts the app. The returned function ends what is still there of it. */
export async function launch({
  dataFolder,
  args = [],
  env = {},
}: LaunchOptions): Promise<[Desktop, () => Promise<void>]> {
  // The runners ask for colours and against them at once, and Node warns of that: not the app's words.
  const { NO_COLOR: _none, FORCE_COLOR: _forced, ...plain } = process.env
  const child = fork(runner, [builtMain, '--data-dir', dataFolder, ...args], {
    env: { ...plain, TZ: 'UTC', ...env },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    execArgv: [],
  })
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk)
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const [{ endpoint }] = (await Promise.race([
    once(child, 'message'),
    ended.then((code) => Promise.reject(new Error(`It ended with ${code}: ${errors}`))),
  ])) as [{ endpoint: string }]
  let browser: Browser | null = null
  const desktop: Desktop = {
    dataFolder,
    ended,
    errors: () => errors,
    evaluate: (run, arg) => evaluate(child, run, arg),
    async window() {
      browser ??= await chromium.connectOverCDP(endpoint)
      const pages = () => (browser?.contexts() ?? []).flatMap((context) => context.pages())
      const newest = () => {
        const page = pages().findLast((one) => isApp(one) && !one.isClosed())
        if (page === undefined) throw new Error('The app has no window.')
        return page
      }
      // A window that is just being closed is still told for a moment, and goes while it is looked at.
      await expect(async () => settled(newest())).toPass({ timeout: 30_000 })
      return newest()
    },
  }
  return [
    desktop,
    async () => {
      await browser?.close().catch(() => {})
      // It hears that its parent is gone, and ends Chromium with itself.
      if (child.connected) child.disconnect()
      await ended
    },
  ]
}

const isApp = (page: Page) => page.url().startsWith('https://casebook.app.invalid/')

let last = 0

function evaluate<R, A>(child: ChildProcess, run: (electron: StandInElectron, arg: A) => R | Promise<R>, arg?: A) {
  last += 1
  const id = last
  return new Promise<R>((resolve, reject) => {
    const onMessage = (message: { id?: number; value?: R; error?: string }) => {
      if (message.id !== id) return
      child.off('message', onMessage)
      if (message.error === undefined) resolve(message.value as R)
      else reject(new Error(message.error))
    }
    child.on('message', onMessage)
    child.send({ id, code: run.toString(), arg })
  })
}

/** The app on the stand-in, with a data folder of its own, held to silence as on the loopback host. */
export const test = base.extend<{ dataFolder: string; desktop: Desktop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this very pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'casebook-desktop-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  desktop: async ({ dataFolder }, use) => {
    const [desktop, end] = await launch({ dataFolder })
    try {
      await use(desktop)
    } finally {
      await end()
    }
  },
})

export { expect, listen }
