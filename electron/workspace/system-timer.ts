import type { Timer } from '../services/timer-port.ts'

/** Timers of this machine. None of them keeps a process alive that would otherwise end. */
export const systemTimer: Timer = {
  after(millis, run) {
    const timer = setTimeout(run, millis)
    timer.unref()
    return () => clearTimeout(timer)
  },
  chance: () => Math.random(),
}
