import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNote, writeNote } from './note.mjs'
import { memory, root } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

const fetchTimeout = 120_000
const rememberFailureFor = 24 * 3600_000
const startupWindow = 10_000
const electronFolder = join(root, 'node_modules', 'electron')
const failureNote = join(memory, 'electron-fetch-failed.json')

/** Whether windows can be shown here. */
function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Why the app cannot open in Electron here, as the rest of a sentence; undefined when it can. Fetches Electron's
 * runtime when that is all that is missing, and remembers for a day that it could not be had.
 */
export async function whyNotElectron() {
  if (process.env.CI) return 'this is a build machine (CI is set)'
  if (!hasDisplay()) return 'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)'
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return 'Electron does not start as root with its sandbox on'
  if (electronPath() !== undefined) return undefined

  const version = readNote(join(electronFolder, 'package.json'))?.version
  const failure = readNote(failureNote)
  const age = Date.now() - Date.parse(failure?.at)
  if (failure?.version === version && age >= 0 && age < rememberFailureFor) {
    return 'the Electron runtime could not be fetched when it was last tried (it is tried again after a day)'
  }
  say('Fetching the Electron runtime, once; about 110 MB …')
  const fetched = await run(process.execPath, [join(electronFolder, 'install.js')], {
    keep: true,
    timeout: fetchTimeout,
  })
  if (fetched.ok && electronPath() !== undefined) return undefined
  writeNote(failureNote, { version, at: new Date().toISOString() })
  return 'the Electron runtime could not be fetched (it is tried again after a day)'
}

/**
 * Opens the app in Electron and waits until it is closed.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number | undefined>} the exit code; undefined when the runtime cannot run here (a library or a
 *   kernel feature that it needs is missing) and another way has to be taken
 */
export function runElectron(args) {
  return new Promise((resolve) => {
    const since = performance.now()
    // Terminals inside Electron apps set this, and it would make a plain Node of our Electron.
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
    const child = spawn(electronPath() ?? '', [root, ...args], { stdio: 'inherit', env })
    let asked = false
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        // In a terminal Ctrl-C has reached Electron already; to close is asked for once.
        if (!asked && !(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal)
        asked = true
      })
    }
    child.once('error', () => resolve(undefined))
    child.once('close', (code, signal) => {
      if (asked) return resolve(0)
      const crashed = code === null ? signal !== 'SIGTERM' && signal !== 'SIGKILL' : code === 126 || code === 127
      if (crashed && performance.now() - since < startupWindow) return resolve(undefined)
      resolve(code ?? 1)
    })
  })
}

/** Where the runtime's program is, as Electron's own package notes it; undefined when it is not there. */
function electronPath() {
  const note = join(electronFolder, 'path.txt')
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist')
  const program = existsSync(note) ? readFileSync(note, 'utf8') : 'electron'
  return existsSync(join(folder, program)) ? join(folder, program) : undefined
}
