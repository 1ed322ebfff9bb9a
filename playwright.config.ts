import { existsSync, readFileSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Written by scripts/prepare.mjs --test: the Chromium that it found or installed. Without it Playwright takes its own. */
const note = new URL('./node_modules/.cache/msp-casebook/chromium.json', import.meta.url)
const chromium: { path?: string } = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : {}

export default defineConfig({
  // The same journey on two hosts: a browser on the loopback host, and the desktop app on a stand-in for Electron.
  projects: [
    { name: 'loopback', testDir: 'test/e2e' },
    { name: 'desktop', testDir: 'test/desktop' },
  ],
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 180_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Contrast is measured on what stands, not on what is fading.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium.path === undefined ? {} : { executablePath: chromium.path }),
      // Playwright itself keeps Chromium from calling home, and starts it without the sandbox that root cannot use.
      // This closes the rest of the network: a test that reaches for it fails.
      args: ['--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    },
  },
})
