import type { Timer } from '../../electron/services/timer-port.ts'

/** Timers that go off when a test says so. */
export interface FakeTimer extends Timer {
  /** Milliseconds of what is planned, in order. */
  readonly planned: readonly number[]
  /** Lets the next one go off, and waits until what it does has planned its successor. */
  tick(): Promise<void>
}

export function fakeTimer(): FakeTimer {
  const pending: { readonly millis: number; readonly run: () => void }[] = []
  let onPlanned = () => {}
  return {
    after(millis, run) {
      const one = { millis, run }
      pending.push(one)
      onPlanned()
      return () => {
        const at = pending.indexOf(one)
        if (at !== -1) pending.splice(at, 1)
      }
    },
    chance: () => 0.5,
    get planned() {
      return pending.map(({ millis }) => millis)
    },
    async tick() {
      const next = pending.shift()
      if (!next) throw new Error('Nothing is planned.')
      const planned = new Promise<void>((resolve) => {
        onPlanned = resolve
      })
      next.run()
      await planned
    },
  }
}
