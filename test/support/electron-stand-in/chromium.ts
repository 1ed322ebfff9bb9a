import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

export interface Chromium {
  readonly context: BrowserContext
  /** Where a test connects to the same Chromium. */
  readonly endpoint: string
  close(): Promise<void>
}

const note = new URL('../../../node_modules/.cache/msp-casebook/chromium.json', import.meta.url)

/** Starts a Chromium without any network, whose pages will be the app's windows. */
export async function openChromium(size: { width: number; height: number }): Promise<Chromium> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-chromium-'))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: noted() ?? chromium.executablePath(),
    headless: true,
    viewport: size,
    args: [
      '--remote-debugging-port=0',
      '--disable-quic',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--force-prefers-reduced-motion',
      '--lang=en-GB',
    ],
  })
  const [port, path] = readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n')
  return {
    context,
    endpoint: `ws://127.0.0.1:${port}${path}`,
    async close() {
      await context.close().catch(() => {})
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The Chromium that the tests were prepared with; without a note, Playwright's own. */
function noted(): string | undefined {
  try {
    return (JSON.parse(readFileSync(note, 'utf8')) as { path: string }).path
  } catch {
    return undefined
  }
}
