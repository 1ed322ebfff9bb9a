import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { withLock } from './lock.mjs'
import { readNote, writeNote } from './note.mjs'
import { chromiumNote, pinnedNode, root } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

const downloadTimeout = 300_000
const packageTimeout = 600_000
const connectTimeout = '15000'

/**
 * Finds a Chromium for the end-to-end tests, or gets one, and notes where it is: CHROME_PATH, the system's own,
 * Playwright's, or Debian's package when we are root. Without any the tests still run and say that it is missing.
 */
export async function ensureChromium() {
  if (isKnown()) return
  await withLock('chromium', async () => {
    if (isKnown()) return
    const found = (await ofTheSystem()) ?? (await ofPlaywright()) ?? (await ofDebian())
    if (found !== undefined) writeNote(chromiumNote, found)
    else say('No Chromium was found and none could be installed. Install one, or name it in CHROME_PATH.')
  })
}

function isKnown() {
  const known = readNote(chromiumNote)
  const { CHROME_PATH } = process.env
  return known !== undefined && existsSync(known.path) && (CHROME_PATH === undefined || CHROME_PATH === known.path)
}

async function ofTheSystem() {
  for (const path of placesOfTheSystem()) {
    const version = await versionOf(path)
    if (version !== undefined) return { path, version }
  }
  return undefined
}

function placesOfTheSystem() {
  const { CHROME_PATH, PATH = '', ProgramFiles, LOCALAPPDATA } = process.env
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  /** @type {Partial<Record<NodeJS.Platform, string[]>>} */
  const usual = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  }
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [CHROME_PATH ?? '', ...onPath, ...(usual[process.platform] ?? [])].filter((path) => path && existsSync(path))
}

/**
 * Asks a Chromium what it is: on some systems the command is there and only says how to install it.
 *
 * @param {string} path
 */
async function versionOf(path) {
  // Chrome on Windows answers --version by opening a window.
  if (process.platform === 'win32') return 'unknown'
  const answer = await run(path, ['--version'], { keep: true, timeout: 20_000 })
  return answer.ok ? /\d+\.\d+\.\d+\.\d+/.exec(answer.output)?.[0] : undefined
}

async function ofPlaywright() {
  const asked = `process.stdout.write(require('@playwright/test').chromium.executablePath())`
  const { output: path } = await run(pinnedNode, ['--eval', asked], { keep: true })
  if (!existsSync(path)) {
    say('Fetching Chromium for the end-to-end tests …')
    const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
    const env = {
      ...process.env,
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: connectTimeout,
      PLAYWRIGHT_DOWNLOAD_NO_PROGRESS: '1',
    }
    const fetched = await run(pinnedNode, [cli, 'install', '--no-shell', 'chromium'], {
      env,
      keep: true,
      timeout: downloadTimeout,
    })
    if (!fetched.ok) return undefined
  }
  const version = await versionOf(path)
  return version === undefined ? undefined : { path, version }
}

async function ofDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('Installing Debian’s Chromium for the end-to-end tests …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=120']
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const done = await run('apt-get', [...wait, ...args], { env, keep: true, timeout: packageTimeout })
    if (!done.ok) {
      say(done.output)
      return undefined
    }
  }
  return ofTheSystem()
}
