import type { Instant } from '../instant.ts'
import type { Settings } from '../records/settings.ts'

/** Who decides, when, and where new identifiers come from. The only doors to the outside that a decision has. */
export interface Act {
  /** What the clock reads. */
  readonly now: Instant
  /** When it really happened, never after now: the anchor of waits. */
  readonly at: Instant
  readonly by: string
  /** IANA zone the operator reads times in. */
  readonly zone: string
  readonly settings: Settings
  newId(): string
}
