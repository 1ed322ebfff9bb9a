import type { ChildProcess } from 'node:child_process'

/** A started app and the address it printed. */
export interface Host {
  readonly address: string
  readonly child: ChildProcess
}

/** Waits until the program has printed where the app is open. Rejects with what it said where it ends before that. */
export function opened(child: ChildProcess): Promise<Host> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /MSP Casebook is open at (http:\/\/127\.0\.0\.1:\S+)/.exec(said)?.[1]
      if (address) resolve({ address, child })
    })
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)))
  })
}

/**
 * Asks the program to end, and waits until it and whatever it started have let go of their output: npm is gone before
 * the app that it runs. A program of a group of its own gets the signal as from Ctrl-C, every process of it.
 */
export function stop(child: ChildProcess, { group = false } = {}): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    if (child.stdout?.closed) resolve()
    else child.stdout?.once('close', resolve)
  })
  if (group && child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  else child.kill('SIGTERM')
  return ended
}
