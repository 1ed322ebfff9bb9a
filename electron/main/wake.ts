import type { PowerMonitor } from 'electron'

/** How often the clocks are compared, and how far apart they may be before it counts. Milliseconds. */
const LOOK_EVERY = 30_000
const JUMP = 15_000

export interface Clocks {
  /** The time of day. */
  wall(): number
  /** Milliseconds that only go forward, whatever is set. */
  steady(): number
}

/**
 * Calls back when time has passed unseen: after sleep, at unlocking, and when the computer's clock was set. What is due
 * has to be looked at anew then.
 * @returns the look at the clocks, which also runs by itself every 30 s
 */
export function onWake(power: Pick<PowerMonitor, 'on'>, clocks: Clocks, wake: () => void): () => void {
  let apart = clocks.wall() - clocks.steady()
  const look = () => {
    const now = clocks.wall() - clocks.steady()
    const jumped = Math.abs(now - apart) > JUMP
    apart = now
    if (jumped) wake()
  }
  const seen = () => {
    apart = clocks.wall() - clocks.steady()
    wake()
  }
  power.on('resume', seen)
  power.on('unlock-screen', seen)
  setInterval(look, LOOK_EVERY).unref()
  return look
}
