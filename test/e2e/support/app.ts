import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { type Host, opened, stop } from './host.ts'

const host = fileURLToPath(new URL('../../../dist/headless/main.mjs', import.meta.url))

/** The built app on the loopback host, with a data folder of its own, opened in a page. */
export interface App {
  readonly page: Page
  readonly dataFolder: string
  /** axe over the screen as it is, WCAG 2.2 AA: no violation. */
  expectAccessible(screen: string): Promise<void>
}

/**
 * Opens the app for each test, and holds the page to silence: an error in the console, an exception or a violation of
 * the content security policy fails the test, whatever else it asserts.
 */
export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'casebook-e2e-'))
    const noise = listen(page)
    const { address, child } = await startHost(dataFolder)
    try {
      await page.goto(address)
      await settled(page)
      await use({ page, dataFolder, expectAccessible: (screen) => expectAccessible(page, screen) })
      expect(noise, 'console errors, exceptions and policy violations').toEqual([])
    } finally {
      await stop(child)
      rmSync(dataFolder, { recursive: true, force: true })
    }
  },
})

export { expect }

/** The page says when it has something to show. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('html[data-app-state="ready"], html[data-app-state="empty"]')).toBeAttached()
}

/** @param around a command that the host is run by, such as one that gives it a file system of its own */
export function startHost(dataFolder: string, around: readonly string[] = []): Promise<Host> {
  const [program = process.execPath, ...args] = [...around, process.execPath]
  return opened(
    spawn(program, [...args, host, '--data-dir', dataFolder, '--no-open'], { stdio: ['ignore', 'pipe', 'inherit'] }),
  )
}

export function listen(page: Page): string[] {
  const noise: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') noise.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => noise.push(`exception: ${error.message}`))
  return noise
}

/** The colours alone: what another theme can change. */
export async function expectContrast(page: Page, screen: string): Promise<void> {
  await expectNone(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']), screen)
}

/** axe over the screen as it is, WCAG 2.2 AA: no violation. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await expectNone(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']), screen)
}

async function expectNone(axe: AxeBuilder, screen: string): Promise<void> {
  const { violations } = await axe.analyze()
  const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)
  expect(found, `accessibility of ${screen}`).toEqual([])
}
