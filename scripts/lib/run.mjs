import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

const gentleEnd = 5_000

/**
 * Runs a program in the repository's root, without input, and waits for it. Never rejects.
 *
 * With `timeout` (milliseconds) the program gets a process group of its own, and all of the group is ended when the
 * time is over or this process is interrupted. Its output goes to stderr, or with `keep` is handed back instead.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number, keep?: boolean, shell?: boolean }} [options]
 * @returns {Promise<{ code: number | null, ok: boolean, timedOut: boolean, output: string }>}
 */
export function run(file, args, { env = process.env, timeout, keep = false, shell = false } = {}) {
  const ownGroup = timeout !== undefined && process.platform !== 'win32'
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env,
      shell,
      detached: ownGroup,
      stdio: keep ? ['ignore', 'pipe', 'pipe'] : ['ignore', process.stderr, process.stderr],
    })
    let output = ''
    let timedOut = false
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }

    const end = (/** @type {NodeJS.Signals} */ signal) => {
      if (child.pid === undefined) return
      try {
        process.kill(ownGroup ? -child.pid : child.pid, signal)
      } catch {
        // It has ended by itself in the meantime.
      }
    }
    /** @type {NodeJS.Timeout | undefined} */
    let forced
    const clock =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            end('SIGTERM')
            forced = setTimeout(end, gentleEnd, 'SIGKILL')
          }, timeout)
    const interrupted = () => {
      end('SIGTERM')
      process.exit(130)
    }
    if (ownGroup) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupted)

    const settle = (/** @type {number | null} */ code) => {
      clearTimeout(clock)
      clearTimeout(forced)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, interrupted)
      resolve({ code, ok: code === 0 && !timedOut, timedOut, output })
    }
    child.once('error', (error) => {
      output += `${error.message}\n`
      settle(null)
    })
    child.once('close', settle)
  })
}
