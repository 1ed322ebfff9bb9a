import type { ChildProcess } from 'node:child_process'

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/** Ends the program when this one ends, however it ends: a service left behind would be in every later figure. */
export function endWithUs(child: ChildProcess): void {
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

/** Has a signal end this program the way that lets it end what it started; Playwright ends its browser then by itself. */
export function endOnSignals(): void {
  for (const [signal, number] of Object.entries(SIGNALS)) process.once(signal, () => process.exit(128 + number))
}
