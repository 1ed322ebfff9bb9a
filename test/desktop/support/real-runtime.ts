import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { settled } from '../../e2e/support/app.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const electron = join(root, 'node_modules', 'electron')

/** Where Electron's program is, as its package notes it; undefined where the runtime was not fetched. */
function program(): string | undefined {
  const note = join(electron, 'path.txt')
  const path = existsSync(note) ? join(electron, 'dist', readFileSync(note, 'utf8')) : ''
  return existsSync(path) ? path : undefined
}

/** Why these tests cannot run here; undefined where they can. Where REQUIRE_ELECTRON is set, they may not be skipped. */
export function whyNot(): string | undefined {
  if (process.env.REQUIRE_ELECTRON !== undefined) return undefined
  if (program() === undefined) return 'Electron’s runtime is not here'
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'there is no display for Electron here'
  if (process.platform === 'linux' && process.getuid?.() === 0) return 'Electron’s sandbox does not start as root'
  return undefined
}

export interface RealDesktop {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataFolder: string
  /** Starts the program again with the same data folder, as a second click would. */
  again(args?: readonly string[]): Promise<ElectronApplication>
}

export const test = base.extend<{ desktop: RealDesktop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this very pattern
  desktop: async ({}, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'casebook-electron-'))
    const launch = (args: readonly string[] = []) =>
      _electron.launch({
        executablePath: program() ?? 'electron is not here',
        args: [root, '--data-dir', dataFolder, ...args],
        env: { ...process.env, TZ: 'UTC' } as Record<string, string>,
      })
    const app = await launch()
    try {
      const page = await app.firstWindow()
      await settled(page)
      await use({ app, page, dataFolder, again: launch })
    } finally {
      await app.close().catch(() => {})
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})
