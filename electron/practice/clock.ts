/**
 * The clock of a practice AWS: virtual milliseconds since 1970 UTC. It runs like the real one (times `speed`) and can
 * be moved forward at once, so that 24 hours until a report is delivered pass in a moment.
 */
export type PracticeClock = {
  /** Virtual instant, milliseconds since 1970 UTC. */
  now(): number
  /** Moves the clock forward. Virtual time never runs backwards: a negative step is a RangeError. */
  advance(ms: number): void
  /** Virtual seconds in one real second. */
  readonly speed: number
  /** Called after every `advance`; the returned function ends the subscription. */
  onAdvance(listener: () => void): () => void
}

export type PracticeClockOptions = {
  /** Virtual instant at which the clock starts; without it, real time plus `offset`. */
  start?: number
  /** How far virtual time is ahead of real time when the clock starts, in milliseconds. */
  offset?: number
  speed?: number
  /** The real clock, in milliseconds since 1970 UTC. */
  real?: () => number
}

/** Makes a practice clock. A speed below zero is a RangeError; speed 0 stands still until it is advanced. */
export function createPracticeClock(options: PracticeClockOptions = {}): PracticeClock {
  const real = options.real ?? Date.now
  const speed = options.speed ?? 1
  if (!(speed >= 0)) throw new RangeError('The speed of a practice clock is zero or more.')
  const startedAt = real()
  let base = options.start ?? startedAt + (options.offset ?? 0)
  const listeners = new Set<() => void>()
  return {
    now: () => Math.round(base + (real() - startedAt) * speed),
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError('A practice clock moves forward only.')
      base += ms
      for (const listener of listeners) listener()
    },
    speed,
    onAdvance(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
