import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { opened, stop } from '../../e2e/support/host.ts'
import { endWithUs } from './ending.ts'
import { freePort } from './settled-memory.ts'

const host = fileURLToPath(new URL('../../../dist/headless/main.mjs', import.meta.url))

/** The built app on the loopback host with a workspace, and a real Chromium that shows it. */
export interface Shown {
  readonly page: Page
  readonly browser: Browser
  readonly host: ChildProcess
  /** Where the host's debugger listens once it is asked to. */
  readonly debugPort: number
  close(): Promise<void>
}

export async function openChromium(): Promise<Browser> {
  const executablePath =
    process.env.CHROME_PATH ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  })
}

export function startHost(folder: string, options: readonly string[] = []) {
  const child = spawn(process.execPath, [...options, host, '--data-dir', folder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  endWithUs(child)
  return opened(child)
}

export async function show(folder: string): Promise<Shown> {
  const debugPort = await freePort()
  const { address, child } = await startHost(folder, [`--inspect-port=${debugPort}`, '--inspect-publish-uid=http'])
  const browser = await openChromium()
  const close = async () => {
    await browser.close()
    await stop(child)
  }
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await page.goto(address)
    await page.waitForSelector('html[data-app-state="ready"]')
    return { page, browser, host: child, debugPort, close }
  } catch (thrown) {
    await close()
    throw thrown
  }
}

/** Runs an operation from the page, beside whatever it does. */
export function ask(page: Page, name: string, input: unknown): Promise<string> {
  return page.evaluate(
    async ([operation, body]) => {
      const headers = { 'content-type': 'application/json' }
      const reply = await fetch(`rpc/${operation}`, {
        method: 'POST',
        headers,
        body: body ?? '',
        credentials: 'same-origin',
      })
      return reply.text()
    },
    [name, JSON.stringify(input)],
  )
}

/** Waits for the backup of the day, which the first start makes. */
export async function backedUp(page: Page): Promise<void> {
  while (JSON.parse(await ask(page, 'workspace.backups', {})).value.backups.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
