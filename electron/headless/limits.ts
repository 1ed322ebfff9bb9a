/** How much the loopback host takes, and how long it waits. Milliseconds, unless the name says otherwise. */
export interface Limits {
  /** For the head of a request to arrive. */
  readonly head: number
  /** For a whole request to arrive. */
  readonly request: number
  /** How often the two above are looked at. */
  readonly look: number
  /** Between two signs of life on an event stream. */
  readonly heartbeat: number
  /** For running requests to end when the host closes; then they are cut. */
  readonly drain: number
  readonly bodyBytes: number
  readonly eventStreams: number
  readonly connections: number
}

export const usualLimits: Limits = {
  head: 10_000,
  request: 60_000,
  look: 2_000,
  heartbeat: 15_000,
  drain: 10_000,
  bodyBytes: 32 * 1024 * 1024,
  eventStreams: 32,
  connections: 128,
}
