import type { Db } from './database.ts'

/** Milliseconds after a change at which nobody is likely to be waiting for it any more. */
const LATER = 1_000

/**
 * Moves the write-ahead log into the file after a change was acknowledged, so that no change waits for it.
 * (A load that leaves no pause is caught by the engine's own limit, see `configure`.)
 */
export class Checkpoints {
  readonly #db: Db
  #timer: NodeJS.Timeout | null = null

  constructor(db: Db) {
    this.#db = db
  }

  later(): void {
    this.#timer ??= setTimeout(() => this.#run(), LATER).unref()
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #run(): void {
    this.#timer = null
    try {
      this.#db.pragma('wal_checkpoint(PASSIVE)')
    } catch {
      // What could not be moved is as durable in the log; the next change or the next start tries again.
    }
  }
}
