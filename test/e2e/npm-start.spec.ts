import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { listen, settled } from './support/app.ts'
import { opened, stop } from './support/host.ts'
import { walkTheProcedure } from './support/journey.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('npm start, as a user types it, opens an app in which all three phases can be done', async ({ page }) => {
  test.skip(process.platform === 'win32', 'signals to npm differ on Windows')
  const dataFolder = mkdtempSync(join(tmpdir(), 'casebook-start-'))
  // CI keeps it from opening Electron or a browser window where there is a display.
  const child = spawn('npm', ['start', '--', '--data-dir', dataFolder, '--no-open'], {
    cwd: root,
    env: { ...process.env, CI: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    const { address } = await opened(child)
    const noise = listen(page)
    await page.goto(address)
    await settled(page)
    await walkTheProcedure(page, async () => {})
    expect(noise).toEqual([])
  } finally {
    await stop(child, { group: true })
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
