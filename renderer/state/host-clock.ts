/** The workspace's time, which in practice is not the machine's: where it stood when the host last said so. */
export interface HostClock {
  /** Milliseconds since 1970 as the host gave them. */
  readonly hostMillis: number
  /** `performance.now()` when it did: it never jumps when somebody sets the machine's clock. */
  readonly heardAt: number
}

export function clockAt(now: string, heardAt: number): HostClock {
  return { hostMillis: Date.parse(now), heardAt }
}

/** The workspace's now. @param at `performance.now()` */
export function hostMillis(clock: HostClock, at: number): number {
  return clock.hostMillis + (at - clock.heardAt)
}
