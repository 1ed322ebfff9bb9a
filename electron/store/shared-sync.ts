import { syncFolderAside } from './durable.ts'

/**
 * Syncs of folders in which several names are made at a time: one sync serves all whose names were there when it began.
 * The disk takes as long for many names as for one.
 */
export class SharedSync {
  /** The sync of a folder that has not begun yet. */
  readonly #waiting = new Map<string, Promise<void>>()
  readonly #running = new Map<string, Promise<void>>()
  readonly #sync: (folder: string) => Promise<void>

  constructor(sync: (folder: string) => Promise<void> = syncFolderAside) {
    this.#sync = sync
  }

  /** Resolves once a sync that began after this call has ended; throws what that sync threw. */
  of(folder: string): Promise<void> {
    const waiting = this.#waiting.get(folder)
    if (waiting) return waiting
    const next = this.#after(folder)
    this.#waiting.set(folder, next)
    return next
  }

  async #after(folder: string): Promise<void> {
    // One that failed is told to those who waited for it; this is another.
    await this.#running.get(folder)?.catch(() => {})
    // Not at once: the names that are made in this turn come along.
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.#waiting.delete(folder)
    const sync = this.#sync(folder)
    this.#running.set(folder, sync)
    try {
      await sync
    } finally {
      if (this.#running.get(folder) === sync) this.#running.delete(folder)
    }
  }
}
